#include "app/timeline.h"

#include "app/filter.h"
#include "app/handlers.h"
#include "app/overlay.h"
#include "app/say.h"
#include "base/message.h"
#include "store/epoch-walk.h"

#define BESIDE_COLS 140 /* from here on the details stand beside the rows */
#define BELOW_ROWS 14   /* from here on there is room for them below */
#define HEAD_ROWS 12    /* from here on for a blank row under the title */

/* The longest stretch of days that each unit shows at a glance. */
static const int32_t glances[TALLY_UNIT_COUNT] = {
	[TALLY_DAY] = 40, [TALLY_WEEK] = 280, [TALLY_MONTH] = 1500, [TALLY_YEAR] = INT32_MAX};

/* The title, a blank row, and what the signs of the bars mean. */
static int head_rows(const struct timeline *timeline, int rows)
{
	if (rows < HEAD_ROWS)
		return timeline->split == SPLIT_NONE ? 1 : 2;
	return timeline->split == SPLIT_NONE ? 2 : 3;
}

struct timeline_layout timeline_layout(const struct timeline *timeline, struct area body)
{
	struct timeline_layout layout = {.rows = body, .head = head_rows(timeline, body.rows)};

	if (body.cols >= BESIDE_COLS) {
		int cols = body.cols * 11 / 20;
		layout.beside = true;
		layout.rows.cols = cols;
		layout.details = (struct area){
			body.row, body.col + cols + 1, body.rows, body.cols - cols - 1};
	} else if (body.rows >= BELOW_ROWS) {
		int rows = body.rows / 4 < 4 ? 4 : body.rows / 4;
		layout.rows.rows -= rows + 1;
		layout.details =
			(struct area){body.row + body.rows - rows, body.col, rows, body.cols};
	}
	layout.rows.row += layout.head;
	layout.rows.rows -= layout.head;
	if (layout.rows.rows < 1)
		layout.rows.rows = 1;
	return layout;
}

/* --- what is shown ---------------------------------------------------------------------- */

static struct tally_wish wish_of(const struct timeline *timeline)
{
	return (struct tally_wish){.unit = timeline->unit,
		.about = timeline->about,
		.parts = timeline->parts,
		.part_count = timeline->part_count};
}

/* Two chosen people or more are held against each other alone; else those who are named most
 * stand beside the one who is chosen. */
static uint32_t parts_wanted(
	const struct app *app, const struct facet_value *values, uint32_t count)
{
	uint32_t chosen = 0, room = app->cols >= BESIDE_COLS || app->cols < 100 ? 3 : 4;

	if (app->timeline.split == SPLIT_SOURCES)
		return TIMELINE_SOURCES;
	while (chosen < count && values[chosen].choice == CHOICE_INCLUDED)
		chosen++;
	return chosen >= 2 && chosen < room ? chosen : room;
}

static void choose_parts(struct app *app)
{
	struct timeline *timeline = &app->timeline;
	bool people = timeline->split == SPLIT_PEOPLE;
	struct facet_value *values = NULL;

	timeline->part_count = 0;
	if (timeline->split == SPLIT_NONE)
		return;
	uint32_t count = facet_values(app->epoch, app->query, &app->result,
		people ? FACET_PEOPLE : FACET_SOURCES, &values, &app->overlay_arena);
	uint32_t wanted = parts_wanted(app, values, count);
	for (uint32_t i = 0; i < count && timeline->part_count < wanted; i++)
		if (values[i].choice != CHOICE_EXCLUDED && values[i].here > 0)
			timeline->parts[timeline->part_count++] = values[i].clause;
}

/* From the first to the last day of publication of what counts as here; 0 without any. */
static int32_t days_shown(const struct app *app)
{
	const struct result *base = &app->timeline.base;
	int32_t first = DAY_NONE, last = DAY_NONE;

	for (uint32_t i = 0; i < base->count; i++) {
		int32_t day = epoch_day(app->epoch, base->ids[i]);
		if (day == DAY_NONE)
			continue;
		if (last == DAY_NONE)
			last = day;
		first = day;
	}
	return last == DAY_NONE ? 0 : last - first;
}

