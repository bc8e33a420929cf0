#include "ui/screen.h"

#include "base/message.h"
#include "ui/view.h"

static const struct view *const pane_views[PANE_COUNT] = {
	[PANE_LIST] = &list_view,
	[PANE_READER] = &reader_view,
	[PANE_SIDEBAR] = &sidebar_view,
	[PANE_RELATED] = &related_view,
};

static bool is_shown(struct area area)
{
	return area.rows > 0 && area.cols > 0;
}

/* The rules above and below the body, the upper one heavy above the focused pane. */
static void draw_outer_rules(const struct app *app, struct canvas *canvas, bool overlay)
{
	const struct panes *panes = &app->panes;
	struct area focused = panes->pane[app->focus];

	if (panes->rule_top >= 0) {
		canvas_rule(canvas, panes->rule_top, 0, panes->rule_top, canvas->cols - 1, overlay);
		if (!overlay && is_shown(focused) && focused.row == panes->rule_top + 1)
			canvas_rule(canvas, panes->rule_top, focused.col - 1, panes->rule_top,
				focused.col + focused.cols, true);
	}
	if (panes->rule_status >= 0)
		canvas_rule(
			canvas, panes->rule_status, 0, panes->rule_status, canvas->cols - 1, false);
}

/* The rules between the panes. */
static void draw_inner_rules(const struct app *app, struct canvas *canvas)
{
	const struct panes *panes = &app->panes;
	struct area body = panes_body(&app->panes);
	int top = panes->rule_top < 0 ? body.row : panes->rule_top;
	int bottom = panes->rule_status < 0 ? body.row + body.rows - 1 : panes->rule_status;
	int left = panes->rule_sidebar < 0 ? 0 : panes->rule_sidebar;
	int reader_left = left;

	if (panes->rule_sidebar >= 0)
		canvas_rule(canvas, top, panes->rule_sidebar, bottom, panes->rule_sidebar, false);
	if (panes->rule_list >= 0 && panes->arrangement == ARRANGED_COLUMNS) {
		reader_left = panes->rule_list;
		canvas_rule(canvas, top, panes->rule_list, bottom, panes->rule_list, false);
	} else if (panes->rule_list >= 0) {
		canvas_rule(canvas, panes->rule_list, left, panes->rule_list, canvas->cols - 1,
			app->focus == PANE_READER);
	}
	if (panes->rule_related >= 0)
		canvas_rule(canvas, panes->rule_related, reader_left, panes->rule_related,
			canvas->cols - 1, app->focus == PANE_RELATED);
}

/* The related panel's name on its rule, and what its sign means where it is used. */
static void draw_related_rule(const struct app *app, struct canvas *canvas)
{
	struct area pane = app->panes.pane[PANE_RELATED];
	struct area rule = {app->panes.rule_related, pane.col, 1, pane.cols};
	bool outside = false;

	if (app->panes.rule_related < 0)
		return;
	canvas_put(canvas, rule, 0, 1, STYLE_HEADING, span_of(_(" Related ")));
	for (uint32_t i = 0; i < app->related_count; i++)
		outside = outside || !app_is_inside(app, app->related_rows[i].id);
	if (outside && rule.cols > 46)
		canvas_put_right(canvas, rule, 0, 12, rule.cols - 4, STYLE_DIM,
			span_of(_(" ○ outside the filter ")));
}

static void draw_panes(const struct app *app, struct canvas *canvas)
{
	draw_outer_rules(app, canvas, false);
	draw_inner_rules(app, canvas);
	draw_related_rule(app, canvas);
	for (int pane = 0; pane < PANE_COUNT; pane++)
		if (is_shown(app->panes.pane[pane]))
			pane_views[pane]->draw(app, canvas, app->panes.pane[pane]);
}

static const struct view *overlay_of(const struct app *app)
{
	static const struct view *const views[] = {
		[OVERLAY_NONE] = NULL,
		[OVERLAY_HELP] = &help_view,
		[OVERLAY_PICKER] = &picker_view,
		[OVERLAY_PROBLEMS] = &lines_view,
		[OVERLAY_WHY] = &lines_view,
		[OVERLAY_CORRECT] = &lines_view,
		[OVERLAY_VERSIONS] = &sides_view,
		[OVERLAY_TIMELINE] = &timeline_view,
		[OVERLAY_LINKS] = &lines_view,
		[OVERLAY_PERSON] = &person_view,
	};
	return views[app->overlay.which];
}

void screen_draw(const struct app *app, struct canvas *canvas)
{
	const struct view *overlay = overlay_of(app);

	canvas->theme = app->theme;
	if (app->panes.arrangement == ARRANGED_MESSAGE) {
		small_view.draw(app, canvas, canvas_area(canvas));
		return;
	}
	if (overlay) {
		draw_outer_rules(app, canvas, true);
		overlay->draw(app, canvas, panes_body(&app->panes));
	} else {
		draw_panes(app, canvas);
	}
	top_view.draw(app, canvas, app->panes.top);
	status_view.draw(app, canvas, app->panes.status);
}
