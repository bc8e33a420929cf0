#include "store/epoch-extend.h"

#include "store/desk.h"
#include "store/extend.h"
#include "store/own.h"
#include "store/sealed.h"

/* --- order ---------------------------------------------------------------------------------- */

static int minute_of(struct extending *e, const struct epoch *epoch, article_id id)
{
	struct arena_mark mark = arena_mark(&e->scratch);
	struct facts facts = {.place = 0};
	struct parcel parcel;

	parcel_open(&parcel, shelf_at(&epoch->facts, id), epoch->text_lens[id], &e->scratch);
	facts_parcel(&parcel, &facts);
	int minute = facts.published.minute;
	arena_rewind(&e->scratch, mark);
	return minute;
}

/* Whether an article of more comes before one of base, see epoch_sort; of equals it does not. */
static bool is_before(struct extending *e, article_id of_more, article_id of_base)
{
	const struct epoch *base = e->base, *more = e->more;

	if (more->days[of_more] != base->days[of_base])
		return more->days[of_more] > base->days[of_base];
	if (more->precisions[of_more] != base->precisions[of_base])
		return more->precisions[of_more] > base->precisions[of_base];
	return minute_of(e, more, of_more) > minute_of(e, base, of_base);
}

/* How many of the articles of base come before it. */
static uint32_t place_in_base(struct extending *e, article_id of_more)
{
	uint32_t low = 0, high = e->base->count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (is_before(e, of_more, e->base->by_date[middle]))
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

static void extend_order(struct extending *e)
{
	const struct epoch *base = e->base, *more = e->more;
	struct epoch *made = e->made;
	uint32_t place = 0, old = 0;

	made->by_date = ARENA_ARRAY(&made->arena, article_id, made->count);
	made->places = ARENA_ARRAY(&made->arena, uint32_t, made->count);
	for (uint32_t i = 0; i <= more->count; i++) {
		uint32_t until = i < more->count ? place_in_base(e, more->by_date[i]) : base->count;
		while (old < until)
			made->by_date[place++] = base->by_date[old++];
		if (i < more->count)
			made->by_date[place++] = base->count + more->by_date[i];
	}
	for (place = 0; place < made->count; place++)
		made->places[made->by_date[place]] = place;
}

/* --- columns -------------------------------------------------------------------------------- */

#define COLUMN(e, field) \
	((e)->made->field = extend_array((e)->base->field, (e)->base->count, (e)->more->field, \
		 (e)->more->count, sizeof *(e)->made->field, &(e)->made->arena))
#define SHELF(e, field) \
	((e)->made->field = extend_shelf(&(e)->base->field, &(e)->more->field, &(e)->made->arena))

static void extend_columns(struct extending *e)
{
	COLUMN(e, days);
	COLUMN(e, precisions);
	COLUMN(e, languages_of);
	COLUMN(e, title_origins);
	COLUMN(e, word_counts);
	COLUMN(e, digests);
	COLUMN(e, text_lens);
	COLUMN(e, records);
	SHELF(e, paths);
	SHELF(e, titles);
	SHELF(e, texts);
	SHELF(e, articles);
}

/* Columns of numbers that are others now. */
static void extend_numbers(struct extending *e)
{
	const struct epoch *base = e->base, *more = e->more;
	struct epoch *made = e->made;

	COLUMN(e, source_of);
	COLUMN(e, spelling_of);
	COLUMN(e, story_of);
	COLUMN(e, versions);
	COLUMN(e, version_counts);
	for (article_id id = base->count; id < made->count; id++) {
		made->source_of[id] = e->sources[made->source_of[id]];
		made->spelling_of[id] += base->spelling_count;
		if (made->story_of[id] != STORY_NONE)
			made->story_of[id] += base->story_count;
		made->versions[id] += base->count;
		made->records[id] = RECORD_NONE;
	}
	uint64_t lines = base->line_starts[base->count];
	made->kinds = extend_array(
		base->kinds, lines, more->kinds, more->line_starts[more->count], 1, &made->arena);
	made->line_starts = extend_array(base->line_starts, base->count, more->line_starts,
		(size_t)more->count + 1, sizeof *made->line_starts, &made->arena);
	for (uint32_t i = 0; i <= more->count; i++)
		made->line_starts[base->count + i] += lines;
}

/* --- the whole ------------------------------------------------------------------------------ */

/* What of the new could not be read is told with the final epoch. */
static void keep_problems(struct epoch *made, const struct epoch *base)
{
	uint32_t count = base->problem_count;
	struct problem *problems =
		arena_copy(&made->arena, base->problems, count * sizeof *problems);

	for (uint32_t i = 0; i < count; i++) {
		problems[i].path = arena_string(&made->arena, span_of(problems[i].path));
		problems[i].reason = arena_string(&made->arena, span_of(problems[i].reason));
	}
	made->problems = problems;
	made->problem_count = count;
	made->passed_over = base->passed_over;
}

static struct epoch *begin(const struct epoch *base, const struct epoch *more)
{
	struct arena arena;

	arena_init(&arena);
	struct epoch *made = ARENA_NEW(&arena, struct epoch);
	made->arena = arena;
	made->is_final = base->is_final;
	made->count = base->count + more->count;
	made->languages = base->languages | more->languages;
	made->made_on = base->made_on > more->made_on ? base->made_on : more->made_on;
	made->holds_until =
		base->holds_until < more->holds_until ? base->holds_until : more->holds_until;
	made->library = base->library;
	made->borrows_library = true;
	made->corrections = arena_span(&made->arena, base->corrections);
	made->corrected = corrections_parse(made->corrections, &made->arena);
	return made;
}

struct epoch *epoch_extend(const struct epoch *base, const struct epoch *more)
{
	struct extending e = {.base = base, .more = more, .made = begin(base, more)};

	arena_init(&e.scratch);
	extend_words(&e);
	extend_others(&e);
	extend_people(&e);
	extend_order(&e);
	extend_columns(&e);
	extend_numbers(&e);
	keep_problems(e.made, base);
	e.made->own = own_make(e.made->count, &e.made->arena);
	e.made->desk = desk_make(&e.made->arena);
	arena_clear(&e.scratch);
	return e.made;
}
