#include "know/spoken-interval.h"

#define YEAR_MOST 9999
#define SEASON_DAY 21 /* of the month in which a season begins */

const struct interval interval_none = {DAY_NONE, DAY_NONE};

bool interval_is(struct interval interval)
{
	return interval.from != DAY_NONE && interval.to != DAY_NONE;
}

static struct interval checked(int32_t from, int32_t to)
{
	if (from == DAY_NONE || to == DAY_NONE || from > to || from < day_of(1, 1, 1) ||
		to > day_of(YEAR_MOST, 12, 31))
		return interval_none;
	return (struct interval){from, to};
}

struct interval interval_day(int32_t day)
{
	return checked(day, day);
}

/* So many months, the first counted from month 0 of year 0. */
static struct interval months(int64_t first, int count)
{
	int64_t last = first + count - 1;

	if (first < 12 || last >= (YEAR_MOST + 1) * 12)
		return interval_none;
	int year = (int)(last / 12), month = (int)(last % 12) + 1;
	return checked(day_of((int)(first / 12), (int)(first % 12) + 1, 1),
		day_of(year, month, days_in_month(year, month)));
}

struct interval interval_month(int year, int month)
{
	return month ? months((int64_t)year * 12 + month - 1, 1) : months((int64_t)year * 12, 12);
}

/* Winter is of the year that it ends in. */
static struct interval season_of(int which, int year)
{
	int end = which * 3 + (which == 4 ? -9 : 3);

	return checked(day_of(which == 4 ? year - 1 : year, which * 3, SEASON_DAY),
		day_of(year, end, SEASON_DAY - 1));
}

struct interval interval_named(enum day_unit unit, int which, int year)
{
	if (unit == UNIT_QUARTER)
		return months((int64_t)year * 12 + (which - 1) * 3, 3);
	if (unit == UNIT_HALF)
		return months((int64_t)year * 12 + (which - 1) * 6, 6);
	if (unit == UNIT_SEASON)
		return season_of(which, year);
	return unit == UNIT_CENTURY ? months((which * 100 - 99) * 12, 1200) : interval_none;
}

/* The season that holds the day, moved by shift seasons. */
static struct interval season_at(int32_t day, int shift)
{
	int year = civil_of(day).year;
	int count = year * 4; /* of seasons since the winter of year 0 */

	while (count < year * 4 + 4 && day > season_of(count % 4 ? count % 4 : 4, count / 4).to)
		count++;
	count += shift;
	return count < 4 ? interval_none : season_of(count % 4 ? count % 4 : 4, count / 4);
}

struct interval interval_unit(enum day_unit unit, int32_t day, int shift)
{
	static const int months_in[DAY_UNIT_COUNT] = {[UNIT_MONTH] = 1,
		[UNIT_QUARTER] = 3,
		[UNIT_HALF] = 6,
		[UNIT_YEAR] = 12,
		[UNIT_DECADE] = 120,
		[UNIT_CENTURY] = 1200};
	struct civil civil = civil_of(day);
	int64_t month = (int64_t)civil.year * 12 + civil.month - 1;
	int32_t monday = day - weekday_of(day);

	if (unit == UNIT_NONE || unit == UNIT_DAY)
		return interval_day(day + shift);
	if (unit == UNIT_WEEK)
		return checked(monday + 7 * shift, monday + 7 * shift + 6);
	if (unit == UNIT_WEEKEND)
		return checked(monday + 7 * shift + 5, monday + 7 * shift + 6);
	if (unit == UNIT_SEASON)
		return season_at(day, shift);
	if (unit == UNIT_CENTURY)
		month -= 12; /* 2000 is of the twentieth */
	int64_t first =
		month / months_in[unit] * months_in[unit] + (int64_t)shift * months_in[unit];
	return months(unit == UNIT_CENTURY ? first + 12 : first, months_in[unit]);
}

struct interval interval_part(struct interval whole, enum day_part part)
{
	if (!interval_is(whole) || part == PART_WHOLE)
		return whole;
	struct civil from = civil_of(whole.from);
	int32_t days = whole.to - whole.from + 1;
	if (days >= 28 && days <= 31) {
		if (part == PART_END)
			return (struct interval){whole.from + 20, whole.to};
		int32_t first = whole.from + (part == PART_MIDDLE ? 10 : 0);
		return (struct interval){first, first + 9};
	}
	if (days < 365 || days > 366)
		return whole;
	if (part == PART_MIDDLE)
		return checked(day_of(from.year, 5, 1), day_of(from.year, 8, 31));
	return months((int64_t)from.year * 12 + (part == PART_END ? 9 : 0), 3);
}

int32_t interval_distance(struct interval interval, int32_t day)
{
	return day < interval.from ? interval.from - day
	       : day > interval.to ? interval.to - day
				   : 0;
}
