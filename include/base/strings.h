#ifndef DEPECHE_BASE_STRINGS_H
#define DEPECHE_BASE_STRINGS_H

/*
 * Strings that have numbers, 0 for the first that came.  None is ever moved or removed, so whoever
 * was given a number may read its string in another thread while more are put in this one.
 */

#include "base/arena.h"
#include "base/span.h"

#include <stdint.h>

#define STRINGS_NONE UINT32_MAX
#define STRINGS_FIRST \
	10u /* the first block holds 2^10 strings, the next as many, then twice that */
#define STRINGS_BLOCKS (32u - STRINGS_FIRST + 1u)

struct string {
	const char *at;
	uint32_t len;
	uint32_t hash; /* of its bytes, see strings_hash */
};

struct strings {
	struct arena *arena;
	struct string *blocks[STRINGS_BLOCKS];
	uint32_t count;
	uint64_t *slots; /* the hash above 1 + a number; 0 when free */
	uint32_t slot_count;
	char *bytes; /* where the next string goes, and how much room there is */
	size_t room;
};

void strings_init(struct strings *, struct arena *);
/* Its number, a new one if it is new.  Owns: the bytes are copied. */
uint32_t strings_put(struct strings *, struct span);
/* STRINGS_NONE when it is not there.  For the thread that puts. */
uint32_t strings_find(const struct strings *, struct span);
/* 32 bits of hash_bytes. */
uint32_t strings_hash(struct span);
static inline uint32_t strings_hash_of(uint64_t hash_bytes)
{
	return (uint32_t)(hash_bytes >> 16);
}

/* For whoever puts many at once: a large table is far from the processor, and these ask for what
 * each put will look at, all at the same time.  First for the slots of all, then for their
 * strings. */
void strings_fetch_slot(const struct strings *, uint32_t hash);
void strings_fetch_string(const struct strings *, uint32_t hash);

/* Where a number lies in blocks of which none is ever moved. */
struct strings_place {
	uint32_t block, at, room; /* room: of that block */
};

static inline struct strings_place strings_place(uint32_t number)
{
	uint32_t block = 0, first = 0, room = 1u << STRINGS_FIRST;

	if (number >> STRINGS_FIRST) {
		block = 32u - STRINGS_FIRST - (uint32_t)__builtin_clz(number);
		first = room = 1u << (block + STRINGS_FIRST - 1);
	}
	return (struct strings_place){block, number - first, room};
}

/* number: under count. */
static inline const struct string *strings_at(const struct strings *strings, uint32_t number)
{
	struct strings_place place = strings_place(number);

	return &strings->blocks[place.block][place.at];
}

static inline struct span strings_text(const struct strings *strings, uint32_t number)
{
	const struct string *string = strings_at(strings, number);

	return (struct span){string->at, string->len};
}

#endif
