#ifndef DEPECHE_ARTICLE_HTML_MODEL_H
#define DEPECHE_ARTICLE_HTML_MODEL_H

/*
 * Which lines of a web page are the article's own text: each is scored by its form and the markup
 * around it, then by trees that ask of its neighbours too.  Private to the floor, to its tests and
 * to the trainer.
 */

#include "article/around.h"
#include "article/html-around.h"
#include "article/html-form.h"

#define HTML_FIRST_COUNT (FORM_COUNT + HTML_FEATURE_COUNT)
#define HTML_SECOND_COUNT (HTML_FIRST_COUNT + AROUND_COUNT + HTML_AROUND_COUNT)

struct html_weights {
	float first[HTML_FIRST_COUNT]; /* of enum form_feature, then of enum html_feature */
	uint32_t tree_count;
	const struct line_tree *trees; /* they ask those, then of enum around_feature,
					* then of enum html_around_feature */
};

/* The weights that tests/train/html made. */
extern const struct html_weights html_weights;

/* A page made ready: its lines in both views, a row for each. */
struct html_page {
	const struct html_outline *outline;
	struct line_table table;
	const uint32_t *places; /* of the table's lines in the outline */
	const float *rows;      /* HTML_FIRST_COUNT for each line of the table */
};

/* title: as the page states it.  vocabulary: may be null. */
void html_page_make(struct html_page *, const struct html_outline *, enum language,
	struct span title, struct vocabulary *, struct arena *);
/* Log-odds of each line by itself. */
void html_first(const struct html_page *, const float weights[HTML_FIRST_COUNT], float *scores);
/* The rows of the second look, HTML_SECOND_COUNT for each line. */
const float *html_second_rows(const struct html_page *, const float *first, struct arena *);
/* Whether each line is body. */
void html_body(const struct html_page *, const struct html_weights *, bool *body, struct arena *);

#endif
