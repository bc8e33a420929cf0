#ifndef DEPECHE_STORE_PATCH_H
#define DEPECHE_STORE_PATCH_H

/*
 * How rows that are others now, and rows behind the last, are found beside a table that is shared
 * and stays as it is.  They are rows of another, small table: first those that are others, in the
 * order in which they were added, then those behind.
 */

#include "base/arena.h"

#define PATCH_NONE UINT32_MAX

struct patch {
	uint32_t first;    /* rows from here on are behind the last */
	uint32_t *changed; /* which rows are others */
	uint32_t changed_count;
	uint32_t *slots;     /* 1 + a place in changed, 0 when free */
	uint32_t slot_count; /* a power of two, or 0 */
};

/* Of a table of so many rows, of which at most so many will be others. */
struct patch patch_make(uint32_t rows, uint32_t most, struct arena *);
/* Without effect for a row behind the last, or one that was added already. */
void patch_add(struct patch *, uint32_t row);
/* Which row of the small table; PATCH_NONE: it is as it was. */
uint32_t patch_row(const struct patch *, uint32_t row);

#endif
