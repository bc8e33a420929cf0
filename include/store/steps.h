#ifndef DEPECHE_STORE_STEPS_H
#define DEPECHE_STORE_STEPS_H

/*
 * Reading the numbers of an epoch, which are kept as varint_put puts them.  Rising ones are kept as
 * the steps between them (one less than the difference), a row on a shelf.  Reading is total: where
 * the bytes end, or a number is one that cannot be there, the row ends.
 *
 * Source: delta coding and variable bytes, Manning, Raghavan, Schütze: Introduction to Information
 * Retrieval, 5.3.1.
 */

#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

struct steps {
	const unsigned char *at, *end;
	uint64_t last; /* 1 + the number before this one */
};

static inline struct steps steps_of(struct span bytes)
{
	const unsigned char *at = (const unsigned char *)bytes.at;

	return (struct steps){at, at + bytes.len, 0};
}

/* A number as it is; false at the end. */
static inline bool steps_take(struct steps *steps, uint32_t *number)
{
	uint64_t bits = 0;

	for (unsigned shift = 0; shift < 35 && steps->at < steps->end; shift += 7) {
		unsigned char byte = *steps->at++;
		bits |= (uint64_t)(byte & 0x7Fu) << shift;
		if (byte < 0x80) {
			*number = (uint32_t)bits;
			return bits <= UINT32_MAX;
		}
	}
	steps->at = steps->end;
	return false;
}

/* Adds a step to the number before; false when there is none below the limit. */
static inline bool steps_add(struct steps *steps, uint32_t step, uint32_t limit, uint32_t *number)
{
	steps->last += (uint64_t)step + 1;
	*number = (uint32_t)(steps->last - 1);
	return steps->last <= limit;
}

/* The next of rising numbers, all below the limit. */
static inline bool steps_next(struct steps *steps, uint32_t limit, uint32_t *number)
{
	uint32_t step;

	return steps_take(steps, &step) && steps_add(steps, step, limit, number);
}

#endif
