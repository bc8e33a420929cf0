#ifndef DEPECHE_KNOW_STORIES_JOIN_H
#define DEPECHE_KNOW_STORIES_JOIN_H

/*
 * Agglomeration: of all groups the two that belong together most are joined, again and again, as
 * long as they do so enough.  Two groups belong together by half the best pair across them and
 * half the mean of all pairs across them, pairs that are not given counting nothing.  Of equals
 * those of the lower numbers come first, so the result depends on the pairs alone.
 */

#include "know/stories-pair.h"

/* first_of: in, of each of count things one that it is joined with whatever the pairs say, or its
 * own number; out, the first of its group.
 * Cost: n log n in the pairs, but for groups that grow very large. */
void story_join(const struct story_pair *, uint32_t pair_count, uint32_t count, float threshold,
	uint32_t *first_of);

/* The first of the group that a thing is in; joining two groups. */
uint32_t story_root(uint32_t *first_of, uint32_t thing);
void story_unite(uint32_t *first_of, uint32_t a, uint32_t b);

#endif
