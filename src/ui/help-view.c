#include "base/message.h"
#include "base/vec.h"
#include "text/fold.h"
#include "text/width.h"
#include "text/wrap.h"
#include "ui/scrolled.h"
#include "ui/view.h"

#define COLUMN_LEAST 38 /* cells of a column of help */
#define COLUMNS_MOST 4
#define KEYS_ROOM 64

/* A row of the help: a group's heading, an action, what its words go on with, or a blank. */
struct help_row {
	const char *heading;
	const char *keys, *words;
	struct span line; /* of the words, as much as stands in this row */
};
VEC_OF(struct help_row, help_rows);

struct help_layout {
	int columns;    /* of rows */
	int cols;       /* cells of a column */
	int keys_cols;  /* cells of its keys */
	int words_cols; /* cells of its words */
	int keys;       /* how many of an action's are shown */
};

static struct help_layout layout_of(int cols)
{
	struct help_layout layout = {.columns = cols / COLUMN_LEAST};
	if (layout.columns > COLUMNS_MOST)
		layout.columns = COLUMNS_MOST;
	if (layout.columns < 1)
		layout.columns = 1;
	layout.cols = cols / layout.columns;
	bool wide = layout.cols >= 46;
	layout.keys = wide ? 3 : 2;
	layout.keys_cols = wide ? 19 : 13;
	layout.words_cols = layout.cols - layout.keys_cols - 3;
	if (layout.words_cols < 1)
		layout.words_cols = 1;
	return layout;
}

/* The pane in which an action's first key holds. */
static enum where where_of(const struct app *app, enum action action)
{
	uint32_t count;
	const struct binding *bindings = keymap_bindings(app->keys, &count);
	for (uint32_t i = 0; i < count; i++)
		if (bindings[i].action == action)
			return bindings[i].where;
	return WHERE_ANY;
}

static const char *keys_of(
	const struct app *app, enum action action, enum where where, int limit, struct arena *arena)
{
	char keys[KEYS_ROOM];
	if (action == ACTION_SWITCH_CHIP)
		return "1 … 9";
	keymap_keys(app->keys, action, where, limit, keys, (int)sizeof keys);
	return arena_string(arena, span_of(keys));
}

static const char *words_of_action(enum action action, enum where where, struct arena *arena)
{
	static const char *const places[WHERE_COUNT] = {
		[WHERE_ANY] = "",
		[WHERE_LIST] = N_(" (list)"),
		[WHERE_READER] = N_(" (text)"),
		[WHERE_SIDEBAR] = N_(" (filters)"),
		[WHERE_RELATED] = N_(" (related)"),
		[WHERE_VERSIONS] = N_(" (versions)"),
		[WHERE_TIMELINE] = N_(" (timeline)"),
		[WHERE_PERSON] = N_(" (person)"),
		[WHERE_LINKS] = N_(" (links)"),
		[WHERE_STRETCH] = N_(" (passage)"),
	};
	return arena_format(arena, "%s%s", _(action_info(action)->help), _(places[where]));
}

static bool is_wanted(const struct help_row *row, const char *narrow, struct arena *arena)
{
	if (!*narrow)
		return true;
	struct span all = fold(span_of(arena_format(arena, "%s %s", row->keys, row->words)), arena);
	return span_find(all, fold(span_of(narrow), arena), 0) < all.len;
}

/* The action's rows: its words, wrapped. */
static void add_action(
	struct help_rows *rows, struct help_row row, int words_cols, struct arena *arena)
{
	struct span words = span_of(row.words);
	struct wrap wrap = wrap_of(words, words_cols, arena);
	struct extent line;

	while (wrap_next(&wrap, &line)) {
		row.line = span_in(words, line);
		*vec_push(arena, rows) = row;
		row.keys = "";
	}
}

/* A part of the help: what belongs to the pane in focus alone, or a group of what does not. */
struct help_part {
	const char *heading;
	enum where here;         /* that pane; WHERE_ANY: none has keys of its own */
	bool own;                /* its own keys */
	enum action_group group; /* else */
};

static bool is_in_part(const struct help_part *part, enum action action, enum where where)
{
	bool own = part->here != WHERE_ANY && where == part->here;

	return part->own ? own : !own && action_info(action)->group == part->group;
}

static void add_part(const struct app *app, const struct help_part *part,
	const struct help_layout *layout, struct help_rows *rows, struct arena *arena)
{
	bool begun = false;

	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		enum action action = (enum action)i;
		enum where where = where_of(app, action);
		if (!is_in_part(part, action, where))
			continue;
		struct help_row row = {.keys = keys_of(app, action, where, layout->keys, arena),
			.words = words_of_action(action, part->own ? WHERE_ANY : where, arena)};
		if (!*row.keys || !is_wanted(&row, app->overlay.narrow, arena))
			continue;
		if (!begun && rows->count)
			vec_push(arena, rows);
		if (!begun)
			vec_push(arena, rows)->heading = part->heading;
		begun = true;
		add_action(rows, row, layout->words_cols, arena);
	}
}

