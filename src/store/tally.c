#include "store/tally.h"

#include "base/vec.h"
#include "store/bits.h"
#include "store/epoch-parts.h"
#include "store/epoch-walk.h"
#include "store/match.h"

#include <stdlib.h>

#define EPOCH_MONDAY 4 /* 1970-01-05, the first Monday */

/* The longest span of days that is still in the periods of a unit. */
static const int32_t longest[TALLY_UNIT_COUNT] = {
	[TALLY_DAY] = 7, [TALLY_WEEK] = 7, [TALLY_MONTH] = 31, [TALLY_YEAR] = 366};
static const enum day_precision precisions[TALLY_UNIT_COUNT] = {[TALLY_DAY] = PRECISION_DAY,
	[TALLY_WEEK] = PRECISION_DAY,
	[TALLY_MONTH] = PRECISION_MONTH,
	[TALLY_YEAR] = PRECISION_YEAR};

/* --- periods by number, without a gap --------------------------------------------------- */

static int32_t number_of(enum tally_unit unit, int32_t day)
{
	if (unit == TALLY_DAY)
		return day;
	if (unit == TALLY_WEEK)
		return (day - EPOCH_MONDAY - weekday_of(day)) / 7;
	struct civil civil = civil_of(day);
	return unit == TALLY_YEAR ? civil.year : civil.year * 12 + civil.month - 1;
}

static int32_t first_day(enum tally_unit unit, int32_t number)
{
	if (unit == TALLY_DAY)
		return number;
	if (unit == TALLY_WEEK)
		return number * 7 + EPOCH_MONDAY;
	if (unit == TALLY_YEAR)
		return day_of(number, 1, 1);
	int month = (number % 12 + 12) % 12;
	return day_of((number - month) / 12, month + 1, 1);
}

void tally_period(enum tally_unit unit, int32_t day, int32_t *from, int32_t *to)
{
	int32_t number = number_of(unit, day);

	*from = first_day(unit, number);
	*to = first_day(unit, number + 1) - 1;
}

/* --- what an article adds --------------------------------------------------------------- */

/* An article in a period. */
struct entry {
	int32_t number;
	article_id id;
};
VEC_OF(struct entry, entries);

static bool is_spoken(struct tally_wish wish, const struct spoken_span *day)
{
	return day->to - day->from < longest[wish.unit];
}

static void add_spoken(const struct epoch *epoch, struct tally_wish wish, article_id id,
	struct entries *entries, struct arena *arena)
{
	uint32_t count;
	const struct spoken_span *days = epoch_spoken(epoch, id, &count);

	for (uint32_t i = 0; i < count; i++) {
		if (!is_spoken(wish, &days[i]))
			continue;
		int32_t last = number_of(wish.unit, days[i].to);
		for (int32_t n = number_of(wish.unit, days[i].from); n <= last; n++)
			*vec_push(arena, entries) = (struct entry){n, id};
	}
}

static bool is_published(const struct epoch *epoch, article_id id, enum tally_unit unit)
{
	return epoch->days[id] != DAY_NONE && epoch->precisions[id] >= precisions[unit];
}

