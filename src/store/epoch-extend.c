#include "store/epoch-extend.h"

#include "store/bits.h"
#include "store/desk.h"
#include "store/epoch-walk.h"
#include "store/extend.h"
#include "store/own.h"
#include "store/sealed.h"

#include <string.h>

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
		for (; old < until; old++)
			if (epoch_is_here(made, base->by_date[old]))
				made->by_date[place++] = base->by_date[old];
		if (i < more->count)
			made->by_date[place++] = base->count + more->by_date[i];
	}
	for (uint32_t i = 0; i < e->gone_count; i++)
		made->by_date[place++] = e->gone[i];
	for (place = 0; place < made->count; place++)
		made->places[made->by_date[place]] = place;
}

/* --- columns -------------------------------------------------------------------------------- */

#define COLUMN(e, field) \
	((e)->made->field = extend_array((e)->base->field, (e)->base->count, (e)->more->field, \
		 (e)->more->count, sizeof *(e)->made->field, &(e)->made->arena))
#define SHELF(e, field) \
	((e)->made->field = shelf_extend(&(e)->base->field, &(e)->more->field, &(e)->made->arena))

static void extend_columns(struct extending *e)
{
	COLUMN(e, days);
	COLUMN(e, precisions);
	COLUMN(e, languages_of);
	COLUMN(e, title_origins);
	COLUMN(e, word_counts);
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
	const struct epoch *base = e->base;
	struct epoch *made = e->made;

	COLUMN(e, source_of);
	COLUMN(e, spelling_of);
	COLUMN(e, versions);
	COLUMN(e, version_counts);
	for (article_id id = base->count; id < made->count; id++) {
		made->source_of[id] = e->sources[made->source_of[id]];
		made->spelling_of[id] += base->spelling_count;
		made->versions[id] += base->count;
		made->records[id] = RECORD_NONE;
	}
}

static void extend_digests(struct extending *e)
{
	const struct digest *fresh = e->more->digests;

	e->made->digests = e->base->digests;
	e->behind->digests = arena_copy(&e->made->arena, fresh, e->more->count * sizeof *fresh);
}

static void extend_lines(struct extending *e)
{
	const struct epoch *more = e->more;
	struct arena *arena = &e->made->arena;

	e->made->kinds = e->base->kinds;
	e->made->line_starts = e->base->line_starts;
	e->behind->kinds = arena_copy(arena, more->kinds, more->line_starts[more->count]);
	e->behind->line_starts = arena_copy(
		arena, more->line_starts, ((size_t)more->count + 1) * sizeof *more->line_starts);
}

/* --- articles that went ---------------------------------------------------------------------- */

static void mark_gone(struct extending *e)
{
	struct epoch *made = e->made;
	uint64_t *gone = bits_make(made->count, &made->arena);

	for (uint32_t i = 0; i < e->gone_count; i++)
		bits_set(gone, e->gone[i]);
	made->gone = e->gone_count ? gone : NULL;
	made->gone_count = e->gone_count;
}

/* They are of no day and of no source. */
static void forget_gone(struct extending *e)
{
	struct epoch *made = e->made;

	for (uint32_t i = 0; i < e->gone_count; i++) {
		article_id id = e->gone[i];
		uint32_t source = made->source_of[id];
		made->days[id] = DAY_NONE;
		made->precisions[id] = PRECISION_NONE;
		made->word_counts[id] = 0;
		made->source_of[id] = EXTEND_NONE;
		if (source < made->source_count && made->source_articles[source])
			made->source_articles[source]--;
	}
}

/* Of versions the first may have gone: then the next one gives them its number. */
static void count_versions(struct extending *e)
{
	struct epoch *made = e->made;
	uint32_t *firsts = e->gone_count ? ARENA_ARRAY(&e->scratch, uint32_t, made->count) : NULL;

	if (!firsts)
		return;
	for (article_id id = 0; id < made->count; id++) {
		uint32_t *first = &firsts[made->versions[id]];
		if (!epoch_is_here(made, id))
			continue;
		*first = *first ? *first : id + 1;
		made->versions[id] = *first - 1;
	}
	memset(made->version_counts, 0, made->count * sizeof *made->version_counts);
	for (article_id id = 0; id < made->count; id++)
		made->version_counts[made->versions[id]] += epoch_is_here(made, id);
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

struct epoch *epoch_extend(const struct epoch *base, const struct epoch *more,
	const article_id *gone, uint32_t gone_count)
{
	struct extending e = {.base = base,
		.more = more,
		.gone = gone,
		.gone_count = gone_count,
		.made = begin(base, more)};

	arena_init(&e.scratch);
	mark_gone(&e);
	e.behind = ARENA_NEW(&e.made->arena, struct epoch_behind);
	e.behind->first = base->count;
	e.made->behind = e.behind;
	extend_words(&e);
	extend_others(&e);
	extend_people(&e);
	extend_order(&e);
	extend_columns(&e);
	extend_numbers(&e);
	forget_gone(&e);
	count_versions(&e);
	extend_digests(&e);
	extend_lines(&e);
	keep_problems(e.made, base);
	e.made->own = own_make(e.made->count, e.made->gone, &e.made->arena);
	e.made->desk = desk_make(&e.made->arena);
	arena_clear(&e.scratch);
	return e.made;
}
