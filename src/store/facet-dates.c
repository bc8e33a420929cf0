#include "store/faceting.h"

#include "store/epoch-parts.h"
#include "store/match.h"

#include <stdlib.h>

/* Years, months and days numbered without a gap. */
static int32_t period_of(int32_t day, enum day_precision precision)
{
	struct civil civil;

	if (precision == PRECISION_DAY)
		return day;
	civil = civil_of(day);
	return precision == PRECISION_YEAR ? civil.year : civil.year * 12 + civil.month - 1;
}

static void period_days(int32_t period, enum day_precision precision, int32_t *from, int32_t *to)
{
	int year = period, month = 1;

	*from = *to = period;
	if (precision == PRECISION_DAY)
		return;
	if (precision == PRECISION_MONTH) {
		month = (period % 12 + 12) % 12 + 1;
		year = (period - month + 1) / 12;
	}
	*from = day_of(year, month, 1);
	*to = precision == PRECISION_YEAR ? day_of(year, 12, 31)
					  : *from + days_in_month(year, month) - 1;
}

/* The period of an article that lies in it whole and in [from, to]. */
static bool article_period(const struct faceting *f, article_id id, enum day_precision precision,
	int32_t from, int32_t to, int32_t *period)
{
	int32_t first, last;

	if (f->epoch->precisions[id] < precision || !match_days(f->epoch, id, &first, &last))
		return false;
	*period = period_of(first, precision);
	return first >= from && last <= to;
}

/* What lies between is shown too, unless a stray year stands centuries apart. */
#define GAP_MOST 400

static int period_order(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return x < y ? -1 : x > y;
}

static void add_period(struct faceting *f, enum day_precision precision, int32_t period,
	uint32_t here, uint32_t all)
{
	struct clause clause = {.kind = CLAUSE_DATE};

	period_days(period, precision, &clause.from, &clause.to);
	clause.text = day_iso(clause.from, precision, f->arena);
	clause.label = day_short(clause.from, precision, f->arena);
	faceting_add(f, clause, here, all);
}

void faceting_add_periods(
	struct faceting *f, enum day_precision precision, int32_t from, int32_t to)
{
	const struct epoch *epoch = f->epoch;
	int32_t *all = ARENA_ARRAY(f->arena, int32_t, epoch->count), period;
	int32_t *here = ARENA_ARRAY(f->arena, int32_t, f->base.count);
	uint32_t all_count = 0, here_count = 0, a = 0, h = 0;

	for (article_id id = 0; id < epoch->count; id++)
		if (article_period(f, id, precision, from, to, &period))
			all[all_count++] = period;
	for (uint32_t i = 0; i < f->base.count; i++)
		if (article_period(f, f->base.ids[i], precision, from, to, &period))
			here[here_count++] = period;
	qsort(all, all_count, sizeof *all, period_order);
	qsort(here, here_count, sizeof *here, period_order);
	while (a < all_count) {
		uint32_t a_start = a, h_start = h;
		for (period = all[a]; a < all_count && all[a] == period; a++)
			;
		while (h < here_count && here[h] == period)
			h++;
		add_period(f, precision, period, h - h_start, a - a_start);
		bool gap_ends = a < all_count && all[a] - period <= GAP_MOST;
		for (int32_t p = period + 1; gap_ends && p < all[a]; p++)
			add_period(f, precision, p, 0, 0);
	}
}

void faceting_add_undated(struct faceting *f)
{
	uint32_t here = 0, all = 0;
	int32_t from, to;

	for (article_id id = 0; id < f->epoch->count; id++)
		all += !match_days(f->epoch, id, &from, &to);
	for (uint32_t i = 0; i < f->base.count; i++)
		here += !match_days(f->epoch, f->base.ids[i], &from, &to);
	if (all)
		faceting_add(f,
			(struct clause){.kind = CLAUSE_DATE,
				.text = "undated",
				.label = "undated",
				.from = DAY_NONE,
				.to = DAY_NONE},
			here, all);
}
