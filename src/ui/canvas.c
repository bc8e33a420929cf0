#include "ui/canvas.h"

#include "text/utf8.h"
#include "text/width.h"
#include "ui/rule.h"

#include <string.h>

struct canvas canvas_make(int rows, int cols, struct arena *arena)
{
	struct canvas canvas = {
		.rows = rows < 1 ? 1 : rows, .cols = cols < 1 ? 1 : cols, .arena = arena};
	canvas.cells = ARENA_ARRAY(arena, struct cell, (size_t)canvas.rows * (size_t)canvas.cols);
	for (size_t i = 0; i < (size_t)canvas.rows * (size_t)canvas.cols; i++)
		canvas.cells[i].glyph.width = 1;
	return canvas;
}

struct area canvas_area(const struct canvas *canvas)
{
	return (struct area){0, 0, canvas->rows, canvas->cols};
}

static struct cell *cell_at(struct canvas *canvas, int row, int col)
{
	return &canvas->cells[(size_t)row * (size_t)canvas->cols + (size_t)col];
}

/* The area as far as it lies in the grid. */
static struct area clipped(const struct canvas *canvas, struct area area)
{
	if (area.row < 0) {
		area.rows += area.row;
		area.row = 0;
	}
	if (area.col < 0) {
		area.cols += area.col;
		area.col = 0;
	}
	if (area.rows > canvas->rows - area.row)
		area.rows = canvas->rows - area.row;
	if (area.cols > canvas->cols - area.col)
		area.cols = canvas->cols - area.col;
	if (area.rows < 0)
		area.rows = 0;
	if (area.cols < 0)
		area.cols = 0;
	return area;
}

static void make_blank(struct cell *cell)
{
	*cell = (struct cell){.glyph = {.width = 1}};
}

/* Half a wide glyph cannot stay when its other half is overwritten. */
static void unhalve(struct canvas *canvas, int row, int col)
{
	struct cell *cell = cell_at(canvas, row, col);
	if (cell->glyph.width == 0 && col > 0)
		make_blank(cell - 1);
	if (cell->glyph.width == 2 && col + 1 < canvas->cols)
		make_blank(cell + 1);
}

static void set_cell(struct canvas *canvas, int row, int col, enum style style, struct glyph glyph)
{
	struct cell *cell = cell_at(canvas, row, col);
	unhalve(canvas, row, col);
	*cell = (struct cell){.glyph = glyph, .style = (uint8_t)style, .selected = cell->selected};
	if (glyph.width < 2)
		return;
	unhalve(canvas, row, col + 1);
	cell[1] = (struct cell){.style = (uint8_t)style, .selected = cell->selected};
}

/* Printable ASCII that nothing combines with: most of every text. */
static bool is_plain(struct span text, size_t at)
{
	unsigned char c = (unsigned char)text.at[at];

	return c >= 0x20 && c < 0x7F && width_is_apart(text, at + 1);
}

int canvas_put(struct canvas *canvas, struct area area, int row, int col, enum style style,
	struct span text)
{
	struct area in = clipped(canvas, area);
	int end = in.col + in.cols - area.col;

	if (row + area.row < in.row || row + area.row >= in.row + in.rows || col < 0)
		return col;
	for (size_t at = 0; at < text.len && col < end;) {
		struct glyph glyphs[2] = {{.bytes = {text.at[at]}, .len = 1, .width = 1}};
		int count = 1, width = 1;
		if (is_plain(text, at)) {
			at++;
		} else {
			size_t next = cluster_end(text, at, &width);
			count = glyph_make(span_cut(text, at, next), width, glyphs);
			at = next;
		}
		if (col + width > end) /* half of it would stand outside */
			break;
		for (int i = 0; i < count; i++) {
			if (area.col + col >= in.col)
				set_cell(canvas, area.row + row, area.col + col, style, glyphs[i]);
			col += glyphs[i].width;
		}
	}
	return col;
}

int canvas_put_right(struct canvas *canvas, struct area area, int row, int col, int end,
	enum style style, struct span text)
{
	if (end > area.cols)
		end = area.cols;
	if (col >= end)
		return end;
	int used, width = end - col;
	size_t len = width_cut(text, width, &used);
	if (len == text.len) {
		canvas_put(canvas, area, row, end - used, style, text);
		return end - used;
	}
	len = width_cut(text, width - 1, &used);
	col = canvas_put(canvas, area, row, end - used - 1, style, span_cut(text, 0, len));
	canvas_put(canvas, area, row, col, style, SPAN("…"));
	return end - used - 1;
}

void canvas_link(struct canvas *canvas, struct area area, int row, int col, int end, uint32_t id,
	struct span url)
{
	struct area in = clipped(canvas, (struct area){area.row + row, area.col + col, 1,
						 (end < area.cols ? end : area.cols) - col});

	if (row >= 0 && row < area.rows && col >= 0 && in.rows == 1 && in.cols > 0)
		*vec_push(canvas->arena, &canvas->links) =
			(struct canvas_link){in.row, in.col, in.cols, id, url};
}

