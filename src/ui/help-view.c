#include "base/vec.h"
#include "text/fold.h"
#include "text/width.h"
#include "ui/view.h"

#define COLUMN_LEAST 38 /* cells of a column of help */
#define COLUMNS_MOST 4
#define KEYS_ROOM 64

/* A row of the help: a group's heading, an action, or a blank. */
struct help_row {
	const char *heading;
	const char *keys, *words;
};
VEC_OF(struct help_row, help_rows);

/* The pane in which an action's first key holds. */
static enum where where_of(enum action action)
{
	uint32_t count;
	const struct binding *bindings = keymap_bindings(&count);
	for (uint32_t i = 0; i < count; i++)
		if (bindings[i].action == action)
			return bindings[i].where;
	return WHERE_ANY;
}

static const char *keys_of(enum action action, enum where where, int limit, struct arena *arena)
{
	char keys[KEYS_ROOM];
	if (action == ACTION_SWITCH_CHIP)
		return "1 … 9";
	keymap_keys(action, where, limit, keys, (int)sizeof keys);
	return arena_string(arena, span_of(keys));
}

static const char *words_of_action(enum action action, enum where where, struct arena *arena)
{
	static const char *const places[WHERE_COUNT] = {
		[WHERE_ANY] = "",
		[WHERE_LIST] = " (list)",
		[WHERE_READER] = " (text)",
		[WHERE_SIDEBAR] = " (filters)",
		[WHERE_RELATED] = " (related)",
	};
	return arena_format(arena, "%s%s", action_info(action)->help, places[where]);
}

static bool is_wanted(const struct help_row *row, const char *narrow, struct arena *arena)
{
	if (!*narrow)
		return true;
	struct span all = fold(
		span_of(arena_format(arena, "%s %s", row->keys, row->words)), arena);
	return span_find(all, fold(span_of(narrow), arena), 0) < all.len;
}

static void add_group(const struct app *app, enum action_group group, int limit,
	struct help_rows *rows, struct arena *arena)
{
	bool begun = false;

	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		enum action action = (enum action)i;
		if (action_info(action)->group != group)
			continue;
		enum where where = where_of(action);
		struct help_row row = {.keys = keys_of(action, where, limit, arena),
			.words = words_of_action(action, where, arena)};
		if (!*row.keys || !is_wanted(&row, app->overlay.narrow, arena))
			continue;
		if (!begun && rows->count)
			vec_push(arena, rows);
		if (!begun)
			vec_push(arena, rows)->heading = action_group_name(group);
		begun = true;
		*vec_push(arena, rows) = row;
	}
}

/* Where a column that begins at first ends, if it should have about height rows: at a blank
 * between groups where one is near. */
static uint32_t column_end(const struct help_rows *rows, uint32_t first, uint32_t height)
{
	uint32_t end = first + height;
	if (end >= rows->count)
		return rows->count;
	for (uint32_t reach = 0; reach < height / 3; reach++) {
		if (end + reach < rows->count && !rows->at[end + reach].words &&
			!rows->at[end + reach].heading)
			return end + reach;
		if (end > first + reach && !rows->at[end - reach].words &&
			!rows->at[end - reach].heading)
			return end - reach;
	}
	return end;
}

static void draw_row(struct canvas *canvas, struct area column, int row, int keys_cols,
	const struct help_row *shown)
{
	if (shown->heading) {
		canvas_put(canvas, column, row, 0, STYLE_HEADING, span_of(shown->heading));
		return;
	}
	if (!shown->words)
		return;
	canvas_put(canvas, column, row, 0, STYLE_ACCENT,
		width_clip(span_of(shown->keys), keys_cols - 1, canvas->arena));
	canvas_put(canvas, column, row, keys_cols, STYLE_TEXT,
		width_clip(span_of(shown->words), column.cols - keys_cols - 2, canvas->arena));
}

static void draw_columns(const struct app *app, struct canvas *canvas, struct area area,
	const struct help_rows *rows, int columns, int keys_cols)
{
	uint32_t height = (rows->count + (uint32_t)columns - 1) / (uint32_t)columns;
	int cols = area.cols / columns;
	uint32_t first = 0;

	for (int c = 0; c < columns && first < rows->count; c++) {
		uint32_t end = c == columns - 1 ? rows->count : column_end(rows, first, height);
		struct area column = {area.row, area.col + c * cols, area.rows, cols};
		for (uint32_t i = first; i < end; i++) {
			int64_t row = (int64_t)(i - first) - (int64_t)app->overlay.top;
			if (row >= 0 && row < area.rows)
				draw_row(canvas, column, (int)row, keys_cols, &rows->at[i]);
		}
		first = end;
		while (first < rows->count && !rows->at[first].heading && !rows->at[first].words)
			first++;
	}
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	struct help_rows rows = {0};
	int columns = (area.cols - 4) / COLUMN_LEAST;
	if (columns > COLUMNS_MOST)
		columns = COLUMNS_MOST;
	if (columns < 1)
		columns = 1;
	bool wide = (area.cols - 4) / columns >= 46;

	for (int group = 0; group < GROUP_COUNT; group++)
		add_group(app, (enum action_group)group, wide ? 3 : 2, &rows, canvas->arena);
	int col = canvas_put(canvas, area, 0, 2, STYLE_TITLE, SPAN("Keys"));
	canvas_put(canvas, area, 0, col + 3, STYLE_DIM, SPAN("/ finds · j k scroll · q closes"));
	struct area inside = {area.row + 2, area.col + 2, area.rows - 2, area.cols - 3};
	draw_columns(app, canvas, inside, &rows, columns, wide ? 19 : 13);
	canvas_cursor(canvas, area, 0, 2, false);
}

const struct view help_view = {.name = "help", .draw = draw};