/* What the pane in focus has of its own, then the groups, the one that it needs most first. */
static void add_parts(const struct app *app, const struct help_layout *layout,
	struct help_rows *rows, struct arena *arena)
{
	static const struct {
		const char *heading;
		enum where where;
		enum action_group first;
	} panes[PANE_COUNT] = {
		[PANE_LIST] = {N_("In the list"), WHERE_LIST, GROUP_MOVE},
		[PANE_READER] = {N_("In the text"), WHERE_READER, GROUP_READ},
		[PANE_SIDEBAR] = {N_("In the filters"), WHERE_SIDEBAR, GROUP_FILTERS},
		[PANE_RELATED] = {N_("In the related articles"), WHERE_RELATED, GROUP_READ},
	};
	enum where here = panes[app->focus].where;
	enum action_group first = panes[app->focus].first;

	add_part(app, &(struct help_part){panes[app->focus].heading, here, true, first}, layout,
		rows, arena);
	add_part(app, &(struct help_part){action_group_name(first), here, false, first}, layout,
		rows, arena);
	for (int i = 0; i < GROUP_COUNT; i++)
		if (i != (int)first)
			add_part(app,
				&(struct help_part){action_group_name((enum action_group)i), here,
					false, (enum action_group)i},
				layout, rows, arena);
}

static bool is_blank(const struct help_row *row)
{
	return !row->heading && !row->words;
}

/* Where a column that begins at first ends, if it should have about height rows: at a blank
 * between groups where one is near. */
static uint32_t column_end(const struct help_rows *rows, uint32_t first, uint32_t height)
{
	uint32_t end = first + height;
	if (end >= rows->count)
		return rows->count;
	for (uint32_t reach = 0; reach <= height / 2; reach++) {
		if (end + reach < rows->count && is_blank(&rows->at[end + reach]))
			return end + reach;
		if (end > first + reach && is_blank(&rows->at[end - reach]))
			return end - reach;
	}
	return end;
}

static void draw_row(struct canvas *canvas, struct area column, int row, int keys_cols,
	const struct help_row *shown)
{
	if (shown->heading) {
		canvas_put(canvas, column, row, 0, STYLE_HEADING, span_of(_(shown->heading)));
		return;
	}
	if (!shown->words)
		return;
	canvas_put(canvas, column, row, 0, STYLE_KEY,
		width_clip(span_of(shown->keys), keys_cols - 1, canvas->arena));
	canvas_put(canvas, column, row, keys_cols, STYLE_TEXT, shown->line);
}

/* Where each column begins and, as the last one, where the help ends; the tallest one's rows. */
static uint32_t share_out(const struct help_rows *rows, int columns, uint32_t *firsts)
{
	uint32_t height = (rows->count + (uint32_t)columns - 1) / (uint32_t)columns;
	uint32_t first = 0, tallest = 0;

	for (int c = 0; c < columns; c++) {
		uint32_t end = c == columns - 1 ? rows->count : column_end(rows, first, height);
		tallest = end - first > tallest ? end - first : tallest;
		firsts[c] = first;
		first = end;
	}
	firsts[columns] = rows->count;
	return tallest;
}

static void draw_columns(const struct app *app, struct canvas *canvas, struct area area,
	const struct help_rows *rows, const struct help_layout *layout)
{
	uint32_t firsts[COLUMNS_MOST + 1];
	uint32_t tallest = share_out(rows, layout->columns, firsts);
	uint32_t room = area.rows > 0 ? (uint32_t)area.rows : 0;
	uint32_t last_top = tallest > room ? tallest - room : 0;
	uint32_t top = app->overlay.top < last_top ? app->overlay.top : last_top;

	for (int c = 0; c < layout->columns; c++) {
		struct area column = {
			area.row, area.col + c * layout->cols, area.rows, layout->cols};
		uint32_t first = firsts[c];
		if (c && first < firsts[c + 1] && is_blank(&rows->at[first]))
			first++;
		for (uint32_t i = first + top; i < firsts[c + 1] && i - first - top < room; i++)
			draw_row(canvas, column, (int)(i - first - top), layout->keys_cols,
				&rows->at[i]);
	}
}

/* Beside them there are two blank columns to the left and one to the right. */
static int inside_cols(int cols)
{
	return cols - 3;
}

uint32_t scrolled_help_rows(const struct app *app, int cols, struct arena *arena)
{
	struct help_layout layout = layout_of(inside_cols(cols));
	uint32_t firsts[COLUMNS_MOST + 1];
	struct help_rows rows = {0};

	add_parts(app, &layout, &rows, arena);
	return share_out(&rows, layout.columns, firsts);
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	struct area inside = {area.row + OVERLAY_HEAD, area.col + 2, area.rows - OVERLAY_HEAD,
		inside_cols(area.cols)};
	struct help_layout layout = layout_of(inside.cols);
	struct help_rows rows = {0};

	add_parts(app, &layout, &rows, canvas->arena);
	canvas_put(canvas, area, 0, 2, STYLE_TITLE, span_of(_("Keys")));
	draw_columns(app, canvas, inside, &rows, &layout);
	canvas_cursor(canvas, area, 0, 2, false);
}

const struct view help_view = {.name = "help", .draw = draw};