/* Links under what is drawn over them are none. */
static void unlink_within(struct canvas *canvas, struct area in)
{
	struct canvas_links *links = &canvas->links;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < links->count; i++) {
		struct canvas_link link = links->at[i];
		if (link.row < in.row || link.row >= in.row + in.rows ||
			link.col + link.cols <= in.col || link.col >= in.col + in.cols)
			links->at[kept++] = link;
	}
	links->count = kept;
}

void canvas_blank(struct canvas *canvas, struct area area)
{
	struct area in = clipped(canvas, area);
	unlink_within(canvas, in);
	for (int row = in.row; row < in.row + in.rows; row++)
		for (int col = in.col; col < in.col + in.cols; col++) {
			unhalve(canvas, row, col);
			make_blank(cell_at(canvas, row, col));
		}
}

struct area canvas_above(struct canvas *canvas, struct area area, int rows)
{
	struct area above = {area.row - rows, area.col, rows, area.cols};
	int rule = area.row - 1, to = above.row - 1;

	if (to > 0 && rule < canvas->rows && cell_at(canvas, rule, 0)->rule)
		memcpy(cell_at(canvas, to, 0), cell_at(canvas, rule, 0),
			(size_t)canvas->cols * sizeof(struct cell));
	canvas_blank(canvas, above);
	return above;
}

void canvas_select(struct canvas *canvas, struct area area, int row)
{
	struct area in = clipped(canvas, (struct area){area.row + row, area.col, 1, area.cols});
	if (row < 0 || row >= area.rows || in.rows < 1)
		return;
	for (int col = in.col; col < in.col + in.cols; col++)
		cell_at(canvas, in.row, col)->selected = true;
}

static void add_arms(struct canvas *canvas, int row, int col, uint8_t arms, bool focused)
{
	struct cell *cell = cell_at(canvas, row, col);
	char bytes[4];

	for (int side = RULE_UP; side <= RULE_LEFT; side += 2) {
		unsigned there = (unsigned)cell->rule >> side & 3u;
		arms = rule_with(arms, (enum rule_side)side, (enum rule_weight)there);
	}
	struct glyph glyph = {.width = 1};
	glyph.len = (uint8_t)utf8_put(bytes, rule_point(arms));
	memcpy(glyph.bytes, bytes, glyph.len);
	focused = focused || cell->style == STYLE_RULE_FOCUS;
	set_cell(canvas, row, col, focused ? STYLE_RULE_FOCUS : STYLE_RULE, glyph);
	cell->rule = arms;
}

void canvas_rule(struct canvas *canvas, int row, int col, int to_row, int to_col, bool focused)
{
	bool across = row == to_row;
	enum rule_side back = across ? RULE_LEFT : RULE_UP;
	enum rule_side onward = across ? RULE_RIGHT : RULE_DOWN;
	enum rule_weight weight = focused && across ? RULE_HEAVY : RULE_LIGHT;
	int first = across ? col : row, last = across ? to_col : to_row;
	int edge = across ? canvas->cols : canvas->rows;

	if ((across ? row : col) < 0 || (across ? row >= canvas->rows : col >= canvas->cols))
		return;
	for (int i = first < 0 ? 0 : first; i <= last && i < edge; i++) {
		uint8_t arms = 0;
		if (i > first)
			arms = rule_with(arms, back, weight);
		if (i < last)
			arms = rule_with(arms, onward, weight);
		add_arms(canvas, across ? row : i, across ? i : col, arms, focused && across);
	}
}

void canvas_cursor(struct canvas *canvas, struct area area, int row, int col, bool shown)
{
	struct area in = clipped(canvas, area);
	if (in.rows < 1 || in.cols < 1)
		return;
	row += area.row;
	col += area.col;
	canvas->cursor_row = row < in.row              ? in.row
			     : row >= in.row + in.rows ? in.row + in.rows - 1
						       : row;
	canvas->cursor_col = col < in.col              ? in.col
			     : col >= in.col + in.cols ? in.col + in.cols - 1
						       : col;
	canvas->cursor_shown = shown;
}

static void add_line(const struct cell *cells, int cols, bool styles, struct buf *picture)
{
	size_t inked = picture->len; /* the length without the blanks that end the line */
	for (int col = 0; col < cols; col++) {
		const struct cell *cell = &cells[col];
		char letter = cell->selected && cell->style == STYLE_TEXT
				      ? 'r'
				      : theme_letter((enum style)cell->style);
		if (styles)
			buf_char(picture, cell->glyph.len || cell->selected ? letter : ' ');
		else if (cell->glyph.len)
			buf_add(picture, (struct span){cell->glyph.bytes, cell->glyph.len});
		else if (cell->glyph.width)
			buf_char(picture, ' ');
		if (picture->at[picture->len - 1] != ' ')
			inked = picture->len;
	}
	picture->len = inked;
	buf_char(picture, '\n');
}

void canvas_picture(const struct canvas *canvas, bool styles, struct buf *picture)
{
	for (int row = 0; row < canvas->rows; row++)
		add_line(canvas->cells + (size_t)row * (size_t)canvas->cols, canvas->cols, false,
			picture);
	if (!styles)
		return;
	buf_text(picture, "---- styles ----\n");
	for (int row = 0; row < canvas->rows; row++)
		add_line(canvas->cells + (size_t)row * (size_t)canvas->cols, canvas->cols, true,
			picture);
}
