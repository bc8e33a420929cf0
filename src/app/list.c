#include "app/list.h"

#include "app/snippets.h"
#include "app/threads.h"
#include "store/epoch-outline.h"
#include "store/epoch-walk.h"
#include "store/rank.h"
#include "text/fold.h"

#include <stdlib.h>

/* An article as the list sorts it. */
struct entry {
	struct span key; /* folded title or source */
	uint32_t by_date;
	article_id id;
};

static int entry_compare(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int keys = span_compare(x->key, y->key);

	if ((x->key.len == 0) != (y->key.len == 0))
		return x->key.len == 0 ? 1 : -1; /* what is not known comes last */
	if (keys != 0)
		return keys;
	return x->by_date < y->by_date ? -1 : x->by_date > y->by_date;
}

static const article_id *ordered_by(
	const struct epoch *epoch, enum list_order order, struct arena *arena)
{
	uint32_t count = epoch_here(epoch);
	const article_id *by_date = epoch_by_date(epoch);
	struct entry *entries = ARENA_ARRAY(arena, struct entry, count);
	article_id *ids = ARENA_ARRAY(arena, article_id, count);

	if (order == ORDER_DATE)
		return by_date;
	for (uint32_t i = 0; i < count; i++) {
		struct span key = order == ORDER_TITLE ? epoch_title(epoch, by_date[i])
						       : epoch_source(epoch, by_date[i]);
		entries[i] = (struct entry){fold(key, arena), i, by_date[i]};
	}
	if (count > 1)
		qsort(entries, count, sizeof *entries, entry_compare);
	for (uint32_t i = 0; i < count; i++)
		ids[i] = entries[i].id;
	return ids;
}

/* What passes the filter by relevance, then the rest by date. */
static const article_id *by_relevance(const struct app *app, struct arena *arena)
{
	uint32_t all = epoch_here(app->epoch), count = app->result.count;
	const article_id *best = rank_articles(app->epoch, app->query, &app->result, arena);
	const article_id *by_date = epoch_by_date(app->epoch);
	article_id *ids = ARENA_ARRAY(arena, article_id, all);

	for (uint32_t i = 0; i < count; i++)
		ids[i] = best[i];
	for (uint32_t i = 0; i < all; i++)
		if (!app_is_inside(app, by_date[i]))
			ids[count++] = by_date[i];
	return ids;
}

static bool is_ordered(const struct app *app)
{
	const struct shown_for *made = &app->shown_for;

	return made->order_epoch == app->epoch_number && made->order == app->list.order &&
	       (made->order != ORDER_RELEVANCE || made->order_query == app->query);
}

static void arrange_order(struct app *app)
{
	struct shown_for *made = &app->shown_for;

	if (is_ordered(app))
		return;
	made->order_query = app->query;
	made->list_stale = true;
	made->order_epoch = app->epoch_number;
	made->order = app->list.order;
	arena_reuse(&app->order_arena);
	app->ordered = NULL;
	if (!app->epoch)
		return;
	uint32_t *ranks = ARENA_ARRAY(&app->order_arena, uint32_t, epoch_count(app->epoch));
	app->ordered = app->list.order == ORDER_RELEVANCE
			       ? by_relevance(app, &app->order_arena)
			       : ordered_by(app->epoch, app->list.order, &app->order_arena);
	for (uint32_t i = 0; i < epoch_here(app->epoch); i++)
		ranks[app->ordered[i]] = i;
	app->ranks = ranks;
}

/* Whether the list is what the filter found, as it was found. */
static bool is_result(const struct app *app)
{
	bool holds_kept = app->kept == ARTICLE_NONE || app_is_inside(app, app->kept);

	return app->epoch && app->list.order == ORDER_DATE && holds_kept;
}

static void fill(struct app *app)
{
	uint32_t count = app->epoch ? epoch_here(app->epoch) : 0;
	article_id *listed;

	arena_reuse(&app->list_arena);
	app->list_rows = NULL;
	app->list_places = NULL;
	app->story_count = 0;
	if (app->list.by_story) {
		threads_fill(app);
		return;
	}
	if (is_result(app)) {
		app->listed = app->walked = app->result.ids;
		app->listed_count = app->walked_count = app->result.count;
		return;
	}
	listed = ARENA_ARRAY(&app->list_arena, article_id, (size_t)app->result.count + 1);
	app->listed_count = 0;
	for (uint32_t i = 0; i < count; i++) {
		article_id id = app->ordered[i];
		if (app_is_inside(app, id) || id == app->kept)
			listed[app->listed_count++] = id;
	}
	app->listed = app->walked = listed;
	app->walked_count = app->listed_count;
}

/* Whether it would be listed, but for the fold that it is in. */
static bool is_folded_away(const struct app *app, article_id id)
{
	return app->list_places && id < epoch_count(app->epoch) && app->list_places[id] == 0 &&
	       (app_is_inside(app, id) || id == app->kept);
}

static void choose(struct app *app)
{
	struct list_state *list = &app->list;
	article_id wanted = list->selected == ARTICLE_NONE ? list->last : list->selected;

	if (app->listed_count == 0) {
		list->selected = ARTICLE_NONE;
		app->selected_place = app->walked_place = UINT32_MAX;
		return;
	}
	if (list->touched && is_folded_away(app, wanted) && threads_show(app, wanted))
		fill(app);
	app->selected_place = list->touched ? list_place(app, wanted) : 0;
	app->walked_place =
		app->list_rows ? app->list_rows[app->selected_place].place : app->selected_place;
	list->selected = list->last = app->listed[app->selected_place];
}

static void scroll(struct app *app)
{
	uint32_t rows = snippets_fit(app);
	uint32_t place = app->selected_place;
	uint32_t *top = &app->list.top;

	if (rows == 0 || app->listed_count == 0)
		return;
	if (*top + rows > app->listed_count)
		*top = app->listed_count > rows ? app->listed_count - rows : 0;
	if (place < *top)
		*top = place;
	else if (place >= *top + rows)
		*top = place - rows + 1;
}

void list_arrange(struct app *app)
{
	struct shown_for *made = &app->shown_for;

	arrange_order(app);
	if (made->list_stale || made->kept != app->kept) {
		fill(app);
		made->list_stale = false;
		made->kept = app->kept;
	}
	choose(app);
	snippets_arrange(app);
	scroll(app);
}

/* By story, ranks do not rise from row to row: where it stands, else the first row after it. */
static uint32_t place_by_story(const struct app *app, article_id id)
{
	uint32_t place = 0;

	if (app->list_places[id])
		return app->list_places[id] - 1;
	while (place + 1 < app->listed_count && app->ranks[app->listed[place]] < app->ranks[id])
		place++;
	return place;
}

uint32_t list_place(const struct app *app, article_id id)
{
	uint32_t low = 0, high = app->listed_count;

	if (high == 0)
		return UINT32_MAX;
	if (!app->epoch || id >= epoch_count(app->epoch))
		return 0;
	if (app->list_places)
		return place_by_story(app, id);
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (app->ranks[app->listed[middle]] < app->ranks[id])
			low = middle + 1;
		else
			high = middle;
	}
	return low < app->listed_count ? low : app->listed_count - 1;
}

void list_select(struct app *app, int64_t place)
{
	if (app->listed_count == 0)
		return;
	if (place < 0)
		place = 0;
	if (place >= app->listed_count)
		place = app->listed_count - 1;
	app->list.selected = app->listed[place];
}
