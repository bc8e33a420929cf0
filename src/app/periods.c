#include "app/periods.h"

#include "base/vec.h"

#include <stdlib.h>

#define WEEK 7
#define LONGEST_MONTH 31
#define LONGEST_YEAR 366
#define BAR_MOST 40 /* cells */

VEC_OF(int32_t, starts);

static int32_t start_of(int32_t day, enum day_precision by)
{
	struct civil civil = civil_of(day);

	if (by == PRECISION_DAY)
		return day;
	return day_of(civil.year, by == PRECISION_MONTH ? civil.month : 1, 1);
}

static int32_t end_of(int32_t start, enum day_precision by)
{
	struct civil civil = civil_of(start);

	if (by == PRECISION_DAY)
		return start;
	if (by == PRECISION_YEAR)
		return day_of(civil.year, 12, 31);
	return start + days_in_month(civil.year, civil.month) - 1;
}

static int compare_days(const void *a, const void *b)
{
	int32_t left = *(const int32_t *)a, right = *(const int32_t *)b;

	return (left > right) - (left < right);
}

/* Sorted, each once, from the given place on. */
static void settle(struct starts *starts, uint32_t first)
{
	uint32_t kept = first;

	if (starts->count == first)
		return;
	qsort(starts->at + first, starts->count - first, sizeof *starts->at, compare_days);
	for (uint32_t i = first + 1; i < starts->count; i++)
		if (starts->at[i] != starts->at[kept])
			starts->at[++kept] = starts->at[i];
	starts->count = kept + 1;
}

static void take_spoken(const struct facts *facts, enum day_precision by, struct starts *starts,
	struct arena *arena)
{
	static const int32_t longest[] = {[PRECISION_YEAR] = LONGEST_YEAR,
		[PRECISION_MONTH] = LONGEST_MONTH,
		[PRECISION_DAY] = WEEK};
	uint32_t first = starts->count;

	for (uint32_t i = 0; i < facts->day_count; i++) {
		const struct day_spoken *day = &facts->days[i];
		if (day->to - day->from >= longest[by])
			continue;
		for (int32_t at = start_of(day->from, by); at <= day->to; at = end_of(at, by) + 1)
			*vec_push(arena, starts) = at;
	}
	settle(starts, first);
}

uint32_t periods_make(const struct epoch *epoch, const struct result *result, enum day_precision by,
	bool about, struct period **periods, struct arena *arena)
{
	VEC(struct period) found = {0};
	struct starts starts = {0};
	struct arena scratch;

	arena_init(&scratch);
	for (uint32_t i = 0; i < result->count; i++) {
		const struct facts *facts = epoch_facts(epoch, result->ids[i]);
		if (about)
			take_spoken(facts, by, &starts, &scratch);
		else if (facts->published.day != DAY_NONE && facts->published.precision >= by)
			*vec_push(&scratch, &starts) = start_of(facts->published.day, by);
	}
	if (starts.count)
		qsort(starts.at, starts.count, sizeof *starts.at, compare_days);
	for (uint32_t i = 0; i < starts.count; i++) {
		if (i == 0 || starts.at[i] != starts.at[i - 1])
			*vec_push(arena, &found) =
				(struct period){starts.at[i], end_of(starts.at[i], by), 0};
		found.at[found.count - 1].articles++;
	}
	arena_clear(&scratch);
	*periods = found.at;
	return found.count;
}

static int digits(uint32_t number)
{
	return number < 10 ? 1 : 1 + digits(number / 10);
}

void periods_row(const struct listing *listing, const struct period *period, enum day_precision by,
	uint32_t most, struct buf *buf)
{
	if (listing->json) {
		buf_format(buf, "{\"from\":\"%s\",\"to\":\"%s\",\"articles\":%u}\n",
			day_iso(period->from, PRECISION_DAY, buf->arena),
			day_iso(period->to, PRECISION_DAY, buf->arena), period->articles);
		return;
	}
	uint64_t bar = ((uint64_t)period->articles * BAR_MOST + most - 1) / most;
	buf_format(buf, "%s  %*u  ", day_iso(period->from, by, buf->arena), digits(most),
		period->articles);
	for (uint64_t i = 0; i < bar; i++)
		buf_text(buf, "\xE2\x96\xA0"); /* U+25A0, a small square */
	buf_char(buf, '\n');
}
