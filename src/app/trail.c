#include "app/find.h"
#include "app/handlers.h"
#include "app/items.h"
#include "app/reader.h"
#include "app/refresh.h"
#include "app/say.h"
#include "app/visit.h"
#include "base/message.h"

/* The mentions in an article of the chosen people, or of anyone. */
static struct items mentions_of(const struct app *app, article_id id, struct arena *arena)
{
	const bool *chosen = items_chosen(app, CLAUSE_PERSON, arena);
	const struct facts *facts = epoch_facts(app->epoch, id);
	struct items items = {0};

	for (uint32_t i = 0; i < facts->mention_count; i++)
		if (!chosen || chosen[facts->mentions[i].actor])
			*vec_push(arena, &items) =
				(struct item){ITEM_MENTION, facts->mentions[i].at};
	return items;
}

/* The place of the current item, if it is one of these and on the screen; -1. */
static int64_t place_of_current(const struct app *app, const struct items *items)
{
	struct item current = app->reader.current;

	if (current.kind == ITEM_NONE || !reader_shows(app, current.at.start))
		return -1;
	for (uint32_t i = 0; i < items->count; i++)
		if (items->at[i].kind == current.kind &&
			items->at[i].at.start == current.at.start &&
			items->at[i].at.end == current.at.end)
			return i;
	return -1;
}

/* The item after (before) the current one, or after the top (before the end) of the screen where
 * none is current; its index; -1 when there is none. */
static int64_t neighbour(const struct app *app, const struct items *items, int step)
{
	struct item current = app->reader.current;
	bool from_current = current.kind != ITEM_NONE && reader_shows(app, current.at.start);
	uint32_t rows = reader_rows(app), below = app->page_top + rows;
	int64_t found = place_of_current(app, items);

	if (found >= 0)
		return found + step < items->count ? found + step : -1;
	for (uint32_t i = 0; i < items->count; i++) {
		uint32_t start = items->at[i].at.start;
		bool after = from_current ? start > current.at.start
					  : page_row(&app->page, start) >= app->page_top;
		bool before = from_current ? start < current.at.start
					   : page_row(&app->page, start) < below;
		if (step > 0 && after)
			return i;
		if (step < 0 && before)
			found = i;
	}
	return found;
}

/* "quotation 2 of 5 · Dmitri Peskov" */
static void show(struct app *app, const char *where, enum trail trail, const struct items *items,
	uint32_t index)
{
	struct item item = items->at[index];
	struct arena scratch;

	arena_init(&scratch);
	reader_reveal(app, item);
	const char *words = item_words(app, item, &scratch);
	say(app, "%s%s %u of %u%s%.150s", where, items_noun(trail, 1), index + 1, items->count,
		*words ? " · " : "", words);
	arena_clear(&scratch);
}

static void step_trail(struct app *app, int step)
{
	struct arena scratch;

	arena_init(&scratch);
	enum trail trail = app->reader.trail;
	struct items items = items_make(app, trail, &scratch);
	int64_t index = neighbour(app, &items, step);
	if (items.count == 0)
		say(app, "there is no %s here", items_noun(trail, 1));
	else if (index >= 0)
		show(app, "", trail, &items, (uint32_t)index);
	else
		show(app, "", trail, &items, step > 0 ? 0 : items.count - 1);
	arena_clear(&scratch);
}

static void step_item(struct app *app, int step)
{
	if (app->focus == PANE_LIST && app->list.find[0])
		find_title(app, step);
	else if (app->reader.find[0] && app->hit_count == 0)
		say(app, "not in this text: %s", app->reader.find);
	else
		step_trail(app, step);
}

void trail_next(struct app *app)
{
	step_item(app, 1);
}

void trail_previous(struct app *app)
{
	step_item(app, -1);
}

void trail_choose(struct app *app)
{
	struct reader_state *reader = &app->reader;
	struct arena scratch;
	uint32_t count = 0;

	arena_init(&scratch);
	for (int i = 0; i < TRAIL_COUNT && count == 0; i++) {
		reader->trail = (reader->trail + 1) % TRAIL_COUNT;
		count = items_make(app, reader->trail, &scratch).count;
	}
	arena_clear(&scratch);
	reader->trail_chosen = count > 0;
	reader->current = (struct item){0};
	if (count == 0)
		say(app, "there is nothing to step through here");
	else
		say(app, "n and N step through %u %s", count, items_noun(reader->trail, count));
}

/* The nearest article in the list or folded in it, in a direction, that has such mentions. */
static bool step_article(struct app *app, int step, struct arena *scratch)
{
	int64_t place = app->listed_count > 0 ? (int64_t)app->walked_place : -1;

	for (place += step; place >= 0 && place < app->walked_count; place += step) {
		struct arena_mark mark = arena_mark(scratch);
		uint32_t count = mentions_of(app, app->walked[place], scratch).count;
		arena_rewind(scratch, mark);
		if (count > 0) {
			visit_to(app, app->walked[place], app->focus);
			return true;
		}
	}
	return false;
}

static void step_mention(struct app *app, int step)
{
	struct arena scratch;
	struct items items = {0};
	int64_t index = -1;

	arena_init(&scratch);
	if (app->reader.article != ARTICLE_NONE) {
		items = mentions_of(app, app->reader.article, &scratch);
		index = neighbour(app, &items, step);
	}
	if (index >= 0) {
		show(app, "", TRAIL_MENTIONS, &items, (uint32_t)index);
	} else if (step_article(app, step, &scratch)) {
		items = mentions_of(app, app->reader.article, &scratch);
		show(app, step > 0 ? _("next article: ") : _("previous article: "), TRAIL_MENTIONS,
			&items, step > 0 ? 0 : items.count - 1);
	} else {
		say(app, step > 0 ? _("no further mention below") : _("no further mention above"));
	}
	arena_clear(&scratch);
}

void trail_next_mention(struct app *app)
{
	step_mention(app, 1);
}

void trail_previous_mention(struct app *app)
{
	step_mention(app, -1);
}
