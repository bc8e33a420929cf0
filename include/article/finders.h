#ifndef DEPECHE_ARTICLE_FINDERS_H
#define DEPECHE_ARTICLE_FINDERS_H

/*
 * What reads title, days, writers, subjects and source off the lines around a body.  Each finder
 * fills in its part of the article and marks the lines that it used up.  Private to the floor.
 */

#include "article/page.h"

/* In this order, the labels of a head (labels.h) first. */
void datelines_split(struct page *); /* "date 2021-01 The lead…" */
void title_stated(struct page *, struct span title); /* by the page, for machines; or empty */
void title_find(struct page *);
/* The first sentence of a line, which stands in for a title; what comes before it is left out. */
struct extent title_lead(struct span text, struct extent line);
void url_find(struct page *);
void datelines_find(struct page *);
void bylines_find(struct page *);
void insides_mark(struct page *); /* headings and captions among the body */
void tags_find(struct page *);
void source_find(struct page *); /* source and section */

/* Whether a line holds at most three words besides its days and times. */
bool dateline_says_only(const struct page *, uint32_t line);
/* What stands before a text's first sentence: "PARIS, 26 janv. (AFP) - ", "(X) - ": its length,
 * 0 when there is none, and what is in its brackets, empty when there are none. */
size_t lead_prefix(struct span text, struct span *agency);

#endif
