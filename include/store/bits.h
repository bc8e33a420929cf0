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
		total += (uint32_t)__builtin_popcountll(bits[i]);
	return total;
}

/* How many are set in both. */
static inline uint32_t bits_common(const uint64_t *bits, const uint64_t *other, size_t count)
{
	uint32_t total = 0;

	for (size_t i = 0; i < bits_words(count); i++)
		total += (uint32_t)__builtin_popcountll(bits[i] & other[i]);
	return total;
}

/* The first bit set at or after start; count when there is none. */
static inline size_t bits_next(const uint64_t *bits, size_t count, size_t start)
{
	size_t word = start / 64;

	if (start >= count)
		return count;
	for (uint64_t rest = bits[word] >> start % 64 << start % 64;; rest = bits[word]) {
		if (rest)
			return word * 64 + (size_t)__builtin_ctzll(rest);
		if (++word == bits_words(count))
			return count;
	}
}

/* for (struct bits_walk walk = bits_walk_of(…); bits_walk_next(&walk, &bit);)  Those that are set,
 * or those that are clear; rising. */
struct bits_walk {
	const uint64_t *bits;
	size_t count, next; /* words after the one that rest is of */
	uint64_t flip, rest;
};

static inline struct bits_walk bits_walk_of(const uint64_t *bits, size_t count, bool clear)
{
	return (struct bits_walk){bits, count, 0, clear ? UINT64_MAX : 0, 0};
}

static inline bool bits_walk_next(struct bits_walk *walk, uint32_t *bit)
{
	while (walk->rest == 0) {
		if (walk->next == bits_words(walk->count))
			return false;
		walk->rest = walk->bits[walk->next++] ^ walk->flip;
		if (walk->next * 64 > walk->count)
			walk->rest &= (UINT64_C(1) << walk->count % 64) - 1;
	}
	*bit = (uint32_t)((walk->next - 1) * 64) + (uint32_t)__builtin_ctzll(walk->rest);
	walk->rest &= walk->rest - 1;
	return true;
}

#endif
