#ifndef DEPECHE_ARTICLE_HTML_AROUND_H
#define DEPECHE_ARTICLE_HTML_AROUND_H

/*
 * What the tree of a page tells of a line once every line has a score by itself: how good the
 * other lines are that lie in the same element, and those that were made alike.  Private to the
 * floor and to the trainer.
 */

#include "article/html-outline.h"
#include "article/lines.h"

/* clang-format off */
/* Means are of clipped scores, the line itself left out; alike are lines whose elements, up to the
 * body, have the same names and classes. */
#define HTML_AROUND_FEATURES(_) \
	_(PARENT_MEAN) _(PARENT_COUNT) _(PARENT_WORDS) _(GRAND_MEAN) _(GRAND_COUNT) _(GREAT_MEAN) \
	_(ALIKE_MEAN) _(ALIKE_COUNT) _(ALIKE_WORDS) _(ALIKE_SHARE)
/* clang-format on */

enum html_around_feature {
#define HTML_AROUND_NAME(name) HTML_AROUND_##name,
	HTML_AROUND_FEATURES(HTML_AROUND_NAME)
#undef HTML_AROUND_NAME
		HTML_AROUND_COUNT
};

/* A row of HTML_AROUND_COUNT for each line of the table, in the arena; places: of the table's
 * lines in the outline.  Cost: linear in the nodes and lines. */
const float *html_around(const struct html_outline *, const struct line_table *,
	const uint32_t *places, const float *scores, struct arena *);

#endif
