#include "app/mouse.h"

#include "app/ask.h"
#include "app/filter.h"
#include "app/handlers.h"
#include "app/items.h"
#include "app/list.h"
#include "app/marks.h"
#include "app/overlay.h"
#include "app/people.h"
#include "app/person.h"
#include "app/reader.h"
#include "app/refresh.h"
#include "app/say.h"
#include "app/sidebar.h"
#include "app/snippets.h"
#include "app/top-line.h"

#define STEP 3 /* rows of a turn of the wheel */

static bool is_in(struct area area, struct mouse mouse)
{
	return mouse.row >= area.row && mouse.row < area.row + area.rows && mouse.col >= area.col &&
	       mouse.col < area.col + area.cols;
}

/* PANE_COUNT: it is over a rule. */
static enum pane pane_under(const struct app *app, struct mouse mouse)
{
	int pane = 0;

	while (pane < PANE_COUNT && !is_in(app->panes.pane[pane], mouse))
		pane++;
	return (enum pane)pane;
}

/* --- clicks in the panes ------------------------------------------------------------------ */

static void click_list(struct app *app, uint32_t row, bool focused)
{
	uint32_t place = app->list.top + row / (uint32_t)app->list_lines;

	if (place >= app->listed_count)
		return;
	if (focused && place == app->selected_place)
		focus_open(app);
	else
		list_select(app, place);
}

static void click_related(struct app *app, uint32_t row, bool focused)
{
	uint32_t at = app->related.top + row;

	if (at >= app->related_count)
		return;
	bool again = focused && at == app->related.cursor;
	app->related.cursor = at;
	if (again)
		focus_open(app);
}

static void click_sidebar(struct app *app, uint32_t row)
{
	uint32_t at = app->sidebar.top + row;

	if (at >= app->sidebar_row_count || app->sidebar_rows[at].kind == SIDEBAR_BLANK)
		return;
	sidebar_go(app, at);
	sidebar_include(app);
}

/* The innermost thing that stands at a place of the text. */
static struct item item_at(const struct app *app, uint32_t at)
{
	struct item found = {0};
	struct arena scratch;

	arena_init(&scratch);
	struct items items = items_make(app, TRAIL_ALL, &scratch);
	for (uint32_t i = 0; i < items.count && items.at[i].at.start <= at; i++)
		if (items.at[i].kind != ITEM_FOLD && at < items.at[i].at.end)
			found = items.at[i];
	arena_clear(&scratch);
	return found;
}

static void tell_item(struct app *app, struct item item)
{
	struct arena scratch;

	arena_init(&scratch);
	say(app, "%.200s", item_words(app, item, &scratch));
	arena_clear(&scratch);
}

/* A fold is as wide as its row; of a link, a name, a day the first click takes hold, the second
 * goes there. */
static void click_reader(struct app *app, uint32_t row, int col)
{
	uint32_t at = app->page_top + row;

	if (at >= app->page.row_count || app->reader.article == ARTICLE_NONE)
		return;
	const struct row *shown = &app->page.rows[at];
	struct item item = {ITEM_FOLD, shown->at}, current = app->reader.current;
	if (shown->kind != ROW_FOLD) {
		const struct article *article = epoch_article(app->epoch, app->reader.article);
		uint32_t place = page_under(
			&app->page, article->text, app->panes.pane[PANE_READER].cols, shown, col);
		if (app->page.raw || place == UINT32_MAX)
			return;
		item = item_at(app, place);
	}
	bool again = item.kind == current.kind && item.at.start == current.at.start;
	app->reader.current = item;
	if (item.kind == ITEM_FOLD || (again && item.kind != ITEM_NONE))
		focus_open(app);
	else
		tell_item(app, item);
}

static void click_pane(struct app *app, struct mouse mouse)
{
	enum pane pane = pane_under(app, mouse);

	if (pane == PANE_COUNT)
		return;
	bool focused = app->focus == pane;
	uint32_t row = (uint32_t)(mouse.row - app->panes.pane[pane].row);
	app->focus = pane;
	if (pane == PANE_LIST)
		click_list(app, row, focused);
	else if (pane == PANE_RELATED)
		click_related(app, row, focused);
	else if (pane == PANE_SIDEBAR)
		click_sidebar(app, row);
	else
		click_reader(app, row, mouse.col - app->panes.pane[PANE_READER].col);
}

/* --- clicks in what lies over them -------------------------------------------------------- */

/* Moves the cursor of an overlay, or opens what it is on already. */
static void choose(struct app *app, uint32_t *cursor, uint32_t to)
{
	if (*cursor == to)
		overlay_enter(app);
	else
		*cursor = to;
}

static void click_lines(struct app *app, uint32_t row)
{
	uint32_t at = app->overlay.top + row;

	if (app->overlay.which == OVERLAY_PROBLEMS || at >= app->overlay_row_count)
		return;
	if (app->overlay_rows[at].at.start < app->overlay_rows[at].at.end)
		choose(app, &app->overlay.cursor, app->overlay_rows[at].line);
}

static void click_timeline(struct app *app, struct mouse mouse)
{
	struct timeline *timeline = &app->timeline;
	struct area rows = timeline_layout(timeline, panes_body(&app->panes)).rows;

	if (!is_in(rows, mouse))
		return;
	uint32_t at = timeline->top + (uint32_t)(mouse.row - rows.row);
	if (at >= timeline->tally.row_count)
		return;
	if (at == timeline->cursor)
		timeline_enter(app);
	else
		timeline_move(app, (int64_t)at - timeline->cursor);
}

