#ifndef DEPECHE_BASE_MAP_H
#define DEPECHE_BASE_MAP_H

/*
 * Hash maps from bytes or from 64-bit numbers to 32-bit values, in an arena, and the hashes
 * they are made of.  Nothing is ever removed.  Walk the entries in order of insertion:
 * entries[0 .. count).
 */

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

struct map_entry {
	uint64_t hash;
	struct span key; /* copied into the arena unless borrowed; empty in maps of numbers */
	uint32_t value;
};

struct map {
	struct arena *arena;
	struct map_entry *entries;
	uint32_t count, room;
	uint32_t *slots; /* 1 + index of an entry, 0 when free */
	uint32_t slot_count;
	bool borrows; /* keys outlive the map: it copies none; set it before the first put */
};

void map_init(struct map *, struct arena *);

/* The entry of a key, made with value 0 when it is new; valid until the next put. */
struct map_entry *map_put(struct map *, struct span key, bool *made);
struct map_entry *map_put_number(struct map *, uint64_t key, bool *made);
/* Null when the key is not there. */
const struct map_entry *map_get(const struct map *, struct span key);
const struct map_entry *map_get_number(const struct map *, uint64_t key);

uint64_t hash_bytes(struct span);
/* Another number, twice as soon where there are thousands of bytes. */
uint64_t hash_long(struct span);
uint64_t hash_mix(uint64_t, uint64_t);

/*
 * 128 bits that tell files apart; the same on every machine and for ever.
 * Source: SipHash-2-4-128 (Aumasson and Bernstein) with a fixed key.
 */
struct digest {
	uint64_t high, low;
};
struct digest digest_of(struct span);

#endif