static void choose_unit(struct app *app)
{
	int32_t days = days_shown(app);
	int unit = TALLY_DAY;

	while (unit < TALLY_YEAR && days > glances[unit])
		unit++;
	app->timeline.unit = (enum tally_unit)unit;
}

static void make(struct app *app)
{
	struct timeline *timeline = &app->timeline;
	struct arena *arena = &app->overlay_arena;

	arena_clear(arena);
	timeline->query = app->query;
	timeline->base = facet_base(app->epoch, app->query, &app->result,
		timeline->about ? CLAUSE_ABOUT : CLAUSE_DATE, arena);
	if (!timeline->zoomed)
		choose_unit(app);
	choose_parts(app);
	tally_make(app->epoch, &timeline->base, wish_of(timeline), &timeline->tally, arena);
}

/* Where the cursor begins: at the article that is selected, else at the latest period. */
static int32_t present_day(const struct app *app)
{
	const struct tally *tally = &app->timeline.tally;
	int32_t day = app->list.selected == ARTICLE_NONE
			      ? DAY_NONE
			      : epoch_day(app->epoch, app->list.selected);

	if (day != DAY_NONE)
		return day;
	return tally->row_count ? tally->rows[tally->row_count - 1].from : DAY_NONE;
}

static int64_t clipped(int64_t value, int64_t low, int64_t high)
{
	return value > high ? (high < low ? low : high) : value < low ? low : value;
}

/* Puts the cursor on a row and brings it into view, with what comes before and after it. */
static void set_cursor(struct app *app, uint32_t row)
{
	struct timeline *timeline = &app->timeline;
	int64_t height = timeline_layout(timeline, panes_body(&app->panes)).rows.rows;
	int64_t last = (int64_t)timeline->tally.row_count - height;
	int64_t around = height > 6 ? 2 : 0;

	timeline->cursor = row;
	int64_t top =
		clipped(timeline->top, (int64_t)row - height + 1 + around, (int64_t)row - around);
	timeline->top = (uint32_t)clipped(top, 0, last);
	timeline->found_count = 0;
	if (row >= timeline->tally.row_count)
		return;
	const struct tally_row *at = &timeline->tally.rows[row];
	timeline->found_count = tally_articles(app->epoch, &timeline->base, wish_of(timeline),
		at->from, at->to, timeline->found, TIMELINE_FOUND);
}

void timeline_arrange(struct app *app)
{
	struct timeline *timeline = &app->timeline;
	struct shown_for *made = &app->shown_for;

	if (made->overlay_epoch != app->epoch_number || timeline->query != app->query ||
		made->overlay_cols != app->cols) {
		made->overlay_epoch = app->epoch_number;
		made->overlay_cols = app->cols;
		make(app);
	}
	if (timeline->day == DAY_NONE)
		timeline->day = present_day(app);
	set_cursor(app, tally_find(&timeline->tally, timeline->day));
}

struct clause timeline_clause(
	const struct timeline *timeline, const struct tally_row *row, struct arena *arena)
{
	static const enum day_precision precisions[TALLY_UNIT_COUNT] = {[TALLY_DAY] = PRECISION_DAY,
		[TALLY_MONTH] = PRECISION_MONTH,
		[TALLY_YEAR] = PRECISION_YEAR};
	struct clause clause = {.kind = timeline->about ? CLAUSE_ABOUT : CLAUSE_DATE,
		.from = row->from,
		.to = row->to};

	if (timeline->unit == TALLY_WEEK) {
		clause.text =
			arena_format(arena, "%s..%s", day_iso(row->from, PRECISION_DAY, arena),
				day_iso(row->to, PRECISION_DAY, arena));
		clause.label = days_long(row->from, row->to, arena);
		return clause;
	}
	clause.text = day_iso(row->from, precisions[timeline->unit], arena);
	clause.label = day_short(row->from, precisions[timeline->unit], arena);
	return clause;
}

/* --- keys ------------------------------------------------------------------------------- */

/* What is shown is to be made anew. */
static void change(struct app *app)
{
	app->shown_for.overlay_epoch = 0;
}

