#ifndef DEPECHE_ARTICLE_FORM_H
#define DEPECHE_ARTICLE_FORM_H

/*
 * The form of one line: what a walk over its code points counts, and the traits and features
 * that follow from it.  Private to the floor.
 */

#include "article/lines.h"

/* What one walk over a line's code points counts. */
struct look {
	uint32_t letters, small, capitals, dense, digits;
	uint32_t words, dense_words, capital_words; /* after the first */
	uint32_t commas, breaks, bars;
	bool quote, at_sign, rights, first_small;
	uint32_t last, before_last; /* code points that are no blank */
};

#define DENSE_LEAST 3u /* ideographs that a line written without blanks has more of */

struct look look_of(struct span line);

/* Of enum line_trait, all but those that ask for dates or for other lines. */
uint32_t traits_of(struct span line, struct span folded, const struct look *, uint32_t cues);

/* Turns what is known of a line into its features; stops is the share of function words. */
void features_set(struct line_form *, const struct look *, float stops);
void feature_set(struct line_form *, enum form_feature, bool on);

/* White space, and signs without width that dumps leave behind. */
bool is_blank(uint32_t point);

#endif
