#include "app/handlers.h"
#include "app/say.h"
#include "app/visit.h"
#include "base/message.h"
#include "store/epoch-walk.h"
#include "store/rank.h"

/* From row to row: what is folded stays so. */
static void go(struct app *app, int step, const char *none)
{
	int64_t place = app->listed_count > 0 ? (int64_t)app->selected_place + step : -1;

	if (place >= 0 && place < app->listed_count)
		visit_to(app, app->listed[place], app->focus);
	else
		say(app, "%s", _(none));
}

void list_next(struct app *app)
{
	go(app, 1, N_("this is the last article"));
}

void list_previous(struct app *app)
{
	go(app, -1, N_("this is the first article"));
}

/* What is looked for may be in a story that is folded, which is opened then. */
static void go_unread(struct app *app, int step, const char *none)
{
	int64_t place = app->listed_count > 0 ? (int64_t)app->walked_place : -1;

	for (place += step; place >= 0 && place < app->walked_count; place += step)
		if (!app_mark(app, app->walked[place]).read) {
			visit_to(app, app->walked[place], app->focus);
			return;
		}
	say(app, "%s", _(none));
}

void list_next_unread(struct app *app)
{
	go_unread(app, 1, N_("no unread article below"));
}

void list_previous_unread(struct app *app)
{
	go_unread(app, -1, N_("no unread article above"));
}

static int32_t day_at(const struct app *app, article_id id)
{
	return epoch_day(app->epoch, id);
}

/* The first article of the nearest later or earlier day: in the calendar, whatever the order. */
static void go_day(struct app *app, int step)
{
	int32_t best = DAY_NONE;
	article_id found = ARTICLE_NONE;

	if (app->listed_count == 0 || day_at(app, app->list.selected) == DAY_NONE) {
		say(app, "this article has no known day");
		return;
	}
	int32_t here = day_at(app, app->list.selected);
	for (uint32_t i = 0; i < app->walked_count; i++) {
		int32_t day = day_at(app, app->walked[i]);
		if (day == DAY_NONE || (step > 0 ? day <= here : day >= here))
			continue;
		if (best == DAY_NONE || (step > 0 ? day < best : day > best)) {
			best = day;
			found = app->walked[i];
		}
	}
	if (found == ARTICLE_NONE)
		say(app, step > 0 ? N_("this is the latest day") : N_("this is the earliest day"));
	else
		app->list.selected = found;
}

void list_next_day(struct app *app)
{
	go_day(app, 1);
}

void list_previous_day(struct app *app)
{
	go_day(app, -1);
}

void list_sort(struct app *app)
{
	static const char *const names[ORDER_COUNT] = {[ORDER_DATE] = N_("sorted by date"),
		[ORDER_TITLE] = N_("sorted by title"),
		[ORDER_SOURCE] = N_("sorted by source"),
		[ORDER_RELEVANCE] = N_("sorted by relevance")};

	app->list.order = (app->list.order + 1) % ORDER_COUNT;
	if (app->list.order == ORDER_RELEVANCE && !rank_is_asked(app->query, &app->arena))
		app->list.order = ORDER_DATE;
	say(app, "%s", _(names[app->list.order]));
}
