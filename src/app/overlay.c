#include "app/overlay.h"

#include "app/config.h"
#include "app/correcting.h"
#include "app/handlers.h"
#include "app/links.h"
#include "app/person.h"
#include "app/question.h"
#include "app/reader.h"
#include "app/refresh.h"
#include "app/say.h"
#include "app/sidebar.h"
#include "app/versions.h"
#include "app/visit.h"
#include "base/message.h"
#include "text/wrap.h"

#define HELP_COLS 39    /* of a column of the help, about */
#define HEIGHT_AROUND 6 /* rows of the screen that are not the overlay's: lines, rules, title */

/* --- what they say ---------------------------------------------------------------------- */

static void make_problems(struct app *app, struct why *why)
{
	const struct extent nowhere = {0, 0};
	uint32_t count, passed_over;
	const struct problem *problems = epoch_problems(app->epoch, &count, &passed_over);

	for (uint32_t i = 0; app->config && i < app->config->mistakes.count; i++)
		why_add(why, nowhere, app->config->mistakes.at[i]);
	for (uint32_t i = 0; i < count; i++)
		why_add(why, nowhere,
			arena_format(why->arena, "%s: %s", problems[i].path, problems[i].reason));
	if (passed_over > 0)
		why_add(why, nowhere,
			arena_format(why->arena,
				P_("%u file was passed over: plainly no text",
					"%u files were passed over: plainly no text", passed_over),
				passed_over));
}

static void make_lines(struct app *app)
{
	struct why why = {.epoch = app->epoch,
		.article = app->reader.article,
		.subject = "",
		.arena = &app->overlay_arena};

	if (app->overlay.which == OVERLAY_PROBLEMS)
		make_problems(app, &why);
	else if (app->overlay.which == OVERLAY_CORRECT)
		correcting_lines(app, &why);
	else if (app->overlay.which == OVERLAY_LINKS)
		links_lines(app, &why);
	else
		question_answer(app, &why);
	app->overlay_subject = why.subject;
	app->overlay_lines = why.lines.at;
	app->overlay_line_count = why.lines.count;
}

/* --- how their rows lie ----------------------------------------------------------------- */

VEC_OF(struct overlay_row, overlay_rows);

static void set_rows(struct app *app)
{
	struct arena *arena = &app->overlay_arena;
	int cols = app->cols < OVERLAY_MEASURE ? app->cols : OVERLAY_MEASURE;
	int width = cols - OVERLAY_LEFT - OVERLAY_HANGING - 1;
	bool airy = app->overlay.which == OVERLAY_WHY;
	struct overlay_rows rows = {0};

	for (uint32_t i = 0; i < app->overlay_line_count; i++) {
		struct span text = span_of(app->overlay_lines[i].text);
		struct wrap wrap = wrap_of(text, width > 0 ? width : 1, arena);
		struct extent at;
		if (airy && i > 0)
			*vec_push(arena, &rows) = (struct overlay_row){i, {0, 0}};
		while (wrap_next(&wrap, &at))
			*vec_push(arena, &rows) = (struct overlay_row){i, at};
	}
	app->overlay_rows = rows.at;
	app->overlay_row_count = rows.count;
}

/* Rows of the screen that are the overlay's, under its title. */
static int64_t height_of(const struct app *app)
{
	int64_t height = app->rows - HEIGHT_AROUND;

	return height > 1 ? height : 1;
}

static int64_t last_row(const struct app *app)
{
	bool versions = app->overlay.which == OVERLAY_VERSIONS;
	uint32_t rows = versions ? app->sides.row_count : app->overlay_row_count;
	/* The heads of two versions take rows of their own, more or fewer by their words. */
	int64_t last = (int64_t)rows - (versions ? height_of(app) / 2 : height_of(app));

	return last > 0 ? last : 0;
}

/* Whether one of its lines is chosen by the cursor. */
static bool has_cursor(const struct app *app)
{
	enum overlay which = app->overlay.which;

	return which == OVERLAY_WHY || which == OVERLAY_CORRECT || which == OVERLAY_LINKS;
}

/* Brings all rows of the line with the cursor into view, the first one above all. */
static void follow_cursor(struct app *app)
{
	int64_t first = 0, last = 0, height = height_of(app), top = app->overlay.top;

	for (uint32_t row = 0; row < app->overlay_row_count; row++) {
		if (app->overlay_rows[row].line < app->overlay.cursor)
			first = (int64_t)row + 1;
		if (app->overlay_rows[row].line <= app->overlay.cursor)
			last = row;
	}
	if (last >= top + height)
		top = last - height + 1;
	if (first < top)
		top = app->overlay.cursor == 0 ? 0 : first;
	app->overlay.top = (uint32_t)(top > last_row(app) ? last_row(app) : top);
}

static void make_shown(struct app *app)
{
	if (app->overlay.which == OVERLAY_VERSIONS) {
		versions_arrange(app);
		return;
	}
	make_lines(app);
	set_rows(app);
}

