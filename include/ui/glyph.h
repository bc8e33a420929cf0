#ifndef DEPECHE_UI_GLYPH_H
#define DEPECHE_UI_GLYPH_H

/*
 * What the terminal is given for a grapheme cluster.  text/width.h says how many cells a cluster
 * takes; the terminal counts by wcwidth(), code point by code point.  Where the two differ,
 * what is shown is cut, padded or replaced until they agree, and whatever could harm a terminal
 * becomes a visible mark.  wcwidth() answers by the locale, which must be one of UTF-8.
 */

#include "base/span.h"

#define GLYPH_BYTES 20  /* five code points, as many as curses keeps in a cell */
#define GLYPH_POINTS 5

struct glyph {
	char bytes[GLYPH_BYTES];
	uint8_t len;   /* bytes */
	uint8_t width; /* cells: 1 or 2 */
};

/* One or two glyphs whose widths add up to width (1 or 2); how many. */
int glyph_make(struct span cluster, int width, struct glyph glyphs[2]);

#endif
