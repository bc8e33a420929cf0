#include "app/overlay.h"

#include "app/handlers.h"
#include "app/reasons.h"
#include "app/say.h"

#define HELP_COLS 39    /* of a column of the help, about */
#define HEIGHT_AROUND 6 /* rows of the screen that are not the overlay's, about */

static void make_problems(struct app *app)
{
	uint32_t count, passed_over;
	const struct problem *problems = epoch_problems(app->epoch, &count, &passed_over);
	struct arena *arena = &app->overlay_arena;
	uint32_t lines = 0;

	app->overlay_lines = ARENA_ARRAY(arena, const char *, (size_t)count + 1);
	for (uint32_t i = 0; i < count; i++)
		app->overlay_lines[lines++] =
			arena_format(arena, "%s: %s", problems[i].path, problems[i].reason);
	if (passed_over > 0)
		app->overlay_lines[lines++] =
			arena_format(arena, "%u %s passed over: plainly no text", passed_over,
				passed_over == 1 ? "file was" : "files were");
	app->overlay_line_count = lines;
}

static void make_why(struct app *app)
{
	app->overlay_line_count = 0;
	if (app->reader.article != ARTICLE_NONE)
		app->overlay_line_count = reasons_why(
			app->epoch, app->reader.article, &app->overlay_lines, &app->overlay_arena);
}

void overlay_arrange(struct app *app)
{
	enum overlay which = app->overlay.which;

	if (which != OVERLAY_PROBLEMS && which != OVERLAY_WHY)
		return;
	if (app->shown_for.overlay_epoch == app->epoch_number)
		return;
	app->shown_for.overlay_epoch = app->epoch_number;
	arena_clear(&app->overlay_arena);
	if (which == OVERLAY_PROBLEMS)
		make_problems(app);
	else
		make_why(app);
}

/* Opens an overlay, or closes it when it is the one that is open. */
static void open(struct app *app, enum overlay which)
{
	bool again = app->overlay.which == which;

	overlay_close(app);
	if (!again)
		app->overlay.which = which;
}

void overlay_close(struct app *app)
{
	app->overlay = (struct overlay_state){.which = OVERLAY_NONE};
	app->overlay_line_count = 0;
	app->shown_for.overlay_epoch = 0;
}

/*
 * The last row that may come to the top.  How the rows lie is for the screen to decide; here it
 * is only seen to that all of them can be reached, without much scrolling past their end.
 */
static int64_t last_top(const struct app *app)
{
	int columns = app->cols / HELP_COLS < 1 ? 1 : app->cols / HELP_COLS;
	int64_t height = app->rows > HEIGHT_AROUND ? app->rows - HEIGHT_AROUND : 1;

	if (app->overlay.which == OVERLAY_HELP) /* columns are not of one length */
		return (ACTION_COUNT + 2 * GROUP_COUNT) / (columns < 4 ? columns : 4) * 4 / 3 + 4 -
		       height;
	if (app->overlay.which == OVERLAY_WHY)
		return (int64_t)app->overlay_line_count - 1;
	return (int64_t)app->overlay_line_count - (height + 1) / 2; /* long lines take two rows */
}

void overlay_move(struct app *app, int64_t rows)
{
	int64_t to = (int64_t)app->overlay.top + rows;
	int64_t last = last_top(app);

	app->overlay.top = (uint32_t)(to < 0 || last < 0 ? 0 : to > last ? last : to);
	app->overlay.cursor = app->overlay.top;
}

void overlay_help(struct app *app)
{
	open(app, OVERLAY_HELP);
}

void overlay_problems(struct app *app)
{
	if (app->epoch)
		open(app, OVERLAY_PROBLEMS);
	else
		say(app, "the archive is still being read");
}

void overlay_why(struct app *app)
{
	if (app->reader.article != ARTICLE_NONE)
		open(app, OVERLAY_WHY);
	else
		say(app, "no article is selected");
}