void overlay_arrange(struct app *app)
{
	enum overlay which = app->overlay.which;
	struct shown_for *made = &app->shown_for;

	if (which == OVERLAY_TIMELINE)
		timeline_arrange(app);
	if (which != OVERLAY_PROBLEMS && which != OVERLAY_VERSIONS && !has_cursor(app))
		return;
	if (made->overlay_epoch != app->epoch_number || made->overlay_cols != app->cols) {
		made->overlay_epoch = app->epoch_number;
		made->overlay_cols = app->cols;
		arena_clear(&app->overlay_arena);
		make_shown(app);
	}
	if (app->overlay.cursor >= app->overlay_line_count)
		app->overlay.cursor = 0;
	if (has_cursor(app))
		follow_cursor(app);
	else if (app->overlay.top > last_row(app))
		app->overlay.top = (uint32_t)last_row(app);
}

/* --- keys ------------------------------------------------------------------------------- */

static void forget(struct app *app)
{
	app->overlay = (struct overlay_state){.which = OVERLAY_NONE};
	app->overlay_line_count = app->overlay_row_count = 0;
	app->sides.row_count = 0;
	app->shown_for.overlay_epoch = 0;
}

void overlay_open(struct app *app, enum overlay which)
{
	if (app->overlay.which == which) {
		overlay_close(app);
		return;
	}
	forget(app);
	app->overlay.which = which;
}

void overlay_close(struct app *app)
{
	bool page = app->overlay.which == OVERLAY_PERSON;
	enum overlay beneath = app->overlay.beneath;

	forget(app);
	if (page)
		person_close(app);
	else if (app->person.slug)
		app->overlay.which = OVERLAY_PERSON;
	else
		app->overlay.which = beneath;
}

void overlay_leave(struct app *app)
{
	forget(app);
	person_close(app);
}

/* The last row of the help that may come to the top; its columns are not of one length. */
static int64_t last_of_help(const struct app *app)
{
	int columns = app->cols / HELP_COLS < 1 ? 1 : app->cols / HELP_COLS;

	return (ACTION_COUNT + 2 * GROUP_COUNT) / (columns < 4 ? columns : 4) * 4 / 3 + 4 -
	       height_of(app);
}

static uint32_t clipped(int64_t to, int64_t last)
{
	return (uint32_t)(to < 0 || last < 0 ? 0 : to > last ? last : to);
}

void overlay_move(struct app *app, int64_t rows)
{
	struct overlay_state *overlay = &app->overlay;

	if (overlay->which == OVERLAY_TIMELINE)
		timeline_move(app, rows);
	else if (overlay->which == OVERLAY_PERSON)
		person_move(app, rows);
	else if (has_cursor(app))
		overlay->cursor = clipped(
			(int64_t)overlay->cursor + rows, (int64_t)app->overlay_line_count - 1);
	else if (overlay->which == OVERLAY_HELP)
		overlay->top = clipped((int64_t)overlay->top + rows, last_of_help(app));
	else
		overlay->top = clipped((int64_t)overlay->top + rows, last_row(app));
}

void overlay_go(struct app *app, article_id article, struct extent place)
{
	visit_leave(app);
	overlay_leave(app);
	if (article != app->reader.article)
		visit_to(app, article, PANE_READER);
	app->focus = PANE_READER;
	refresh(app);
	if (place.start == place.end)
		return;
	if (!page_shows(&app->page, place.start)) {
		app->reader.raw = true; /* the page leaves it out, the file does not */
		refresh(app);
	}
	reader_reveal(app, (struct item){ITEM_PLACE, place});
}

void overlay_enter(struct app *app)
{
	uint32_t line = app->overlay.cursor;

	if (app->overlay.which == OVERLAY_VERSIONS)
		versions_enter(app);
	else if (app->overlay.which == OVERLAY_CORRECT)
		correcting_choose(app);
	else if (app->overlay.which == OVERLAY_TIMELINE)
		timeline_enter(app);
	else if (app->overlay.which == OVERLAY_LINKS)
		links_enter(app);
	else if (app->overlay.which == OVERLAY_PERSON)
		person_enter(app);
	else if (app->overlay.which != OVERLAY_WHY || line >= app->overlay_line_count)
		overlay_close(app);
	else if (app->overlay_lines[line].article == ARTICLE_NONE)
		say(app, "this stands in no text");
	else
		overlay_go(app, app->overlay_lines[line].article, app->overlay_lines[line].place);
}

void overlay_help(struct app *app)
{
	overlay_open(app, OVERLAY_HELP);
}

void overlay_problems(struct app *app)
{
	if (app->epoch)
		overlay_open(app, OVERLAY_PROBLEMS);
	else
		say(app, "the archive is still being read");
}

void overlay_why(struct app *app)
{
	if (app->reader.article != ARTICLE_NONE || app->person.slug ||
		sidebar_actor(app) != ACTOR_NONE)
		overlay_open(app, OVERLAY_WHY);
	else
		say(app, "no article is selected");
}
