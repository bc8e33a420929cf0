#ifndef DEPECHE_ARTICLE_MODEL_H
#define DEPECHE_ARTICLE_MODEL_H

/*
 * Which lines are the article's own text: each line is scored by its form, scored again among
 * its neighbours, the best block is cut out and mended by rules.  Private to the floor, to its
 * tests and to the trainer.
 */

#include "article/article.h"
#include "article/lines.h"

#include <stdbool.h>

/* clang-format off */
/* What a line's neighbours tell.  s is the score by form, clipped; good lines have one over 0;
 * the block is the run of lines with the largest sum. */
#define CONTEXT_FEATURES(_) \
	_(BIAS) _(SCORE) _(BEFORE) _(AFTER) _(NEAR_3) _(NEAR_8) _(IN_BLOCK) _(IN_WIDE) \
	_(BEFORE_BLOCK) _(AFTER_BLOCK) _(COHESION_LONG) _(COHESION_SHORT) _(CUE_LINES) \
	_(SENTENCES) _(WORDS_BEFORE) _(WORDS_AFTER) _(SHORT) _(REPEATED) _(BLOCK_HEAD) \
	_(BLOCK_TAIL) _(AFTER_POINTER) _(SCORE_IN_BLOCK) _(COHESION_IN_BLOCK) _(LONG_IN_BLOCK) \
	_(BLOCK_MEAN)
/* clang-format on */

enum context_feature {
#define CONTEXT_NAME(name) CONTEXT_##name,
	CONTEXT_FEATURES(CONTEXT_NAME)
#undef CONTEXT_NAME
		CONTEXT_COUNT
};

struct line_tree; /* around.h */

struct line_weights {
	float form[FORM_COUNT];
	uint32_t tree_count;
	const struct line_tree *trees;
};

/* The weights that tests/train/lines made. */
extern const struct line_weights line_weights;

/* Log-odds by a line's own form. */
float model_form(const struct line_form *, const float weights[FORM_COUNT]);

/* What is known of a whole text once every line has a score by form. */
struct context;
const struct context *context_of(const struct line_table *, const float *scores, struct arena *);
void context_row(const struct context *, uint32_t line, float row[CONTEXT_COUNT]);

/* Log-odds by so many trees, of a row of what they ask. */
float model_trees(const struct line_tree *, uint32_t count, const float *row);

/* Both scores of every line. */
void model_scores(const struct line_table *, const struct line_weights *, float *form,
	float *context, struct arena *scratch);

/* The run of values with the largest sum, [start, end) by place; empty when all are negative. */
struct extent best_run(const float *values, uint32_t count);

/* Whether each line is the article's own text, by the scores among neighbours.  At least one is
 * when there is a line at all. */
void body_find(const struct line_table *, const float *context, bool *body, struct arena *scratch);

/* layout() with other weights, for training and for tests. */
void layout_with(
	struct article *, const struct line_weights *, struct vocabulary *, struct arena *);

#endif
