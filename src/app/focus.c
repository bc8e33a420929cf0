#include "app/handlers.h"
#include "app/links.h"
#include "app/overlay.h"
#include "app/panel.h"
#include "app/person.h"
#include "app/reader.h"
#include "app/refresh.h"
#include "app/say.h"
#include "app/visit.h"
#include "base/message.h"

/* From left to right, or from top to bottom. */
static const enum pane panes_in_order[] = {PANE_SIDEBAR, PANE_LIST, PANE_READER, PANE_RELATED};
#define PANES ((int)COUNT(panes_in_order))

static bool is_narrow(const struct app *app)
{
	return app->cols < 100;
}

/* Whether a pane can be gone to; a drawer opens by that. */
static bool can_focus(const struct app *app, enum pane pane)
{
	if (pane == PANE_RELATED)
		return app->related.open;
	return pane != PANE_SIDEBAR || app->sidebar.open || is_narrow(app);
}

static int index_of(enum pane pane)
{
	int index = 0;

	while (panes_in_order[index] != pane)
		index++;
	return index;
}

void focus_next(struct app *app)
{
	int at = index_of(app->focus);

	do
		at = (at + 1) % PANES;
	while (!can_focus(app, panes_in_order[at]));
	app->focus = panes_in_order[at];
}

void focus_previous(struct app *app)
{
	int at = index_of(app->focus);

	do
		at = (at + PANES - 1) % PANES;
	while (!can_focus(app, panes_in_order[at]));
	app->focus = panes_in_order[at];
}

void focus_left(struct app *app)
{
	int at = index_of(app->focus) - 1;

	if (app->overlay.which == OVERLAY_PERSON)
		person_across(app, -1);
	else if (at >= 0 && can_focus(app, panes_in_order[at]))
		app->focus = panes_in_order[at];
}

void focus_right(struct app *app)
{
	int at = index_of(app->focus) + 1;

	if (app->overlay.which == OVERLAY_PERSON)
		person_across(app, 1);
	else if (at < PANES && can_focus(app, panes_in_order[at]))
		app->focus = panes_in_order[at];
}

/* The first fold on the screen; false when there is none. */
static bool fold_on_screen(const struct app *app, struct extent *fold)
{
	uint32_t end = app->page_top + reader_rows(app);

	for (uint32_t row = app->page_top; row < end && row < app->page.row_count; row++)
		if (app->page.rows[row].kind == ROW_FOLD) {
			*fold = app->page.rows[row].at;
			return true;
		}
	return false;
}

/* All folds open and close together; the row of the one that was meant stays where it is. */
static void toggle_folds(struct app *app, struct extent fold)
{
	app->reader.furniture_open = !app->reader.furniture_open;
	refresh(app);
	reader_reveal(app, (struct item){ITEM_FOLD, fold});
}

static void act_on_item(struct app *app)
{
	struct item item = app->reader.current;
	struct extent fold;

	if (app->reader.article == ARTICLE_NONE)
		return;
	if (item.kind == ITEM_FOLD)
		toggle_folds(app, item.at);
	else if (item.kind == ITEM_LINK)
		links_enter(app);
	else if (item.kind == ITEM_MENTION || item.kind == ITEM_QUOTE || item.kind == ITEM_DAY)
		overlay_why(app);
	else if (fold_on_screen(app, &fold))
		toggle_folds(app, fold);
	else
		say(app, "nothing to open here; n steps to the next item");
}

void focus_open(struct app *app)
{
	if (app->overlay.which != OVERLAY_NONE)
		overlay_enter(app);
	else if (app->focus == PANE_RELATED)
		panel_jump(app);
	else if (app->focus == PANE_READER)
		act_on_item(app);
	else if (app->list.selected != ARTICLE_NONE)
		visit_to(app, app->list.selected, PANE_READER);
}

void focus_close(struct app *app)
{
	if (app->overlay.which != OVERLAY_NONE)
		overlay_close(app);
	else if (app->reader.stretch.on)
		stretch_leave(app);
	else if (app->maximised)
		app->maximised = false;
	else if (app->reader.raw)
		app->reader.raw = false;
	else if (app->focus == PANE_RELATED || (app->related.open && app->focus == PANE_READER))
		panel_close(app);
	else if (app->focus != PANE_LIST)
		app->focus = PANE_LIST;
	else if (app->related.open)
		panel_close(app);
	else
		app->requests.quit = true;
}

void focus_sidebar(struct app *app)
{
	if (is_narrow(app)) {
		app->focus = app->focus == PANE_SIDEBAR ? PANE_LIST : PANE_SIDEBAR;
		return;
	}
	app->sidebar.open = !app->sidebar.open;
	if (!app->sidebar.open && app->focus == PANE_SIDEBAR)
		app->focus = PANE_LIST;
}

void focus_maximise(struct app *app)
{
	app->maximised = !app->maximised;
}

/* From what it has now, which may be what suits the screen. */
static void size_list(struct app *app, int more)
{
	bool above = app->panes.arrangement == ARRANGED_STACKED ||
		     app->panes.arrangement == ARRANGED_DRAWER;
	int rows = app->panes.pane[PANE_LIST].rows + more;

	if (!above || rows < 1) {
		say(app, above ? N_("the list has one row") : N_("the list is not above the text"));
		return;
	}
	app->list_rows_wished = rows;
	refresh(app);
	say(app, "rows of the list: %d", app->panes.pane[PANE_LIST].rows);
}

void focus_list_taller(struct app *app)
{
	size_list(app, 1);
}

void focus_list_shorter(struct app *app)
{
	size_list(app, -1);
}