static int compare_entries(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

/* Each article once in each of its periods, the earliest period first. */
static struct entries entries_of(
	const struct epoch *epoch, struct tally_wish wish, struct arena *arena)
{
	struct entries entries = {0};
	uint32_t kept = 0;

	for (article_id id = 0; id < epoch->count; id++) {
		if (!epoch_is_here(epoch, id))
			continue;
		if (wish.about)
			add_spoken(epoch, wish, id, &entries, arena);
		else if (is_published(epoch, id, wish.unit))
			*vec_push(arena, &entries) =
				(struct entry){number_of(wish.unit, epoch->days[id]), id};
	}
	if (entries.count == 0)
		return entries;
	qsort(entries.at, entries.count, sizeof *entries.at, compare_entries);
	for (uint32_t i = 1; i < entries.count; i++)
		if (compare_entries(&entries.at[i], &entries.at[kept]) != 0)
			entries.at[++kept] = entries.at[i];
	entries.count = kept + 1;
	return entries;
}

/* --- rows ------------------------------------------------------------------------------- */

struct tallying {
	struct tally_wish wish;
	const struct result *result;
	uint64_t *parts[TALLY_PARTS_MOST]; /* the articles that each clause holds for */
	VEC(struct tally_row) rows;
	struct arena *arena;
};

static void add_row(struct tallying *t, int32_t number, int32_t end)
{
	struct tally_row *row = vec_push(t->arena, &t->rows);

	row->from = first_day(t->wish.unit, number);
	row->to = first_day(t->wish.unit, end) - 1;
	row->periods = (uint32_t)(end - number);
}

/* The empty periods from number to before end. */
static void add_gap(struct tallying *t, int32_t number, int32_t end)
{
	if (end - number > TALLY_GAP_MOST) {
		add_row(t, number, end);
		return;
	}
	for (; number < end; number++)
		add_row(t, number, number + 1);
}

static void count_entry(struct tallying *t, article_id id)
{
	struct tally_row *row = &t->rows.at[t->rows.count - 1];

	row->all++;
	if (!bits_has(t->result->bits, id))
		return;
	row->here++;
	for (uint32_t p = 0; p < t->wish.part_count; p++)
		row->parts[p] += bits_has(t->parts[p], id);
}

static void count_missing(const struct epoch *epoch, const struct result *result,
	const struct entries *entries, struct tally *tally, struct arena *scratch)
{
	uint64_t *placed = bits_make(epoch->count, scratch);

	for (uint32_t i = 0; i < entries->count; i++)
		bits_set(placed, entries->at[i].id);
	for (article_id id = 0; id < epoch->count; id++) {
		if (bits_has(placed, id) || !epoch_is_here(epoch, id))
			continue;
		tally->missing_all++;
		tally->missing_here += bits_has(result->bits, id);
	}
}

static void settle(const struct tallying *t, struct tally *tally)
{
	tally->rows = t->rows.at;
	tally->row_count = t->rows.count;
	for (uint32_t i = 0; i < t->rows.count; i++) {
		if (t->rows.at[i].here > tally->most_here)
			tally->most_here = t->rows.at[i].here;
		if (t->rows.at[i].all > tally->most_all)
			tally->most_all = t->rows.at[i].all;
	}
}

void tally_make(const struct epoch *epoch, const struct result *result, struct tally_wish wish,
	struct tally *tally, struct arena *arena)
{
	struct tallying t = {.wish = wish, .result = result, .arena = arena};
	struct arena scratch;

	arena_init(&scratch);
	*tally = (struct tally){0};
	for (uint32_t p = 0; p < wish.part_count; p++) {
		t.parts[p] = bits_make(epoch->count, &scratch);
		match_clause(epoch, &wish.parts[p], t.parts[p], &scratch);
	}
	struct entries entries = entries_of(epoch, wish, &scratch);
	for (uint32_t i = 0; i < entries.count; i++) {
		int32_t number = entries.at[i].number;
		if (i > 0 && number > entries.at[i - 1].number)
			add_gap(&t, entries.at[i - 1].number + 1, number);
		if (i == 0 || number > entries.at[i - 1].number)
			add_row(&t, number, number + 1);
		count_entry(&t, entries.at[i].id);
	}
	count_missing(epoch, result, &entries, tally, &scratch);
	settle(&t, tally);
	arena_clear(&scratch);
}

uint32_t tally_find(const struct tally *tally, int32_t day)
{
	uint32_t low = 0, high = tally->row_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (tally->rows[middle].from <= day)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? low - 1 : 0;
}

/* Whether the article is in a period between two days. */
static bool is_between(
	const struct epoch *epoch, article_id id, struct tally_wish wish, int32_t from, int32_t to)
{
	uint32_t count;
	const struct spoken_span *days = epoch_spoken(epoch, id, &count);

	if (!wish.about)
		return is_published(epoch, id, wish.unit) && epoch->days[id] >= from &&
		       epoch->days[id] <= to;
	for (uint32_t i = 0; i < count; i++) {
		const struct spoken_span *day = &days[i];
		if (is_spoken(wish, day) && day->from <= to && day->to >= from)
			return true;
	}
	return false;
}

uint32_t tally_articles(const struct epoch *epoch, const struct result *result,
	struct tally_wish wish, int32_t from, int32_t to, article_id *found, uint32_t room)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < result->count; i++) {
		if (!is_between(epoch, result->ids[i], wish, from, to))
			continue;
		if (count < room)
			found[count] = result->ids[i];
		count++;
	}
	return count;
}
