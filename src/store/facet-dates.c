#include "store/faceting.h"

#include "store/epoch-parts.h"
#include "store/epoch-walk.h"

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

/* Articles by date, the latest first. */
struct dated {
	const struct epoch *epoch;
	const article_id *ids;
	uint32_t count;
};

#define PRECISION_BEYOND 256

/* How many come before those of the day that are less precise. */
static uint32_t rank_of(const struct dated *dated, int32_t day, unsigned precision)
{
	const struct epoch *epoch = dated->epoch;
	uint32_t low = 0, high = dated->count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		article_id id = dated->ids[middle];
		if (epoch->days[id] > day ||
			(epoch->days[id] == day && epoch->precisions[id] >= precision))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static uint32_t difference(uint32_t larger, uint32_t smaller)
{
	return larger > smaller ? larger - smaller : 0;
}

/* How many are of the days from … to, and known so precisely.  Whose year is known has a day in it,
 * so that of those less precise each day is asked for apart. */
static uint32_t count_between(
	const struct dated *dated, int32_t from, int32_t to, enum day_precision precision)
{
	uint32_t at = rank_of(dated, to, PRECISION_BEYOND), end = rank_of(dated, from, 0);
	uint32_t count = 0;

	if (precision == PRECISION_YEAR)
		return difference(end, at);
	while (at < end) {
		int32_t day = dated->epoch->days[dated->ids[at]];
		uint32_t next = rank_of(dated, day, 0);
		count += difference(rank_of(dated, day, precision), at);
		at = next > at ? next : at + 1;
	}
	return count;
}

/* What lies between is shown too, unless a stray year stands centuries apart. */
#define GAP_MOST 400

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
	struct dated all = {f->epoch, f->epoch->by_date, epoch_here(f->epoch)};
	struct dated here = {f->epoch, f->base.ids, f->base.count};
	int32_t least = from > DAY_NONE ? from : DAY_NONE + 1, former = 0;
	uint32_t latest = rank_of(&all, to, PRECISION_BEYOND), at = rank_of(&all, least, 0);
	bool is_first = true;

	while (at > latest) {
		int32_t first, last;
		int32_t period = period_of(f->epoch->days[all.ids[at - 1]], precision);
		period_days(period, precision, &first, &last);
		uint32_t next = rank_of(&all, last, PRECISION_BEYOND);
		uint32_t count = count_between(&all, first, last, precision);
		at = next < at ? next : at - 1;
		if (count == 0)
			continue;
		bool is_gap = !is_first && period - former <= GAP_MOST;
		for (int32_t p = former + 1; is_gap && p < period; p++)
			add_period(f, precision, p, 0, 0);
		add_period(
			f, precision, period, count_between(&here, first, last, precision), count);
		former = period;
		is_first = false;
	}
}

void faceting_add_undated(struct faceting *f)
{
	struct dated all = {f->epoch, f->epoch->by_date, epoch_here(f->epoch)};
	struct dated here = {f->epoch, f->base.ids, f->base.count};
	uint32_t undated = all.count - rank_of(&all, DAY_NONE + 1, 0);

	if (undated)
		faceting_add(f,
			(struct clause){.kind = CLAUSE_DATE,
				.text = "undated",
				.label = "undated",
				.from = DAY_NONE,
				.to = DAY_NONE},
			here.count - rank_of(&here, DAY_NONE + 1, 0), undated);
}
