#include "app/visit.h"

#include "app/handlers.h"
#include "app/person.h"
#include "app/reader.h"
#include "app/refresh.h"
#include "app/say.h"
#include "base/message.h"

#include <string.h>

static struct visit present(const struct app *app)
{
	return (struct visit){app->query, app->reader.article, app->reader.offset, app->focus,
		app->person.slug, app->person.cursor};
}

static bool is_same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Whether the screen still shows the visit that the history is at. */
static bool is_present(const struct app *app)
{
	const struct history *history = &app->history;
	const struct visit *visit = &history->visits[history->at];

	return history->count > 0 && visit->article == app->reader.article &&
	       visit->query == app->query && is_same(visit->person, app->person.slug);
}

void visit_leave(struct app *app)
{
	if (is_present(app))
		history_update(&app->history, present(app));
	else if (app->history.count == 0)
		history_visit(&app->history, present(app));
}

void visit_arrive(struct app *app)
{
	if (is_present(app))
		history_update(&app->history, present(app));
	else
		history_visit(&app->history, present(app));
}

void visit_to(struct app *app, article_id id, enum pane focus)
{
	visit_leave(app);
	app->list.selected = id;
	app->kept = id;
	app->focus = focus;
	refresh(app);
	visit_arrive(app);
}

/* The pane that had the focus, unless it is closed by now: going back opens none. */
static enum pane focus_for(const struct app *app, const struct visit *visit)
{
	if (visit->focus == PANE_RELATED && !app->related.open)
		return PANE_READER;
	if (visit->focus == PANE_SIDEBAR && app->panes.pane[PANE_SIDEBAR].rows == 0)
		return PANE_LIST;
	return visit->focus;
}

static void walk(struct app *app, int step, const char *none)
{
	/* An article that was only passed over becomes a visit, so that > comes back to it. */
	if (step < 0 && app->history.count > 0 && !is_present(app))
		history_visit(&app->history, present(app));
	visit_leave(app);
	const struct visit *visit = history_go(&app->history, step);
	if (!visit) {
		say(app, "%s", _(none));
		return;
	}
	app->query = visit->query;
	if (visit->article != ARTICLE_NONE)
		app->list.selected = app->kept = visit->article;
	app->focus = focus_for(app, visit);
	person_restore(app, visit->person, visit->person_cursor);
	app->reader.hits_cleared = false;
	refresh(app);
	if (app->reader.article == visit->article)
		reader_place(app, visit->offset);
}

void visit_back(struct app *app)
{
	walk(app, -1, N_("nothing to go back to"));
}

void visit_forward(struct app *app)
{
	walk(app, 1, N_("nothing to go forward to"));
}
