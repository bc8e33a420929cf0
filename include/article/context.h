#ifndef DEPECHE_ARTICLE_CONTEXT_H
#define DEPECHE_ARTICLE_CONTEXT_H

/*
 * A text once every line has a score by form: its best block, running sums, runs of short lines.
 * For those who make rows of it; others ask model.h.  Private to the floor.
 */

#include "article/model.h"

#define SCORE_LOW -2.f /* scores are clipped to these */
#define SCORE_HIGH 2.5f
#define NO_PLACE UINT32_MAX

struct context {
	const struct line_table *table;
	const float *scores;
	struct extent block, wide; /* places of lines */
	float block_mean;
	double *sum;         /* of clipped scores before each line, one more than lines */
	double *good_words;  /* words of good lines before each line */
	uint32_t *cue_lines; /* before each line */
	uint32_t *strong_before, *strong_after; /* the nearest strong line, itself too */
	uint32_t *short_before, *short_after;   /* short lines in a row, itself too */
	/* For each content word by its hash: 0 in no good line of the block, 1 + the line, or
	 * NO_PLACE when in several. */
	uint32_t *words;
	uint32_t mask;
};

float context_clip(float x, float low, float high);
/* The clipped score of a line; -1 beyond the last. */
float context_score(const struct context *, uint32_t line);
/* The mean of those of so many lines on both sides, the line left out; -1 when there are none. */
float context_near(const struct context *, uint32_t line, uint32_t reach);
/* The share of the line's content words that stand in another good line of the block. */
float context_cohesion(const struct context *, uint32_t line);
/* Cue lines between the line and the nearest strong one, on the side with fewer; at most so many.
 */
float context_cues(const struct context *, uint32_t line, uint32_t most);
/* Whether a pointer stands up to six lines before, and no sentence since. */
bool context_pointed(const struct context *, uint32_t line);

#endif
