#ifndef DEPECHE_TESTS_UNIT_TEXT_NOISE_H
#define DEPECHE_TESTS_UNIT_TEXT_NOISE_H

/* Hostile text for promises that hold on any bytes: pieces of words, signs and broken sequences
 * in an order that a seed gives. */

#include "base/arena.h"
#include "base/buf.h"

#define NOISE_SEEDS 300

/* Fewer than most of the pieces. */
static inline struct span noise_of(const struct span *pieces, uint32_t count, uint32_t most,
	uint32_t seed, struct arena *arena)
{
	struct buf out;
	uint32_t state = seed * 2654435761u + 1;

	buf_init(&out, arena);
	for (uint32_t left = seed % most; left > 0; left--) {
		state = state * 1664525u + 1013904223u;
		buf_add(&out, pieces[(state >> 16) % count]);
	}
	/* An exact copy, so that a sanitizer sees one byte too many. */
	return (struct span){arena_copy(arena, out.at, out.len), out.len};
}

static inline struct span noise(uint32_t seed, struct arena *arena)
{
	static const struct span pieces[] = {{"a", 1}, {"É", 2}, {" ", 1}, {".", 1}, {"\n", 1},
		{"« ", 3}, {" »", 3}, {"\xC3", 1}, {"\x80", 1}, {"\xF0\x9F", 2}, {"\0", 1},
		{"е́", 4}, {"👨\u200D👩", 11}, {"日本", 6}, {"12", 2}, {"M.", 2}, {"l'", 2}, {"-", 1},
		{"\xED\xA0\x80", 3}, {"\r\n", 2}, {"mots", 4}, {"ﷺ", 3}, {"🇫", 4}, {"\u200B", 3},
		{"\u202E", 3}, {"Пескова", 14}, {"ß", 2}, {"\xFF", 1}, {"½", 2}, {"x", 1}, {"j", 1},
		{"ou", 2}};

	return noise_of(pieces, COUNT(pieces), 61, seed, arena);
}

#endif
