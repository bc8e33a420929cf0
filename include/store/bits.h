#ifndef DEPECHE_STORE_BITS_H
#define DEPECHE_STORE_BITS_H

/*
 * Sets of small numbers, a bit each.  Bits past the count are always clear.
 */

#include "base/arena.h"

static inline size_t bits_words(size_t count)
{
	return (count + 63) / 64;
}

static inline uint64_t *bits_make(size_t count, struct arena *arena)
{
	return ARENA_ARRAY(arena, uint64_t, bits_words(count));
}

static inline void bits_set(uint64_t *bits, size_t bit)
{
	bits[bit / 64] |= UINT64_C(1) << bit % 64;
}

static inline void bits_clear(uint64_t *bits, size_t bit)
{
	bits[bit / 64] &= ~(UINT64_C(1) << bit % 64);
}

static inline bool bits_has(const uint64_t *bits, size_t bit)
{
	return bits[bit / 64] >> bit % 64 & 1;
}

static inline void bits_fill(uint64_t *bits, size_t count)
{
	for (size_t i = 0; i < count / 64; i++)
		bits[i] = UINT64_MAX;
	if (count % 64)
		bits[count / 64] = (UINT64_C(1) << count % 64) - 1;
}

static inline void bits_and(uint64_t *bits, const uint64_t *other, size_t count)
{
	for (size_t i = 0; i < bits_words(count); i++)
		bits[i] &= other[i];
}

static inline void bits_or(uint64_t *bits, const uint64_t *other, size_t count)
{
	for (size_t i = 0; i < bits_words(count); i++)
		bits[i] |= other[i];
}

static inline void bits_and_not(uint64_t *bits, const uint64_t *other, size_t count)
{
	for (size_t i = 0; i < bits_words(count); i++)
		bits[i] &= ~other[i];
}

/* How many are set. */
static inline uint32_t bits_total(const uint64_t *bits, size_t count)
{
	uint32_t total = 0;

	for (size_t i = 0; i < bits_words(count); i++)
		for (uint64_t rest = bits[i]; rest; rest &= rest - 1)
			total++;
	return total;
}

/* The first bit set at or after start; count when there is none. */
static inline size_t bits_next(const uint64_t *bits, size_t count, size_t start)
{
	size_t bit = start;

	while (bit < count) {
		uint64_t rest = bits[bit / 64] >> bit % 64;
		if (rest & 1)
			return bit;
		bit = rest ? bit + 1 : (bit / 64 + 1) * 64;
	}
	return count;
}

#endif
