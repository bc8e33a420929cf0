#ifndef DEPECHE_UI_MARKED_H
#define DEPECHE_UI_MARKED_H

/*
 * A short text in which letters that were typed or sought are marked.  Private to the floor.
 */

#include "ui/canvas.h"

/* Draws text in at most so many cells, clipped with an ellipsis, the hits (in order, apart from
 * each other) in the style of what was found; the column after it. */
int marked_put(struct canvas *, struct area, int row, int col, int width, enum style,
	struct span text, const struct extent *hits, uint32_t count);

#endif
