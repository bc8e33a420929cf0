#ifndef DEPECHE_ARTICLE_AROUND_H
#define DEPECHE_ARTICLE_AROUND_H

/*
 * What the trees ask of a line: its own form, the scores and lengths of the lines around it, and
 * where it stands to the best block.  Private to the floor and to the trainer.
 */

#include "article/context.h"

/* clang-format off */
/* B1 is the line before, A1 the line after; good lines have a score by form over 0, strong ones
 * more; counts are logarithms where they may be large. */
#define AROUND_FEATURES(_) \
	_(SCORE) _(BEFORE) _(AFTER) _(NEAR_3) _(NEAR_8) _(IN_BLOCK) _(IN_WIDE) \
	_(BEFORE_BLOCK) _(AFTER_BLOCK) _(COHESION) _(CUE_LINES) \
	_(SENTENCES) _(WORDS_BEFORE) _(WORDS_AFTER) _(COPIES) _(BLOCK_HEAD) \
	_(BLOCK_TAIL) _(AFTER_POINTER) _(BLOCK_MEAN) \
	_(WORDS) _(CAPITALS) _(STOPS) _(MARK) _(STOP) _(COLON) _(SMALL) _(DATED) _(BAR) _(CREDIT) _(DIGIT) \
	_(PAGE_CUES) _(BY) _(COMMAS) _(BEFORE_2) _(BEFORE_3) _(AFTER_2) _(AFTER_3) \
	_(WORDS_B1) _(WORDS_B2) _(WORDS_A1) _(WORDS_A2) _(MARK_B1) _(MARK_A1) \
	_(NEAR_20) _(CUES_5) _(CUES_15) _(GOOD_5) _(GOOD_15_BEFORE) _(GOOD_15_AFTER) \
	_(STRONG_BEFORE) _(STRONG_AFTER) _(PLACE) _(LINES) _(SHORT_RUN) _(SHORT_RUN_BEFORE) \
	_(SHORT_RUN_AFTER) _(BLOCK_LINES) _(BLOCK_PLACE) _(BLANK) _(GOOD_SHARE)
/* clang-format on */

enum around_feature {
#define AROUND_NAME(name) AROUND_##name,
	AROUND_FEATURES(AROUND_NAME)
#undef AROUND_NAME
		AROUND_COUNT
};

void around_row(const struct context *, uint32_t line, float row[AROUND_COUNT]);

#define TREE_DEPTH 4

/* A decision tree that asks the same question of all lines at each depth: whether a feature of
 * its row is over a limit.  Source: Kohavi and Li, Oblivious decision trees (1995). */
struct line_tree {
	uint8_t features[TREE_DEPTH];
	float limits[TREE_DEPTH];
	float leaves[1 << TREE_DEPTH];
};

#endif
