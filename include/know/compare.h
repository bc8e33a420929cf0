#ifndef DEPECHE_KNOW_COMPARE_H
#define DEPECHE_KNOW_COMPARE_H

/*
 * Two versions of a text: which paragraphs tell the same thing, and which words only one of them
 * has.  Paragraphs are paired in their order.  A word is shared when it stands in a run of words
 * that the other text has anywhere, so that what was moved or cut in two is no difference, or
 * where the paired paragraph has it at the same turn.  Pure.
 *
 * Source: global alignment (Needleman and Wunsch 1970) of paragraphs, whose likeness is what they
 * share of their pairs of neighbouring words (Dice 1945); longest common subsequences of words.
 */

#include "article/article.h"

/* An empty extent: only the other text has such a paragraph. */
struct compare_pair {
	struct extent at[2];
};

struct compare_side {
	struct extent *own; /* runs of words that only it has, in order, within paragraphs */
	uint32_t own_count;
	uint32_t own_words, words;
};

struct comparison {
	struct compare_pair *pairs; /* in the order of both texts */
	uint32_t pair_count;
	struct compare_side side[2];
};

/* Beyond these, paragraphs have no partner, and words of a pair only what runs show. */
#define COMPARE_PARAGRAPHS 512u
#define COMPARE_WORDS 1000u

/* kinds: of the lines, after know/furniture; only body lines are compared.
 * Cost: linear in the words, but for the limits above. */
void compare_make(const struct article *const articles[2], const uint8_t *const kinds[2],
	struct comparison *, struct arena *);

#endif
