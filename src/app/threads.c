#include "app/threads.h"

#include "app/handlers.h"
#include "app/say.h"
#include "base/message.h"
#include "store/epoch-stories.h"
#include "store/epoch-walk.h"

#include <stdlib.h>

/* A list on its way. */
struct filling {
	struct app *app;
	article_id *ids;
	struct list_row *rows;
	uint32_t *places;   /* of each article 1 + its row */
	article_id *walked; /* those in folds too */
	bool *placed;       /* of each story, by its number */
	bool *opened;
	uint32_t count, walked_count, story_count;
};

static bool is_listed(const struct app *app, article_id id)
{
	return app_is_inside(app, id) || id == app->kept;
}

static void add_row(struct filling *f, article_id id, enum thread thread, uint32_t count)
{
	uint32_t story = thread == THREAD_NONE ? 0 : f->story_count;

	f->ids[f->count] = id;
	f->rows[f->count] = (struct list_row){thread, count, f->walked_count, story};
	f->places[id] = ++f->count;
	f->walked[f->walked_count++] = id;
}

/* An article and where it stands in the list's order. */
struct ranked {
	uint32_t rank;
	article_id id;
};

static int by_rank(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	return x->rank < y->rank ? -1 : x->rank > y->rank;
}

/* The articles of the story that are listed, in the list's order. */
static uint32_t members_of(const struct app *app, const struct story *story,
	struct ranked **members, struct arena *arena)
{
	struct ranked *found = ARENA_ARRAY(arena, struct ranked, story->count);
	uint32_t count = 0;

	for (uint32_t i = 0; i < story->count; i++)
		if (is_listed(app, story->articles[i]))
			found[count++] =
				(struct ranked){app->ranks[story->articles[i]], story->articles[i]};
	if (count > 1)
		qsort(found, count, sizeof *found, by_rank);
	*members = found;
	return count;
}

static void add_story(struct filling *f, const struct story *story, struct arena *scratch)
{
	struct ranked *members;
	uint32_t count = members_of(f->app, story, &members, scratch);
	bool opened = f->opened[story->articles[0]];

	f->placed[story->articles[0]] = true;
	if (count == 1) {
		add_row(f, members[0].id, THREAD_NONE, 1);
		return;
	}
	f->story_count++;
	add_row(f, members[0].id, opened ? THREAD_OPENED : THREAD_FOLDED, count);
	for (uint32_t i = 1; i < count; i++)
		if (opened)
			add_row(f, members[i].id, THREAD_INSIDE, 0);
		else
			f->walked[f->walked_count++] = members[i].id;
}

void threads_fill(struct app *app)
{
	uint32_t count = app->epoch ? epoch_count(app->epoch) : 0;
	struct arena *arena = &app->list_arena;
	size_t room = (size_t)app->result.count + 1;
	struct filling f = {.app = app,
		.ids = ARENA_ARRAY(arena, article_id, room),
		.rows = ARENA_ARRAY(arena, struct list_row, room),
		.places = ARENA_ARRAY(arena, uint32_t, count),
		.walked = ARENA_ARRAY(arena, article_id, room)};
	struct arena scratch;

	arena_init(&scratch);
	f.placed = ARENA_ARRAY(&scratch, bool, count);
	f.opened = ARENA_ARRAY(&scratch, bool, count);
	for (uint32_t i = 0; i < app->list.opened.count; i++)
		if (app->list.opened.at[i] < count)
			f.opened[app->list.opened.at[i]] = true;
	for (uint32_t i = 0; app->epoch && i < epoch_here(app->epoch); i++) {
		article_id id = app->ordered[i];
		const struct story *story = epoch_story(app->epoch, id);
		if (!is_listed(app, id))
			continue;
		if (!story)
			add_row(&f, id, THREAD_NONE, 1);
		else if (!f.placed[story->articles[0]])
			add_story(&f, story, &scratch);
	}
	arena_clear(&scratch);
	app->listed = f.ids;
	app->listed_count = f.count;
	app->list_rows = f.rows;
	app->list_places = f.places;
	app->walked = f.walked;
	app->walked_count = f.walked_count;
	app->story_count = f.story_count;
}

static uint32_t find_opened(const struct app *app, article_id number)
{
	uint32_t at = 0;

	while (at < app->list.opened.count && app->list.opened.at[at] != number)
		at++;
	return at;
}

bool threads_show(struct app *app, article_id id)
{
	const struct story *story = epoch_story(app->epoch, id);

	if (!story || find_opened(app, story->articles[0]) < app->list.opened.count)
		return false;
	*vec_push(&app->arena, &app->list.opened) = story->articles[0];
	return true;
}

void threads_toggle(struct app *app)
{
	app->list.by_story = !app->list.by_story;
	app->shown_for.list_stale = true;
	say(app, app->list.by_story ? "by story; o opens and folds one" : "article by article");
}

void threads_fold(struct app *app)
{
	struct article_ids *opened = &app->list.opened;
	article_id selected = app->list.selected;

	if (!app->list_rows || app->selected_place >= app->listed_count ||
		app->list_rows[app->selected_place].thread == THREAD_NONE) {
		say(app, app->list.by_story ? N_("this article stands alone")
					    : N_("S groups the list by story"));
		return;
	}
	article_id number = epoch_story(app->epoch, selected)->articles[0];
	uint32_t at = find_opened(app, number), place = app->selected_place;
	app->shown_for.list_stale = true;
	if (at == opened->count) {
		*vec_push(&app->arena, opened) = number;
		return;
	}
	opened->at[at] = opened->at[--opened->count];
	while (app->list_rows[place].thread == THREAD_INSIDE)
		place--;
	app->list.selected = app->listed[place];
}
