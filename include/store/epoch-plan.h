#ifndef DEPECHE_STORE_EPOCH_PLAN_H
#define DEPECHE_STORE_EPOCH_PLAN_H

/*
 * All arrays that a sealed epoch is made of, in one order, for whoever writes them and whoever
 * finds them again.
 */

#include "store/epoch-parts.h"

struct plan;

struct plan {
	/* An array of the epoch: the address of the pointer to it, the size of an element, and how
	 * many there are.  Whoever finds arrays again sets both; open: the number is whatever it is
	 * found to be, else it must be that one. */
	void (*array)(struct plan *, void *at, size_t each, uint64_t *count, bool open);
	bool fits;                                /* as long as everything is as it must be */
	bool looks_into_columns, looks_into_rows; /* numbers that point to others are looked at */
	bool doubts; /* postings are to be looked at whenever one of their rows is read */
};

void epoch_plan(struct epoch *, struct plan *);

#endif