static void click_person(struct app *app, struct area body, struct mouse mouse)
{
	const struct person_rows *rows = &app->person_rows;
	int row = mouse.row - body.row - PERSON_HEAD, col = mouse.col - body.col;

	for (uint32_t i = 0; row >= 0 && i < rows->column_count; i++) {
		const struct person_column *column = &rows->columns[i];
		uint32_t at = column->first + app->person.top[i] + (uint32_t)row;
		bool across = col >= column->left && col < column->left + column->width;
		if (across && at < column->end && rows->at[at].stop != UINT32_MAX) {
			choose(app, &app->person.cursor, rows->at[at].stop);
			return;
		}
	}
}

static void click_picker(struct app *app, uint32_t row, int rows)
{
	uint32_t at = people_top(app, rows) + row;

	if (at >= app->picked_count)
		return;
	if (at == app->overlay.cursor)
		ask_key(app, KEYS_ENTER);
	else
		app->overlay.cursor = at;
}

static void click_overlay(struct app *app, struct mouse mouse)
{
	struct area body = panes_body(&app->panes);
	struct area lines = {
		body.row + OVERLAY_HEAD, body.col, body.rows - OVERLAY_HEAD, body.cols};
	uint32_t row = (uint32_t)(mouse.row - lines.row);

	if (app->overlay.which == OVERLAY_TIMELINE)
		click_timeline(app, mouse);
	else if (app->overlay.which == OVERLAY_PERSON && is_in(body, mouse))
		click_person(app, body, mouse);
	else if (app->overlay.which == OVERLAY_PICKER && is_in(lines, mouse))
		click_picker(app, row, lines.rows);
	else if (is_in(lines, mouse))
		click_lines(app, row);
}

/* --- chips -------------------------------------------------------------------------------- */

static void click_chip(struct app *app, struct mouse mouse)
{
	int chip = top_line_chip(app, mouse.col);

	if (chip >= 0)
		filter_switch(app, (uint32_t)chip);
}

/* Whether the filter can be changed now: the screen shows what comes of it. */
static bool shows_filter(const struct app *app)
{
	return app->overlay.which == OVERLAY_NONE || app->overlay.which == OVERLAY_TIMELINE;
}

static void click(struct app *app, struct mouse mouse)
{
	if (app->prompt.use == PROMPT_NONE && shows_filter(app) && !app->reader.stretch.on &&
		is_in(app->panes.top, mouse))
		click_chip(app, mouse);
	else if (app->overlay.which != OVERLAY_NONE)
		click_overlay(app, mouse);
	else if (app->reader.stretch.on)
		say(app, "Esc leaves the passage");
	else
		click_pane(app, mouse);
}

/* --- the wheel ---------------------------------------------------------------------------- */

static uint32_t clipped(int64_t to, int64_t least, int64_t most)
{
	int64_t value = to > most ? most : to;

	return (uint32_t)(value < least ? least : value);
}

/* The rows go, and the cursor with them only as far as it would leave the pane. */
static uint32_t scrolled(uint32_t *top, uint32_t cursor, uint32_t count, int height, int64_t rows)
{
	int64_t last = (int64_t)count - height;

	*top = clipped(*top + rows, 0, last > 0 ? last : 0);
	return clipped(cursor, *top, (int64_t)*top + height - 1);
}

static void turn_in_pane(struct app *app, struct mouse mouse, int64_t rows)
{
	enum pane pane = pane_under(app, mouse);
	int height = pane == PANE_COUNT ? 0 : app->panes.pane[pane].rows;

	if (app->reader.stretch.on)
		stretch_move(app, rows);
	else if (pane == PANE_READER)
		reader_scroll(app, rows);
	else if (pane == PANE_LIST && app->listed_count > 0)
		list_select(app, scrolled(&app->list.top, app->selected_place, app->listed_count,
					 (int)snippets_fit(app), rows));
	else if (pane == PANE_SIDEBAR)
		sidebar_go(app, scrolled(&app->sidebar.top, app->sidebar.cursor,
					app->sidebar_row_count, height, rows));
	else if (pane == PANE_RELATED)
		app->related.cursor = scrolled(
			&app->related.top, app->related.cursor, app->related_count, height, rows);
}

static void turn(struct app *app, struct mouse mouse)
{
	int64_t rows = mouse.what == MOUSE_WHEEL_UP ? -STEP : STEP;

	if (app->overlay.which == OVERLAY_PICKER)
		people_key(app, rows < 0 ? KEYS_UP : KEYS_DOWN);
	else if (app->overlay.which != OVERLAY_NONE)
		overlay_move(app, rows);
	else
		turn_in_pane(app, mouse, rows);
}

/* --- the outside -------------------------------------------------------------------------- */

void app_mouse(struct app *app, struct mouse mouse, int64_t now)
{
	bool typing = app->prompt.use != PROMPT_NONE && app->prompt.use != PROMPT_PICKER;

	if (!app->mouse || mouse.what == MOUSE_OTHER)
		return;
	app->now = now;
	marks_look(app);
	app->session.touched = true;
	app->list.touched = true;
	app->key = KEYS_MOUSE;
	if (typing || app->panes.arrangement == ARRANGED_MESSAGE)
		return; /* what is typed has the keyboard, until it is done */
	app->message[0] = 0;
	bool asked = app->asking_to_quit || app->menu;
	app->asking_to_quit = false;
	app->menu = NULL;
	if (asked)
		return; /* a question goes away as by any other key */
	if (mouse.what == MOUSE_CLICK)
		click(app, mouse);
	else
		turn(app, mouse);
	refresh(app);
}

void mouse_toggle(struct app *app)
{
	app->mouse = !app->mouse;
	if (app->mouse)
		say(app, "the mouse is on; hold Shift to select text as before");
	else
		say(app, "the mouse is off");
}
