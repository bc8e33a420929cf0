#include "app/snippets.h"

#define ROOM_ROWS 10 /* of the list, where nothing was said */
#define LEAST_ROWS 4 /* where it was said that they are wanted */
#define LEAST_COLS 44

/* Words that stand nowhere are none: nothing can be shown of them. */
static void arrange_sought(struct app *app)
{
	struct shown_for *made = &app->shown_for;

	if (made->sought_epoch == app->epoch_number && made->sought_query == app->query)
		return;
	made->sought_epoch = app->epoch_number;
	made->sought_query = app->query;
	arena_clear(&app->sought_arena);
	app->sought = app->epoch ? sought_of(app->epoch, app->query, &app->sought_arena)
				 : (struct sought){0};
}

static bool are_shown(const struct app *app)
{
	static const int least[SNIPPETS_COUNT] = {
		[SNIPPETS_AUTO] = ROOM_ROWS, [SNIPPETS_ON] = LEAST_ROWS};
	struct area list = app->panes.pane[PANE_LIST];
	bool beside = app->panes.arrangement == ARRANGED_COLUMNS;

	return app->snippets != SNIPPETS_OFF && (app->sought.count > 0 || beside) &&
	       list.rows >= least[app->snippets] && list.cols >= LEAST_COLS;
}

void snippets_arrange(struct app *app)
{
	arrange_sought(app);
	app->list_lines = are_shown(app) ? 2 : 1;
}

uint32_t snippets_fit(const struct app *app)
{
	int rows = app->panes.pane[PANE_LIST].rows;

	return rows > app->list_lines ? (uint32_t)(rows / app->list_lines) : rows > 0;
}
