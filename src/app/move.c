#include "app/handlers.h"
#include "app/list.h"
#include "app/overlay.h"
#include "app/panel.h"
#include "app/reader.h"
#include "app/say.h"
#include "app/sidebar.h"
#include "app/snippets.h"

#define FAR ((int64_t)1 << 40) /* more rows than anything has */

static void move_list(struct app *app, int64_t rows)
{
	if (app->listed_count > 0)
		list_select(app, (int64_t)app->selected_place + rows);
}

/* By rows, in whatever has the keys. */
static void move(struct app *app, int64_t rows)
{
	if (app->overlay.which != OVERLAY_NONE)
		overlay_move(app, rows);
	else if (app->focus == PANE_LIST)
		move_list(app, rows);
	else if (app->focus == PANE_SIDEBAR)
		sidebar_move(app, rows);
	else if (app->focus == PANE_RELATED)
		panel_move(app, rows);
	else if (app->reader.stretch.on)
		stretch_move(app, rows);
	else if (!reader_scroll(app, rows) && rows == 1)
		say(app, "the end; Space goes on to the next article");
}

/* Rows of whatever has the keys. */
static int64_t height(const struct app *app)
{
	if (app->overlay.which != OVERLAY_NONE)
		return app->rows > 8 ? app->rows - 6 : 1;
	if (app->focus == PANE_READER)
		return reader_rows(app);
	if (app->focus == PANE_LIST && snippets_fit(app) > 0)
		return snippets_fit(app);
	return app->panes.pane[app->focus].rows > 0 ? app->panes.pane[app->focus].rows : 1;
}

/* A page leaves one row of what was read before, where there is room. */
static int64_t page(int64_t rows)
{
	return rows > 3 ? rows - 1 : 1;
}

static bool pages_reader(const struct app *app)
{
	return app->overlay.which == OVERLAY_NONE && !app->reader.stretch.on &&
	       (app->focus == PANE_LIST || app->focus == PANE_READER);
}

void move_line_down(struct app *app)
{
	move(app, 1);
}

void move_line_up(struct app *app)
{
	move(app, -1);
}

void move_half_down(struct app *app)
{
	move(app, (height(app) + 1) / 2);
}

void move_half_up(struct app *app)
{
	move(app, -((height(app) + 1) / 2));
}

void move_page_down(struct app *app)
{
	if (!pages_reader(app)) {
		move(app, page(height(app)));
	} else if (app->panes.pane[PANE_READER].rows == 0 && app->focus == PANE_LIST) {
		focus_open(app); /* the reader is not on the screen: first of all it is shown */
	} else if (!reader_scroll(app, page(reader_rows(app)))) {
		list_next(app);
	}
}

void move_page_up(struct app *app)
{
	if (!pages_reader(app))
		move(app, -page(height(app)));
	else if (!reader_scroll(app, -page(reader_rows(app))))
		say(app, "this is the top");
}

void move_top(struct app *app)
{
	move(app, -FAR);
}

void move_bottom(struct app *app)
{
	move(app, FAR);
}
