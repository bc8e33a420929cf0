#include "app/refresh.h"

#include "app/list.h"
#include "app/marks.h"
#include "app/overlay.h"
#include "app/panel.h"
#include "app/people.h"
#include "app/person.h"
#include "app/reader.h"
#include "app/saved.h"
#include "app/sidebar.h"
#include "store/query-same.h"

/* What was typed and is accepted asks for what is on the screen. */
static bool asks_the_same(const struct app *app)
{
	const struct query *former = app->shown_for.result_query;

	return former && query_is_same(former, app->query) && !query_hangs_on_marks(app->query);
}

static void refresh_result(struct app *app)
{
	struct shown_for *made = &app->shown_for;

	if (made->result_epoch == app->epoch_number &&
		(made->result_query == app->query || asks_the_same(app))) {
		made->result_query = app->query;
		return;
	}
	arena_reuse(&app->result_arena);
	app->result = app->epoch ? query_run(app->epoch, app->query, &app->result_arena)
				 : (struct result){0};
	made->result_epoch = app->epoch_number;
	made->result_query = app->query;
	made->list_stale = true;
}

void refresh(struct app *app)
{
	app->panes = panes_of((struct panes_wish){.rows = app->rows,
		.cols = app->cols,
		.focus = app->focus,
		.sidebar = sidebar_is_wished(app),
		.related = app->related.open,
		.maximised = app->maximised,
		.list_rows = app->list_rows_wished});
	refresh_result(app);
	list_arrange(app);
	reader_arrange(app);
	saved_arrange(app);
	sidebar_arrange(app);
	panel_arrange(app);
	people_arrange(app);
	person_arrange(app);
	overlay_arrange(app);
	marks_arrange(app);
}
