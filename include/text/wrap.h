#ifndef DEPECHE_TEXT_WRAP_H
#define DEPECHE_TEXT_WRAP_H

/*
 * Breaking a paragraph into rows.  Source: Unicode Standard Annex 14 by libunistring, made
 * French: no row ends with « or begins with » ; : ! ? %, and the space between such a sign and
 * its word is never broken; nor is one inside a number or after "M.".  A word wider than the
 * row is cut at a cluster.  Rows do not carry the blanks at which they were broken.
 */

#include "base/arena.h"

struct wrap {
	struct span text;   /* a paragraph; a line feed in it breaks */
	const char *breaks; /* one mark a byte; private */
	size_t at;
	int width;     /* cells, at least 1 */
	bool squeezes; /* a blank after another has no width, for who does not show it */
};

/* Owns: the break table is in the arena, as long as the text. */
struct wrap wrap_of(struct span text, int width, struct arena *arena);
bool wrap_next(struct wrap *, struct extent *row);

#endif
