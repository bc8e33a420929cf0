#ifndef DEPECHE_KNOW_COMPARE_WORDS_H
#define DEPECHE_KNOW_COMPARE_WORDS_H

/*
 * Which words two texts share, by the runs and the turns in which they stand.  For know/compare
 * alone.
 */

#include "base/arena.h"
#include "base/span.h"

struct compared_word {
	struct extent at;
	uint64_t hash; /* folded */
	bool shared;
};

struct compared_words {
	struct compared_word *at;
	uint32_t count;
};

/* Marks the words of both that stand in a run which the other one has anywhere.
 * Cost: linear. */
void compare_runs(struct compared_words, struct compared_words, struct arena *scratch);
/* Marks those of a longest common subsequence. Cost: the product of the counts. */
void compare_turns(struct compared_words, struct compared_words, struct arena *scratch);
/* A few shared words between own ones are chance: they become own. */
void compare_drop_islands(struct compared_words);

#endif
