#define _XOPEN_SOURCE_EXTENDED 1 /* the wide half of curses */

#include "ui/term-draw.h"

#include "text/utf8.h"
#include "ui/hyperlink.h"

#include <assert.h>
#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define STROKE L'\u0336' /* combines to a letter that is struck through */

/* --- colours --------------------------------------------------------------------------------- */

static int pair_of(enum theme theme, enum colour colour)
{
	return 1 + (int)theme * COLOUR_COUNT + (int)colour;
}

/* Whether this terminal has the colours of a theme. */
static bool has_theme(enum theme theme)
{
	const struct palette *palette = theme_palette(theme);

	return palette->background < PALETTE_FIXED ||
	       (COLORS >= 256 && COLOR_PAIRS > pair_of(theme, COLOUR_COUNT));
}

/* Each theme's colours; whether there is at least the usual one. */
static bool init_themes(void)
{
	bool good = true;

	for (int theme = 0; theme < THEME_COUNT; theme++) {
		const struct palette *palette = theme_palette((enum theme)theme);
		for (int c = 0; c < COLOUR_COUNT && has_theme((enum theme)theme); c++) {
			int pair = pair_of((enum theme)theme, (enum colour)c);
			int ground = theme_ground((enum theme)theme, (enum colour)c);
			bool made = init_pair((short)pair, (short)palette->letters[c],
					    (short)ground) == OK;
			good = good && (made || theme != THEME_DEFAULT);
		}
	}
	return good;
}

void term_choose_colours(struct terminal *term, bool no_colour)
{
	const char *wish = getenv("NO_COLOR");
	if (no_colour || (wish && *wish) || !has_colors())
		return;
	if (start_color() == ERR || use_default_colors() == ERR || COLORS < 8 || COLOR_PAIRS < 8)
		return;
	term->colours = init_themes();
}

/* --- cells ----------------------------------------------------------------------------------- */

static attr_t attributes_of(unsigned bits)
{
	return (bits & LOOK_BOLD ? A_BOLD : 0) | (bits & LOOK_DIM ? A_DIM : 0) |
	       (bits & LOOK_UNDERLINE ? A_UNDERLINE : 0) | (bits & LOOK_REVERSE ? A_REVERSE : 0) |
	       (bits & LOOK_ITALIC ? A_ITALIC : 0);
}

/* What cells of one look have in common, ready for curses; it changes a few times in a row. */
struct pen {
	enum theme theme;
	uint8_t style;
	bool selected, ready;
	bool struck;
	attr_t attributes;
	short pair;
	cchar_t cell; /* a blank one */
};

static void take_pen(struct pen *pen, const struct cell *cell)
{
	if (pen->ready && pen->style == cell->style && pen->selected == cell->selected)
		return;
	pen->ready = true;
	pen->style = cell->style;
	pen->selected = cell->selected;
	struct look look = theme_look(pen->theme, (enum style)cell->style, cell->selected);
	pen->struck = look.bits & LOOK_STRUCK;
	pen->attributes = attributes_of(look.bits);
	pen->pair = (short)(pen->theme == THEME_MONO ? 0 : pair_of(pen->theme, look.colour));
	setcchar(&pen->cell, L" ", pen->attributes, pen->pair, NULL);
}

static cchar_t curses_cell(struct pen *pen, const struct cell *cell)
{
	wchar_t points[GLYPH_POINTS + 1] = L" ";
	struct span bytes = {cell->glyph.bytes, cell->glyph.len};
	size_t count = 0;

	take_pen(pen, cell);
	cchar_t made = pen->cell;
	for (size_t at = 0; at < bytes.len && count < GLYPH_POINTS;)
		points[count++] = (wchar_t)utf8_next(bytes, &at);
	if (pen->struck && count && count < GLYPH_POINTS)
		points[count++] = STROKE;
	if (count <= 1) { /* nearly always: what setcchar would make of it */
		made.chars[0] = points[0];
		return made;
	}
	points[count] = 0;
	setcchar(&made, points, pen->attributes, pen->pair, NULL);
	return made;
}

/* The cells of a row from first to end. */
static void draw_cells(enum theme theme, int row, const struct cell *cells, int first, int end)
{
	struct pen pen = {.theme = theme};
	cchar_t run[128];
	int count = 0, start = first;

	for (int col = first; col < end; col++) {
		if (cells[col].glyph.width == 0)
			continue; /* curses fills the right half itself */
		if (count == (int)COUNT(run)) {
			mvadd_wchnstr(row, start, run, count);
			count = 0;
		}
		if (count == 0)
			start = col;
		run[count++] = curses_cell(&pen, &cells[col]);
	}
	mvadd_wchnstr(row, start, run, count);
}

/* What of a row is not as it was.  The right half of a glyph follows the left one. */
static void draw_changes(
	enum theme theme, int row, const struct cell *before, const struct cell *cells, int cols)
{
	int first = 0, end = cols;

	while (first < cols && memcmp(&before[first], &cells[first], sizeof *cells) == 0)
		first++;
	while (end > first && memcmp(&before[end - 1], &cells[end - 1], sizeof *cells) == 0)
		end--;
	if (first < end)
		draw_cells(theme, row, cells, first, end);
}