void timeline_open(struct app *app)
{
	bool again = app->overlay.which == OVERLAY_TIMELINE;

	overlay_close(app);
	if (again)
		return;
	if (!app->epoch) {
		say(app, "the archive is still being read");
		return;
	}
	app->overlay.which = OVERLAY_TIMELINE;
	app->timeline.day = DAY_NONE;
}

/* The rows are there only then. */
static bool is_open(struct app *app)
{
	bool open = app->overlay.which == OVERLAY_TIMELINE && app->timeline.tally.row_count > 0;

	if (!open)
		say(app, app->overlay.which == OVERLAY_TIMELINE
				 ? N_("there is nothing to step through")
				 : N_("t opens the timeline"));
	return open;
}

void timeline_move(struct app *app, int64_t rows)
{
	struct timeline *timeline = &app->timeline;
	int64_t row = clipped(
		(int64_t)timeline->cursor + rows, 0, (int64_t)timeline->tally.row_count - 1);

	if (timeline->tally.row_count > 0)
		timeline->day = timeline->tally.rows[row].from;
}

/* To the next row with articles here, over all that is empty. */
static void step(struct app *app, int by)
{
	const struct tally *tally = &app->timeline.tally;

	if (!is_open(app))
		return;
	for (int64_t row = (int64_t)app->timeline.cursor + by; row >= 0 && row < tally->row_count;
		row += by)
		if (tally->rows[row].here > 0) {
			app->timeline.day = tally->rows[row].from;
			return;
		}
	say(app, by > 0 ? N_("no article is later") : N_("no article is earlier"));
}

void timeline_next(struct app *app)
{
	step(app, 1);
}

void timeline_previous(struct app *app)
{
	step(app, -1);
}

/* The first of the finer periods within the one that the cursor was on that has articles here. */
static void land(struct app *app, int32_t from, int32_t to)
{
	const struct tally *tally = &app->timeline.tally;

	for (uint32_t row = tally_find(tally, from); row < tally->row_count; row++)
		if (tally->rows[row].to >= from && tally->rows[row].from <= to &&
			tally->rows[row].here > 0) {
			app->timeline.day = tally->rows[row].from;
			return;
		}
}

void timeline_zoom_in(struct app *app)
{
	struct timeline *timeline = &app->timeline;

	if (!is_open(app))
		return;
	if (timeline->unit == TALLY_DAY) {
		say(app, "this is day by day already");
		return;
	}
	struct tally_row row = timeline->tally.rows[timeline->cursor];
	timeline->unit--;
	timeline->zoomed = true;
	change(app);
	timeline_arrange(app);
	land(app, row.from, row.to);
}

void timeline_zoom_out(struct app *app)
{
	if (!is_open(app))
		return;
	if (app->timeline.unit == TALLY_YEAR) {
		say(app, "this is year by year already");
		return;
	}
	app->timeline.unit++;
	app->timeline.zoomed = true;
	change(app);
}

void timeline_split(struct app *app)
{
	static const char *const words[] = {[SPLIT_NONE] = N_("all articles together"),
		[SPLIT_SOURCES] = N_("told apart by source"),
		[SPLIT_PEOPLE] = N_("told apart by person")};

	if (!is_open(app))
		return;
	app->timeline.split = (app->timeline.split + 1) % SPLIT_COUNT;
	say(app, "%s", _(words[app->timeline.split]));
	change(app);
}

void timeline_about(struct app *app)
{
	if (app->overlay.which != OVERLAY_TIMELINE) {
		say(app, "t opens the timeline");
		return;
	}
	app->timeline.about = !app->timeline.about;
	say(app, app->timeline.about ? N_("by the days that articles speak of")
				     : N_("by the day of publication"));
	change(app);
}

void timeline_enter(struct app *app)
{
	const struct timeline *timeline = &app->timeline;
	struct arena scratch;

	if (timeline->cursor >= timeline->tally.row_count ||
		timeline->tally.rows[timeline->cursor].all == 0) {
		say(app, "there is no article in this time");
		return;
	}
	arena_init(&scratch);
	struct clause clause =
		timeline_clause(timeline, &timeline->tally.rows[timeline->cursor], &scratch);
	overlay_leave(app);
	app->focus = PANE_LIST;
	filter_add(app, clause);
	arena_clear(&scratch);
}
