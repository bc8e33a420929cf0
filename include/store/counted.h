#ifndef DEPECHE_STORE_COUNTED_H
#define DEPECHE_STORE_COUNTED_H

/*
 * Rising numbers, each with how often: of an article its terms, of a term its articles.  Most stand
 * once in the body and not in the title, and take no byte more for that than the step to them.
 */

#include "base/buf.h"
#include "store/steps.h"

struct counted {
	uint32_t number;
	uint16_t count; /* in the body */
	uint8_t in_title;
};

#define COUNTED_MOST 10 /* bytes that one can take */

/* Into room for COUNTED_MOST bytes one that is least at least; how many it took. */
size_t counted_write(char *, uint32_t least, struct counted);
/* Adds the numbers, which must be below 2^31. */
void counted_pack(struct buf *, const struct counted *, uint32_t count);

static inline bool counted_next(struct steps *steps, uint32_t limit, struct counted *counted)
{
	uint32_t step, count = 1, in_title = 0;

	if (!steps_take(steps, &step) || !steps_add(steps, step / 2, limit, &counted->number))
		return false;
	if (step % 2 && (!steps_take(steps, &count) || !steps_take(steps, &in_title)))
		return false;
	counted->count = (uint16_t)count;
	counted->in_title = (uint8_t)in_title;
	return true;
}

#endif
