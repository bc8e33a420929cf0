#include "store/epoch-steps.h"

#include <stdlib.h>

static int by_day(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return x < y ? -1 : x > y;
}

/* Sorts, and keeps each once; how many are left. */
static uint32_t settle_days(int32_t *days, uint32_t count)
{
	uint32_t kept = 0;

	if (count > 1)
		qsort(days, count, sizeof *days, by_day);
	for (uint32_t i = 0; i < count; i++)
		if (kept == 0 || days[kept - 1] != days[i])
			days[kept++] = days[i];
	return kept;
}

const struct spoken_span *epoch_spoken(const struct epoch *epoch, article_id id, uint32_t *count)
{
	const struct epoch_behind *behind = epoch->behind;

	if (behind && id >= behind->first) {
		const uint64_t *starts = behind->spoken_starts + (id - behind->first);
		*count = (uint32_t)(starts[1] - starts[0]);
		return behind->spoken + starts[0];
	}
	uint64_t start = epoch->spoken_starts[id], end = epoch->spoken_starts[id + 1];
	uint32_t own = behind ? behind->first : epoch->count;
	bool fits = start <= end && end <= epoch->spoken_starts[own];

	*count = fits ? (uint32_t)(end - start) : 0;
	return epoch->spoken + (fits ? start : 0);
}

uint32_t epoch_days_of(const struct epoch *epoch, article_id id, int32_t *days)
{
	uint32_t all, count = 0;
	const struct spoken_span *spans = epoch_spoken(epoch, id, &all);

	for (uint32_t i = 0; i < all; i++)
		if (spans[i].from == spans[i].to)
			days[count++] = spans[i].from;
	return settle_days(days, count);
}

static void lay_spoken(struct epoch *epoch)
{
	const struct facts *facts = epoch->raw->facts;
	uint64_t total = 0;

	epoch->spoken_starts = ARENA_ARRAY(&epoch->arena, uint64_t, (size_t)epoch->count + 1);
	for (article_id id = 0; id < epoch->count; id++)
		epoch->spoken_starts[id + 1] = total += facts[id].day_count;
	epoch->spoken = ARENA_ARRAY(&epoch->arena, struct spoken_span, total);
	for (article_id id = 0; id < epoch->count; id++)
		for (uint32_t i = 0; i < facts[id].day_count; i++)
			epoch->spoken[epoch->spoken_starts[id] + i] =
				(struct spoken_span){facts[id].days[i].from, facts[id].days[i].to};
}

/* The single days spoken of anywhere. */
static void list_days(struct epoch *epoch, struct arena *scratch)
{
	uint64_t total = epoch->spoken_starts[epoch->count];
	int32_t *days = ARENA_ARRAY(scratch, int32_t, total);
	uint32_t count = 0;

	for (uint64_t i = 0; i < total; i++)
		if (epoch->spoken[i].from == epoch->spoken[i].to)
			days[count++] = epoch->spoken[i].from;
	epoch->day_count = settle_days(days, count);
	epoch->day_list = arena_copy(&epoch->arena, days, (size_t)epoch->day_count * sizeof *days);
}

uint32_t epoch_day_row(const struct epoch *epoch, int32_t day)
{
	uint32_t low = 0, high = epoch->day_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (epoch->day_list[middle] < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low < epoch->day_count && epoch->day_list[low] == day ? low : epoch->day_count;
}

static void walk_days(struct epoch *epoch, bool counting, struct arena *scratch)
{
	for (article_id id = 0; id < epoch->count; id++) {
		struct arena_mark mark = arena_mark(scratch);
		uint32_t all, count;
		epoch_spoken(epoch, id, &all);
		int32_t *days = ARENA_ARRAY(scratch, int32_t, all);
		count = epoch_days_of(epoch, id, days);
		for (uint32_t i = 0; i < count; i++) {
			uint32_t row = epoch_day_row(epoch, days[i]);
			if (counting)
				postings_count(&epoch->day_articles, row);
			else
				postings_put(&epoch->day_articles, row, id);
		}
		arena_rewind(scratch, mark);
	}
}

void epoch_index_days(struct epoch *epoch)
{
	struct arena scratch;

	arena_init(&scratch);
	lay_spoken(epoch);
	list_days(epoch, &scratch);
	postings_init(&epoch->day_articles, epoch->day_count, &epoch->arena);
	walk_days(epoch, true, &scratch);
	postings_settle(&epoch->day_articles, &epoch->arena);
	walk_days(epoch, false, &scratch);
	arena_clear(&scratch);
}
