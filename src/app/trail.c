#include "app/find.h"
#include "app/handlers.h"
#include "app/reader.h"
#include "app/refresh.h"
#include "app/say.h"
#include "app/visit.h"
#include "base/vec.h"

VEC_OF(struct extent, extents);

static const char *const trail_names[TRAIL_COUNT] = {
	[TRAIL_HITS] = "hit", [TRAIL_MENTIONS] = "mention", [TRAIL_FOLDS] = "fold"};

/* The actors of the included people clauses; ARTICLE counts are never near actors[count]. */
static uint32_t chosen_people(const struct app *app, uint32_t *actors, uint32_t most)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < app->query->count && count < most; i++) {
		const struct clause *clause = &app->query->clauses[i];
		if (clause->kind != CLAUSE_PERSON || clause->exclude || clause->off)
			continue;
		uint32_t actor = epoch_actor_find(app->epoch, span_of(clause->text));
		if (actor != ACTOR_NONE)
			actors[count++] = actor;
	}
	return count;
}

static bool is_among(uint32_t actor, const uint32_t *actors, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (actors[i] == actor)
			return true;
	return count == 0;
}

#define CHOSEN_MOST 16u

/* The mentions in an article of the chosen people, or of anyone. */
static struct extents mentions_of(
	const struct app *app, article_id id, bool of_chosen, struct arena *arena)
{
	uint32_t actors[CHOSEN_MOST];
	uint32_t count = of_chosen ? chosen_people(app, actors, CHOSEN_MOST) : 0;
	const struct facts *facts = epoch_facts(app->epoch, id);
	struct extents items = {0};

	for (uint32_t i = 0; i < facts->mention_count; i++)
		if (is_among(facts->mentions[i].actor, actors, count))
			*vec_push(arena, &items) = facts->mentions[i].at;
	return items;
}

static struct extents folds_of(const struct app *app, struct arena *arena)
{
	struct extents items = {0};

	for (uint32_t i = 0; i < app->page.row_count; i++)
		if (app->page.rows[i].kind == ROW_FOLD)
			*vec_push(arena, &items) = app->page.rows[i].at;
	return items;
}

static struct extents items_of(const struct app *app, enum trail trail, struct arena *arena)
{
	struct extents items = {0};

	if (app->reader.article == ARTICLE_NONE)
		return items;
	if (trail == TRAIL_MENTIONS)
		return mentions_of(app, app->reader.article, false, arena);
	if (trail == TRAIL_FOLDS)
		return folds_of(app, arena);
	for (uint32_t i = 0; i < app->hit_count; i++)
		*vec_push(arena, &items) = app->hits[i];
	return items;
}

/* The item after (before) the current one, or after the top (before the end) of the screen where
 * none is current; its index; -1 when there is none. */
static int64_t neighbour(const struct app *app, const struct extents *items, int step)
{
	struct extent current = app->reader.current;
	bool from_current = current.start < current.end && reader_shows(app, current.start);
	uint32_t rows = reader_rows(app), below = app->page_top + rows;
	int64_t found = -1;

	for (uint32_t i = 0; i < items->count; i++) {
		uint32_t start = items->at[i].start;
		bool after = from_current ? start > current.start
					  : page_row(&app->page, start) >= app->page_top;
		bool before =
			from_current ? start < current.start : page_row(&app->page, start) < below;
		if (step > 0 && after)
			return i;
		if (step < 0 && before)
			found = i;
	}
	return found;
}

/* Who is named there; "" for what is no mention. */
static const char *name_at(const struct app *app, struct extent at)
{
	const struct facts *facts = epoch_facts(app->epoch, app->reader.article);

	for (uint32_t i = 0; i < facts->mention_count; i++)
		if (facts->mentions[i].at.start == at.start)
			return epoch_actor(app->epoch, facts->mentions[i].actor)->name;
	return "";
}

static void show(struct app *app, const char *what, const struct extents *items, uint32_t index)
{
	struct extent item = items->at[index];
	bool named = what == trail_names[TRAIL_MENTIONS];

	reader_reveal(app, item);
	say(app, "%s %u of %u%s%.150s", what, index + 1, items->count, named ? ": " : "",
		named ? name_at(app, item) : "");
}

static void step_trail(struct app *app, int step)
{
	struct arena scratch;

	arena_init(&scratch);
	struct extents items = items_of(app, app->reader.trail, &scratch);
	int64_t index = neighbour(app, &items, step);
	if (items.count == 0)
		say(app, "there is no %s here", trail_names[app->reader.trail]);
	else if (index >= 0)
		show(app, trail_names[app->reader.trail], &items, (uint32_t)index);
	else
		show(app, trail_names[app->reader.trail], &items, step > 0 ? 0 : items.count - 1);
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
		count = items_of(app, reader->trail, &scratch).count;
	}
	arena_clear(&scratch);
	reader->trail_chosen = count > 0;
	reader->current = (struct extent){0, 0};
	if (count == 0)
		say(app, "there is nothing to step through here");
	else
		say(app, "n and N step through %u %s%s", count, trail_names[reader->trail],
			count == 1 ? "" : "s");
}

/* The nearest article in the list, in a direction, that has such mentions. */
static bool step_article(struct app *app, int step, struct arena *scratch)
{
	int64_t place = app->listed_count > 0 ? (int64_t)app->selected_place : -1;

	for (place += step; place >= 0 && place < app->listed_count; place += step) {
		struct arena_mark mark = arena_mark(scratch);
		uint32_t count = mentions_of(app, app->listed[place], true, scratch).count;
		arena_rewind(scratch, mark);
		if (count > 0) {
			visit_to(app, app->listed[place], app->focus);
			return true;
		}
	}
	return false;
}

static void step_mention(struct app *app, int step)
{
	struct arena scratch;
	struct extents items = {0};
	int64_t index = -1;

	arena_init(&scratch);
	if (app->reader.article != ARTICLE_NONE) {
		items = mentions_of(app, app->reader.article, true, &scratch);
		index = neighbour(app, &items, step);
	}
	if (index >= 0) {
		show(app, trail_names[TRAIL_MENTIONS], &items, (uint32_t)index);
	} else if (step_article(app, step, &scratch)) {
		items = mentions_of(app, app->reader.article, true, &scratch);
		index = step > 0 ? 0 : (int64_t)items.count - 1;
		reader_reveal(app, items.at[index]);
		say(app, "%s article: mention %u of %u: %.150s", step > 0 ? "next" : "previous",
			(uint32_t)index + 1, items.count, name_at(app, items.at[index]));
	} else {
		say(app, "no further mention %s", step > 0 ? "below" : "above");
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
