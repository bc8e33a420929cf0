#ifndef DEPECHE_ARTICLE_PAGE_H
#define DEPECHE_ARTICLE_PAGE_H

/*
 * A text dump while it is laid out: its lines, which of them are body, and the finders that
 * read title, days, writers, subjects and source off the lines around the body.  Each finder
 * fills in its part of the article and marks the lines that it used up.  Private to the floor.
 */

#include "article/article.h"
#include "article/model.h"
#include "base/vec.h"

#define NO_LINE UINT32_MAX

VEC_OF(struct stamp, stamp_list);
VEC_OF(struct span, span_list);

struct page {
	struct article *article;
	struct line_table table;
	enum line_kind *kinds;
	uint32_t *heads;     /* where a date glued to the line's text ends; 0: none */
	uint32_t first_body; /* lines; NO_LINE when there is none */
	uint32_t first_full; /* the first body line that is a sentence beyond doubt, else first_body
			      */
	uint32_t last_body;
	uint32_t title;        /* the title's line; NO_LINE */
	struct arena *arena;   /* the article's */
	struct arena *scratch; /* given back when the page is laid out */
};

/* The line's text without a date glued before it. */
struct span page_line(const struct page *, uint32_t line);
struct span page_folded(const struct page *, uint32_t line); /* that, folded, in scratch */
/* Sets first_body, first_full and last_body from the kinds. */
void page_find_edges(struct page *);

/* In this order. */
void datelines_split(struct page *); /* "date 2021-01 The lead…" */
void title_find(struct page *);
void url_find(struct page *);
void datelines_find(struct page *);
void bylines_find(struct page *);
void insides_mark(struct page *); /* headings and captions among the body */
void tags_find(struct page *);
void source_find(struct page *); /* source and section */

/* Whether a line holds at most three words besides its days and times. */
bool dateline_says_only(const struct page *, uint32_t line);
/* Whether it is a person's name and nothing else. */
bool name_is_person(const struct page *, struct span);

/* A day of publication at an opening of a body text, "PARIS, 26 janv. (AFP) - " (the whole of
 * it, and whatever else is no part of the first sentence): its length; 0 when there is none. */
size_t lead_prefix(struct span text, struct span *agency);

#endif
