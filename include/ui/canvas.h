#ifndef DEPECHE_UI_CANVAS_H
#define DEPECHE_UI_CANVAS_H

/*
 * A screen as a grid of cells in memory: what views draw on, what the terminal shows and what
 * tests compare.  Everything clips: to the area that is drawn in, and to the grid.  Any bytes
 * may be drawn; what reaches a cell is harmless and as wide as the terminal will show it.
 */

#include "app/panes.h"
#include "base/buf.h"
#include "base/vec.h"
#include "ui/glyph.h"
#include "ui/theme.h"

struct cell {
	struct glyph glyph; /* width 0: the right half of the cell before; len 0: blank */
	uint8_t style;      /* enum style */
	uint8_t rule;       /* a rule's arms: two bits each for up, right, down, left */
	bool selected;      /* in the row on which the focus is */
};

/* Cells of a row that lead somewhere. */
struct canvas_link {
	int row, col, cols;
	uint32_t id;     /* parts of one link have the same */
	struct span url; /* as it is written in the article */
};

VEC_OF(struct canvas_link, canvas_links);

struct canvas {
	int rows, cols;
	struct cell *cells; /* row by row */
	enum theme theme;
	struct arena *arena; /* of this picture: for what is worked out to be drawn */
	int cursor_row, cursor_col;
	bool cursor_shown; /* text is being typed there; else it only marks the focus */
	struct canvas_links links; /* whole glyphs; where the reader wants them */
};

/* Blank. Sizes under 1 count as 1. */
struct canvas canvas_make(int rows, int cols, struct arena *);
struct area canvas_area(const struct canvas *);

/* Draws text at a cell of the area; the column after it (within the area), where more can
 * follow. Nothing is drawn outside the area, nor left of col. */
int canvas_put(struct canvas *, struct area, int row, int col, enum style, struct span text);
/* The same so that the text ends before column end; the column where it begins. Text that does
 * not fit right of col is clipped with an ellipsis. */
int canvas_put_right(
	struct canvas *, struct area, int row, int col, int end, enum style, struct span text);
/* What was put between two columns of the area, the second one past it, leads to an address. */
void canvas_link(struct canvas *, struct area, int row, int col, int end, uint32_t id,
	struct span url);
void canvas_blank(struct canvas *, struct area);
/* Rows right above an area, blank, for what is to be said there; a rule that was there now lies
 * on top of them. */
struct area canvas_above(struct canvas *, struct area, int rows);
/* The row of the area in which the focus is. */
void canvas_select(struct canvas *, struct area, int row);
/* A rule from one cell to another in the same row or column, both included; it joins the rules
 * that it meets. */
void canvas_rule(struct canvas *, int row, int col, int to_row, int to_col, bool focused);
void canvas_cursor(struct canvas *, struct area, int row, int col, bool shown);

/* The grid as lines of UTF-8, without blanks at their ends; with styles, a second picture
 * below in which each cell is its style's letter. */
void canvas_picture(const struct canvas *, bool styles, struct buf *);

#endif
