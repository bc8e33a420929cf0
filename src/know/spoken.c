#include "know/spoken.h"

#include "know/spoken-interval.h"

#define WEEKDAY_WRONG 4000 /* as if so many days lay between, twice counted */

/* An article whose marks are read one after the other. */
struct speaking {
	int32_t day; /* of publication; DAY_NONE: unknown */
	enum day_precision precision;
	struct interval before[DAY_UNIT_COUNT]; /* spoken of last, no longer than the unit */
};

/* A mark, and the day that it is counted from. */
struct question {
	const struct day_mark *mark;
	int32_t base;
};

/* How far an interval is from what the mark may mean: news speaks of what was rather than of
 * what will be, and the tense of the verb tells more. Negative: it cannot be meant. */
static int64_t farness(const struct question *q, struct interval interval)
{
	const struct day_mark *mark = q->mark;
	int32_t distance = interval_is(interval) ? interval_distance(interval, q->base) : 0;

	if (!interval_is(interval) || (mark->shift < 0 && distance >= 0) ||
		(mark->shift > 0 && distance <= 0))
		return -1;
	if (mark->here && mark->unit == UNIT_SEASON)
		return distance <= 0 ? (int64_t)-distance * 3 : (int64_t)distance * 4;
	if (distance <= 0)
		return (int64_t)-distance * (mark->future ? 6 : 2);
	return (int64_t)distance * (mark->past ? 12 : mark->future ? 2 : 3);
}

/* The candidate that is likeliest meant. */
static struct interval nearest(
	const struct question *q, const struct interval *candidates, int count)
{
	struct interval best = interval_none;
	int64_t least = -1;

	for (int i = 0; i < count; i++) {
		int64_t far = farness(q, candidates[i]);
		bool misses = q->mark->weekday >= 0 && interval_is(candidates[i]) &&
			      weekday_of(candidates[i].from) != q->mark->weekday;
		if (far < 0)
			continue;
		far += misses ? WEEKDAY_WRONG : 0;
		if (least < 0 || far < least) {
			least = far;
			best = candidates[i];
		}
	}
	return best;
}

/* "lundi": the latest one, the day itself included, unless the verb is in the future. */
static struct interval weekday_meant(const struct question *q)
{
	const struct day_mark *mark = q->mark;
	int32_t back = (weekday_of(q->base) - mark->weekday + 7) % 7;
	int32_t ahead = (7 - back) % 7;

	if (mark->shift < 0)
		return interval_day(q->base - (back ? back : 7));
	if (mark->shift > 0)
		return interval_day(q->base + (ahead ? ahead : 7));
	return interval_day(mark->future ? q->base + ahead : q->base - back);
}

/* "jeudi 18": a day of some month near. */
static struct interval day_meant(const struct question *q)
{
	struct interval candidates[5];
	struct civil civil = civil_of(q->base);

	for (int i = 0; i < 5; i++) {
		int month = civil.year * 12 + civil.month - 1 + i - 3;
		candidates[i] = interval_day(day_of(month / 12, month % 12 + 1, q->mark->day));
	}
	return nearest(q, candidates, 5);
}

/* A day or a month of the year that is stated, told or likeliest. */
static struct interval calendar_meant(const struct question *q)
{
	const struct day_mark *mark = q->mark;
	struct interval candidates[4];
	int year = mark->year ? mark->year : civil_of(q->base).year;

	if (mark->unit == UNIT_YEAR)
		year += mark->shift;
	if (!mark->month && !mark->year && mark->day)
		return day_meant(q);
	if (!mark->month && !mark->year)
		return mark->weekday >= 0 ? weekday_meant(q) : interval_none;
	if (mark->year || mark->unit == UNIT_YEAR)
		return mark->day ? interval_day(day_of(year, mark->month, mark->day))
				 : interval_month(year, mark->month);
	for (int i = 0; i < 4; i++)
		candidates[i] = mark->day
					? interval_day(day_of(year - 2 + i, mark->month, mark->day))
					: interval_month(year - 2 + i, mark->month);
	return nearest(q, candidates, 4);
}

/* A quarter, half, season or century that is named. */
static struct interval named_meant(const struct question *q)
{
	const struct day_mark *mark = q->mark;
	struct interval candidates[3];
	int year = mark->year ? mark->year : civil_of(q->base).year;

	/* "l'été dernier" is the latest that is over, of whatever year. */
	if (mark->year || mark->unit == UNIT_CENTURY || (mark->shift && mark->unit != UNIT_SEASON))
		return interval_named(mark->unit, mark->which, year + mark->shift);
	for (int i = 0; i < 3; i++)
		candidates[i] = interval_named(mark->unit, mark->which, year - 1 + i);
	if (mark->unit == UNIT_SEASON)
		return nearest(q, candidates, 3);
	/* The year's own, if it has begun or is told to come. */
	return candidates[1].from <= q->base || mark->future ? candidates[1] : candidates[0];
}

/* "ce week-end": the coming one, but for what is told as past, or within two days of one. */
static struct interval weekend_meant(const struct question *q)
{
	const struct day_mark *mark = q->mark;
	int weekday = weekday_of(q->base), shift = mark->shift;

	if (mark->anchor == ANCHOR_PUBLISHED && weekday < 5) {
		if (shift > 0)
			shift--;
		else if (shift == 0 && !mark->future && (mark->past || weekday < 2))
			shift--;
	}
	return interval_unit(UNIT_WEEKEND, q->base, shift);
}

static struct interval meant(const struct question *q)
{
	const struct day_mark *mark = q->mark;
	int year = mark->year ? mark->year : civil_of(q->base).year + mark->shift;
	struct interval interval;

