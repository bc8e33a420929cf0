#include "ui/scrolled.h"

/* Rows that can be scrolled through: the first one on the screen, how many are, how many there
 * are in all. */
struct scroll {
	uint32_t top, shown, count;
};

static uint32_t rows_under(const struct app *app, int head)
{
	int rows = panes_body(&app->panes).rows - head;

	return rows > 0 ? (uint32_t)rows : 0;
}

/* The column of a person's page in which the cursor is. */
static struct scroll of_person(const struct app *app)
{
	const struct person_rows *rows = &app->person_rows;
	uint32_t column = 0;

	for (uint32_t row = 0; rows->column_count == 2 && row < rows->count; row++)
		if (rows->at[row].stop == app->person.cursor)
			column = row >= rows->columns[1].first;
	return (struct scroll){app->person.top[column], rows_under(app, PERSON_HEAD),
		rows->columns[column].end - rows->columns[column].first};
}

static struct scroll of_help(const struct app *app, struct arena *arena)
{
	struct area body = panes_body(&app->panes);
	uint32_t shown = rows_under(app, OVERLAY_HEAD);
	uint32_t count = scrolled_help_rows(app, body.cols, arena);
	uint32_t last = count > shown ? count - shown : 0;

	return (struct scroll){app->overlay.top < last ? app->overlay.top : last, shown, count};
}

static struct scroll of_sidebar(const struct app *app)
{
	return (struct scroll){app->sidebar.top, (uint32_t)app->panes.pane[PANE_SIDEBAR].rows,
		app->sidebar_row_count};
}

const char *scrolled_share(const struct app *app, struct arena *arena)
{
	struct scroll scroll = {0};

	if (app->overlay.which == OVERLAY_NONE)
		scroll = of_sidebar(app);
	else if (app->overlay.which == OVERLAY_VERSIONS)
		scroll = (struct scroll){
			app->overlay.top, scrolled_sides_shown(app, arena), app->sides.row_count};
	else if (app->overlay.which == OVERLAY_PERSON)
		scroll = of_person(app);
	else if (app->overlay.which == OVERLAY_HELP)
		scroll = of_help(app, arena);
	else
		scroll = (struct scroll){
			app->overlay.top, rows_under(app, OVERLAY_HEAD), app->overlay_row_count};
	if (scroll.count <= scroll.shown)
		return "";
	uint64_t seen = (uint64_t)scroll.top + scroll.shown;
	return arena_format(
		arena, "%d %%", (int)(seen < scroll.count ? seen * 100 / scroll.count : 100));
}
