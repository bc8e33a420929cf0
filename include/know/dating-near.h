#ifndef DEPECHE_KNOW_DATING_NEAR_H
#define DEPECHE_KNOW_DATING_NEAR_H

/*
 * The articles nearest to some by their words, roughly and fast: by each one's heaviest stems,
 * of whose articles a sample is looked at.  For know/dating, which needs years before the store
 * has its vocabulary; the reader's related articles are know/related.
 */

#include "extract/evidence.h"

#define NEIGHBOURS_MOST 12

struct neighbour {
	uint32_t document;
	float nearness; /* about the cosine */
};

struct neighbours {
	struct neighbour at[NEIGHBOURS_MOST]; /* nearest first */
	uint32_t count;
};

/* For each of the asking documents (indices, rising); in the arena.
 * Cost: one look at every term of every document, and a bounded sum for each that asks. */
struct neighbours *neighbours_make(const struct document *documents, uint32_t count,
	const uint32_t *asking, uint32_t asking_count, struct arena *);

#endif
