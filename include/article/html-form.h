#ifndef DEPECHE_ARTICLE_HTML_FORM_H
#define DEPECHE_ARTICLE_HTML_FORM_H

/*
 * What the markup around a line of a page tells of it: in which elements it lies, how they are
 * named, how much of it is links, how much text its neighbours in the tree have.  Private to the
 * floor.
 *
 * Source: the score of an element by the text of its paragraphs follows Readability (Arc90).
 */

#include "article/html-outline.h"
#include "article/lines.h"

/* clang-format off */
#define HTML_FEATURES(_) \
	_(LINK_SHARE) _(LINKED) _(UNLINKED) \
	_(P) _(LI) _(H1) _(H2) _(H3) _(H4) _(CELL) _(DIV) _(QUOTE) _(CAPTION) _(PRE) _(OTHER) \
	_(IN_NAV) _(IN_FOOTER) _(IN_HEADER) _(IN_ASIDE) _(IN_ARTICLE) _(IN_MAIN) _(IN_FORM) \
	_(IN_TABLE) _(IN_LIST) _(IN_FIGURE) _(IN_BUTTON) _(IN_SECTION) \
	_(COMMENT) _(SHARE) _(RELATED) _(NAMED_CAPTION) _(FOOT) _(NAV) _(SIDE) _(BY) _(PROMO) \
	_(HEAD) _(TAGS) _(BIO) _(CONTENT) _(BODY) _(HIDDEN) _(NOTICE) \
	_(NEAR_COMMENT) _(NEAR_SHARE) _(NEAR_RELATED) _(NEAR_CAPTION) _(NEAR_FOOT) _(NEAR_NAV) \
	_(NEAR_SIDE) _(NEAR_BY) _(NEAR_PROMO) _(NEAR_HEAD) _(NEAR_TAGS) _(NEAR_BIO) \
	_(NEAR_CONTENT) _(NEAR_BODY) _(NEAR_HIDDEN) _(NEAR_NOTICE) \
	_(BEST) _(BEST_DEPTH) _(BESIDE_BEST) _(HALF) _(MOST) _(PARENT_SHARE) _(GRAND_SHARE) \
	_(DEPTH) _(PLACE) _(AFTER_H1) _(FROM_H1) _(TITLE_LIKE) _(LOG_WORDS)
/* clang-format on */

enum html_feature {
#define HTML_FEATURE_NAME(name) HTML_FEATURE_##name,
	HTML_FEATURES(HTML_FEATURE_NAME)
#undef HTML_FEATURE_NAME
		HTML_FEATURE_COUNT
};

/* For each line of the table the line of the outline that it is. */
const uint32_t *html_places(const struct html_outline *, const struct line_table *, struct arena *);

/* A row of HTML_FEATURE_COUNT for each line of the table, in the arena; title: as the page states
 * it.  Cost: linear in the nodes and lines. */
const float *html_rows(const struct html_outline *, const struct line_table *,
	const uint32_t *places, struct span title, struct arena *);

#endif
