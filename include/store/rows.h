#ifndef DEPECHE_STORE_ROWS_H
#define DEPECHE_STORE_ROWS_H

/*
 * Rows of rising numbers (see steps.h and counted.h) on their way to a shelf: in two walks over the
 * same things, rows_count each, rows_settle, then rows_put each.  They are packed as they come, so
 * that nothing of the size of the shelf is needed beside it.
 */

#include "store/counted.h"
#include "store/shelf.h"

struct rows {
	struct shelf shelf; /* there once all is put */
	uint64_t *ends;     /* of each row: how many bytes; then where its next one goes */
	uint32_t *least;    /* of each row: its next number is this at least */
};

/* The arena is needed until all is put. */
void rows_init(struct rows *, uint32_t count, struct arena *);
/* Owns: the shelf is of the arena. */
void rows_settle(struct rows *, struct arena *);

/* As steps_next and as counted_next read it. */
void rows_count(struct rows *, uint32_t row, uint32_t number);
void rows_put(struct rows *, uint32_t row, uint32_t number);
void rows_count_counted(struct rows *, uint32_t row, struct counted);
void rows_put_counted(struct rows *, uint32_t row, struct counted);

#endif
