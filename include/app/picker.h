#ifndef DEPECHE_APP_PICKER_H
#define DEPECHE_APP_PICKER_H

/*
 * Choosing one of many by typing some of its letters.
 *
 * Source: the scoring of fzf (Smith-Waterman with bonuses at word starts and for runs), over
 * folded text.
 */

#include "base/arena.h"

struct picker_match {
	uint32_t item; /* index of the item */
	int score;
};

/* The items that hold every word of pattern (its letters in order), best first; all of them, in
 * their own order, when the pattern is empty.  items are folded already, once for every key. */
uint32_t picker_match(const struct span *items, uint32_t count, struct span pattern,
	struct picker_match **matches, struct arena *);
/* 0 when the folded pattern's letters do not stand in text in order; else a positive score. */
int picker_score(struct span text, struct span pattern, struct arena *scratch);
/* The stretches of a text, as it is written, whose letters the pattern's words take where they
 * score best, in order; none where one of the words is not there. */
uint32_t picker_letters(
	struct span text, struct span pattern, struct extent **hits, struct arena *);

#endif