/* --- links ----------------------------------------------------------------------------------- */

/* Writes cells once more where curses has just put them, within a link or without one. */
static void write_again(const struct terminal *term, enum theme theme, const struct canvas *canvas,
	struct canvas_link place, const char *sequence)
{
	const struct cell *cells = canvas->cells + (size_t)place.row * (size_t)canvas->cols;
	char text[GLYPH_BYTES + 1];

	putp(tiparm(tigetstr("cup"), place.row, place.col));
	fflush(stdout);
	term_tell(term, sequence);
	for (int col = place.col; col < place.col + place.cols; col++) {
		const struct cell *cell = &cells[col];
		if (cell->glyph.width == 0)
			continue;
		struct look look = theme_look(theme, (enum style)cell->style, cell->selected);
		vid_puts(attributes_of(look.bits),
			(short)(theme == THEME_MONO ? 0 : pair_of(theme, look.colour)), NULL,
			putchar);
		fflush(stdout);
		memcpy(text, cell->glyph.bytes, cell->glyph.len);
		text[cell->glyph.len] = 0;
		term_tell(term, *text ? text : " ");
	}
	vid_puts(A_NORMAL, 0, NULL, putchar);
	fflush(stdout);
	if (*sequence)
		term_tell(term, HYPERLINK_END);
}

/* Curses knows of no links: what was one, and what is one now, is written once more. */
static void show_links(
	struct terminal *term, enum theme theme, const struct canvas *canvas, int rows, int cols)
{
	struct arena scratch;
	int row, col;

	if (!term->takes_strings || (canvas->links.count == 0 && term->linked.count == 0))
		return;
	arena_init(&scratch);
	getyx(curscr, row, col);
	for (uint32_t i = 0; i < term->linked.count; i++) {
		struct canvas_link place = term->linked.at[i];
		if (place.row < rows && place.col + place.cols <= cols)
			write_again(term, theme, canvas, place, "");
	}
	arena_clear(&term->links);
	term->linked = (struct canvas_links){0};
	for (uint32_t i = 0; i < canvas->links.count; i++) {
		struct canvas_link place = canvas->links.at[i];
		const char *sequence = hyperlink_sequence(place.url, place.id, &scratch);
		if (!sequence || place.row >= rows || place.col + place.cols > cols)
			continue;
		write_again(term, theme, canvas, place, sequence);
		place.url = SPAN("");
		*vec_push(&term->links, &term->linked) = place;
	}
	putp(tiparm(tigetstr("cup"), row, col));
	fflush(stdout);
	arena_clear(&scratch);
}

/* --- what has not changed -------------------------------------------------------------------- */

static_assert(sizeof(struct cell) == sizeof(struct glyph) + 3, "cells are compared byte by byte");

void term_forget(struct terminal *term)
{
	arena_clear(&term->drawn.arena);
	term->drawn = (struct drawn){0};
}

/* Whether the last drawing was of this size and theme; else there is room for this one now. */
static bool is_comparable(struct drawn *drawn, const struct canvas *canvas, enum theme theme)
{
	if (drawn->cells && drawn->rows == canvas->rows && drawn->cols == canvas->cols &&
		drawn->theme == theme)
		return true;
	arena_clear(&drawn->arena);
	drawn->rows = canvas->rows;
	drawn->cols = canvas->cols;
	drawn->theme = theme;
	drawn->cells = ARENA_ARRAY(
		&drawn->arena, struct cell, (size_t)canvas->rows * (size_t)canvas->cols);
	return false;
}

/* --- the whole ------------------------------------------------------------------------------- */

void term_draw(struct terminal *term, const struct canvas *canvas)
{
	enum theme theme = !term->colours             ? THEME_MONO
			   : has_theme(canvas->theme) ? canvas->theme
						      : THEME_DEFAULT;
	int rows, cols;
	term_size(&rows, &cols);
	rows = rows < canvas->rows ? rows : canvas->rows;
	cols = cols < canvas->cols ? cols : canvas->cols;
	bool comparable = is_comparable(&term->drawn, canvas, theme);
	for (int row = 0; row < rows; row++) {
		size_t at = (size_t)row * (size_t)canvas->cols, len = (size_t)canvas->cols;
		const struct cell *cells = canvas->cells + at;
		struct cell *before = term->drawn.cells + at;
		if (comparable && memcmp(before, cells, len * sizeof *cells) == 0)
			continue;
		if (comparable)
			draw_changes(theme, row, before, cells, cols);
		else
			draw_cells(theme, row, cells, 0, cols);
		memcpy(before, cells, len * sizeof *cells);
	}
	curs_set(canvas->cursor_shown);
	move(canvas->cursor_row < rows ? canvas->cursor_row : rows - 1,
		canvas->cursor_col < cols ? canvas->cursor_col : cols - 1);
	if (term->anew)
		clearok(curscr, TRUE);
	term->anew = false;
	refresh();
	show_links(term, theme, canvas, rows, cols);
}
