#ifndef DEPECHE_BASE_ARENA_H
#define DEPECHE_BASE_ARENA_H

/*
 * Memory with a lifetime.  Everything that dies together is allocated in one arena and given
 * back in one call; nothing is freed piece by piece above this floor.  An arena is used by one
 * thread at a time.  Out of memory ends the program: one line on stderr, then abort() with errno ENOMEM, whose
 * handler (ui/term) gives the terminal back.
 *
 * Compiled with ARENA_PIECEWISE every allocation is its own, so that sanitizers see its edges.
 */

#include "base/span.h"

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *newest;
	size_t used; /* bytes handed out, of all blocks */
};

struct arena_mark { /* a moment to go back to */
	struct arena_block *block;
	size_t block_used;
	size_t used;
};

void arena_init(struct arena *);
void arena_clear(struct arena *); /* gives everything back; the arena may be used again */
/* For what is made anew again and again: everything is given back to the arena, which keeps one
 * block as large as all that was used of it now, unless that is very much.  Memory from the system
 * comes page by page, which takes longer than filling it. */
void arena_reuse(struct arena *);

/* Zeroed, aligned for any type; len 0 gives a valid address. */
void *arena_alloc(struct arena *, size_t len);
/* Count things of each bytes; a product that overflows counts as out of memory. */
void *arena_array(struct arena *, size_t count, size_t each);
/* Makes the newest allocation longer where it lies, the new bytes zeroed; false, nothing changed,
 * when it is not the newest or there is no room behind it. */
bool arena_stretch(struct arena *, const void *at, size_t len, size_t wider);
void *arena_copy(struct arena *, const void *bytes, size_t len);
char *arena_string(struct arena *, struct span); /* terminated by a zero */
struct span arena_span(struct arena *, struct span);
char *arena_format(struct arena *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What was allocated since the mark is given back by the rewind: for scratch work in a loop. */
struct arena_mark arena_mark(const struct arena *);
void arena_rewind(struct arena *, struct arena_mark);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_array((arena), (count), sizeof(type)))

#endif