	if (mark->which)
		return named_meant(q);
	if (mark->leading) {
		interval = interval_month(year, mark->leading);
		return interval_is(interval)
			       ? (struct interval){interval_month(year, 1).from, interval.to}
			       : interval_none;
	}
	if (mark->unit == UNIT_NONE || mark->month)
		interval = calendar_meant(q);
	else if (mark->unit == UNIT_DECADE && mark->year)
		interval = interval_unit(UNIT_DECADE, day_of(mark->year, 1, 1), 0);
	else if (mark->unit == UNIT_WEEKEND)
		interval = weekend_meant(q);
	else
		interval = interval_unit(mark->unit, q->base, mark->shift);
	return interval_is(interval) ? interval_part(interval, mark->part) : interval;
}

/* The first bound of a range: the latest before the last one. */
static int32_t first_meant(const struct question *q, struct interval last)
{
	const struct day_bound *bound = &q->mark->first;
	int year = bound->year ? bound->year : civil_of(last.to).year;
	struct interval first = interval_none;

	if (bound->unit == UNIT_DAY)
		first = interval_day(q->base + bound->shift);
	for (int i = 0; bound->unit != UNIT_DAY && (i == 0 || (i == 1 && !bound->year)); i++) {
		if (!bound->month && !bound->year)
			first = interval_day(
				last.from - (weekday_of(last.from) - bound->weekday + 6) % 7 - 1);
		else
			first = bound->day
					? interval_day(day_of(year - i, bound->month, bound->day))
					: interval_month(year - i, bound->month);
		if (interval_is(first) && first.from <= last.to)
			break;
	}
	return interval_is(first) ? interval_part(first, bound->part).from : DAY_NONE;
}

/* Whether the day of publication is known well enough. */
static bool is_placed(const struct speaking *speaking, const struct day_mark *mark)
{
	bool day = mark->unit == UNIT_NONE ? !mark->month && !mark->year
					   : mark->unit < UNIT_MONTH && !mark->month;

	if (mark->anchor == ANCHOR_NONE)
		return true;
	if (speaking->day == DAY_NONE)
		return false;
	if (speaking->precision == PRECISION_YEAR)
		return mark->unit >= UNIT_YEAR && !mark->range;
	return speaking->precision == PRECISION_DAY || (!day && !mark->range);
}

/* The day that a mark is counted from. */
static int32_t base_of(const struct speaking *speaking, const struct day_mark *mark, bool *before)
{
	enum day_unit unit =
		mark->unit == UNIT_NONE || mark->unit == UNIT_WEEKEND ? UNIT_DAY : mark->unit;
	struct interval last = speaking->before[unit];

	*before = mark->anchor == ANCHOR_PREVIOUS && interval_is(last);
	if (*before)
		return last.to;
	return speaking->day == DAY_NONE ? 0 : speaking->day;
}

static void remember(struct speaking *speaking, struct interval interval)
{
	static const int32_t longest[DAY_UNIT_COUNT] = {[UNIT_DAY] = 2,
		[UNIT_WEEK] = 7,
		[UNIT_WEEKEND] = 2,
		[UNIT_MONTH] = 31,
		[UNIT_QUARTER] = 92,
		[UNIT_HALF] = 184,
		[UNIT_SEASON] = 93,
		[UNIT_YEAR] = 366,
		[UNIT_DECADE] = 3653,
		[UNIT_CENTURY] = 36525};

	for (int unit = 0; unit < DAY_UNIT_COUNT; unit++)
		if (interval.to - interval.from < longest[unit])
			speaking->before[unit] = interval;
}

static bool speak(struct speaking *speaking, const struct day_mark *mark, struct day_spoken *spoken)
{
	bool before = false;
	struct question q = {mark, base_of(speaking, mark, &before)};

	if (!before && !is_placed(speaking, mark))
		return false;
	struct interval interval = meant(&q);
	if (interval_is(interval) && mark->range)
		interval.from = first_meant(&q, interval);
	if (!interval_is(interval) || interval.from > interval.to)
		return false;
	*spoken = (struct day_spoken){.at = mark->at,
		.from = interval.from,
		.to = interval.to,
		.how = before                        ? DAY_FROM_BEFORE
		       : mark->anchor == ANCHOR_NONE ? DAY_STATED
						     : DAY_FROM_PUBLISHED,
		.base = before || mark->anchor != ANCHOR_NONE ? q.base : DAY_NONE};
	if (!mark->outside)
		remember(speaking, interval);
	return true;
}

/* Where a day is not stated, one of its middle stands for a month or a year. */
static int32_t middle_of(const struct published *published)
{
	if (published->day == DAY_NONE || published->precision == PRECISION_DAY)
		return published->day;
	return published->day + (published->precision == PRECISION_YEAR ? 182 : 14);
}

void spoken_make(const struct document *document, const uint8_t *kinds,
	const struct published *published, struct days_spoken *out, struct arena *arena)
{
	const struct day_marks *marks = &document->evidence->days;
	const struct article *article = document->article;
	struct speaking speaking = {middle_of(published), published->precision, {{0, 0}}};
	uint32_t line = 0;

	for (int unit = 0; unit < DAY_UNIT_COUNT; unit++)
		speaking.before[unit] = interval_none;
	*out = (struct days_spoken){ARENA_ARRAY(arena, struct day_spoken, marks->count), 0};
	for (uint32_t i = 0; i < marks->count; i++) {
		while (line < article->line_count &&
			article->lines[line].at.end < marks->at[i].at.end)
			line++;
		if (line < article->line_count && kinds[line] == LINE_FURNITURE)
			continue;
		out->count += speak(&speaking, &marks->at[i], &out->at[out->count]);
	}
}
