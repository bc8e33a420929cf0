#ifndef DEPECHE_ARTICLE_HTML_FACTS_H
#define DEPECHE_ARTICLE_HTML_FACTS_H

/*
 * What a web page states of itself for machines, made the article's: title, days, writers,
 * subjects, section, source and address.  Where several statements compete, the order of the
 * tables in the source decides.  Private to the floor.
 */

#include "article/article.h"
#include "article/html-outline.h"

/* Adds what blocks of JSON-LD state, each as a fact "ld:headline", "ld:datepublished" and so on.
 * Blocks that are no JSON are passed over. */
void html_ld_read(struct html_facts *, struct arena *);

/* The page's own words for its article's title; both may be empty. */
struct html_titles {
	struct span headline; /* without the site's name */
	struct span stated;   /* with it, unless only the window's title is known */
};
struct html_titles html_titles_of(const struct html_outline *, struct arena *);

/* What the page calls its language, where that is one that we know. */
enum language html_language(const struct html_facts *);

/* The first day that a statement holds, in the writing of a language; false when it has none. */
bool html_day_of(struct span value, enum language, struct stamp *);
/* The whole day that stands nearest to the title in a short line, for pages that state none;
 * false when there is none.  Cost: a few lines, whatever the page. */
bool html_day_near(const struct article *, struct stamp *);

/* Writes into the article what the facts state, over what was read off the visible lines. */
void html_facts_apply(const struct html_facts *, struct article *, struct arena *);

#endif
