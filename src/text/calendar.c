#include "text/calendar.h"

#include "base/message.h"
#include "text/calendar-table.h"
#include "text/table.h"

#define YEAR_MOST 1000000 /* far outside of history, far inside of int32_t days */
#define DAYS_IN_400_YEARS 146097

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && is_leap(year));
}

/* Years are counted from March, so that the leap day is the last; 719468 days lie between
 * 0000-03-01 and 1970-01-01. */
int32_t day_of(int year, int month, int day)
{
	if (year < -YEAR_MOST || year > YEAR_MOST || day < 1 || day > days_in_month(year, month))
		return DAY_NONE;
	int64_t from_march = month > 2 ? month - 3 : month + 9;
	int64_t y = month > 2 ? year : year - 1;
	int64_t cycle = (y >= 0 ? y : y - 399) / 400;
	int64_t in_cycle = y - cycle * 400;
	int64_t in_year = (153 * from_march + 2) / 5 + day - 1;
	return (int32_t)(cycle * DAYS_IN_400_YEARS + in_cycle * 365 + in_cycle / 4 -
			 in_cycle / 100 + in_year - 719468);
}

struct civil civil_of(int32_t day)
{
	int64_t since = (int64_t)day + 719468;
	int64_t cycle = (since >= 0 ? since : since - (DAYS_IN_400_YEARS - 1)) / DAYS_IN_400_YEARS;
	int64_t in_cycle = since - cycle * DAYS_IN_400_YEARS;
	int64_t y = (in_cycle - in_cycle / 1460 + in_cycle / 36524 - in_cycle / 146096) / 365;
	int64_t in_year = in_cycle - (365 * y + y / 4 - y / 100);
	int64_t from_march = (5 * in_year + 2) / 153;
	int month = (int)(from_march < 10 ? from_march + 3 : from_march - 9);

	return (struct civil){
		.year = (int)(y + cycle * 400) + (month <= 2),
		.month = month,
		.day = (int)(in_year - (153 * from_march + 2) / 5 + 1),
	};
}

int weekday_of(int32_t day)
{
	int64_t from_thursday = ((int64_t)day % 7 + 7) % 7; /* 1970-01-01 was one */

	return (int)((from_thursday + 3) % 7);
}

static int named(const struct calendar_name *names, size_t count, struct span folded)
{
	if (span_ends(folded, SPAN("'s")))
		folded.len -= 2;
	const struct calendar_name *name = TABLE_FIND(names, count, folded);
	return name ? name->number : -1;
}

int month_named(struct span folded)
{
	int month = named(calendar_months, calendar_month_count, folded);

	return month < 0 ? 0 : month;
}

int weekday_named(struct span folded)
{
	return named(calendar_weekdays, calendar_weekday_count, folded);
}

int weekday_shortened(struct span folded)
{
	return named(calendar_weekdays_short, calendar_weekday_short_count, folded);
}

const char *day_iso(int32_t day, enum day_precision precision, struct arena *arena)
{
	struct civil civil = civil_of(day);

	if (day == DAY_NONE || precision == PRECISION_NONE)
		return "";
	if (precision == PRECISION_YEAR)
		return arena_format(arena, "%04d", civil.year);
	if (precision == PRECISION_MONTH)
		return arena_format(arena, "%04d-%02d", civil.year, civil.month);
	return arena_format(arena, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

const char *day_short(int32_t day, enum day_precision precision, struct arena *arena)
{
	static const char *const months[] = {N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"),
		N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};
	struct civil civil = civil_of(day);

	if (day == DAY_NONE || precision == PRECISION_NONE)
		return "";
	if (precision == PRECISION_YEAR)
		return arena_format(arena, "%d", civil.year);
	const char *month = _(months[civil.month - 1]);
	if (precision == PRECISION_MONTH)
		return arena_format(arena, "%s %d", month, civil.year);
	/* "26 janv. 2021" would be wider than the columns of days are. */
	if (message_language_is("fr"))
		return arena_format(arena, "%02d/%02d/%d", civil.day, civil.month, civil.year);
	return arena_format(arena, "%d %s %d", civil.day, month, civil.year);
}

const char *month_name(int month)
{
	static const char *const names[] = {N_("January"), N_("February"), N_("March"), N_("April"),
		N_("May"), N_("June"), N_("July"), N_("August"), N_("September"), N_("October"),
		N_("November"), N_("December")};

	return month >= 1 && month <= 12 ? names[month - 1] : "";
}

/* "25 January", "1er février". */
static const char *day_and_month(struct civil civil, struct arena *arena)
{
	const char *first = civil.day == 1 && message_language_is("fr") ? "er" : "";

	return arena_format(arena, "%d%s %s", civil.day, first, _(month_name(civil.month)));
}

const char *day_words(int32_t day, enum day_precision precision, struct arena *arena)
{
	struct civil civil = civil_of(day);

	if (day == DAY_NONE || precision == PRECISION_NONE)
		return "";
	if (precision == PRECISION_YEAR)
		return arena_format(arena, "%d", civil.year);
	if (precision == PRECISION_MONTH)
		return arena_format(arena, "%s %d", _(month_name(civil.month)), civil.year);
	return arena_format(arena, "%s %d", day_and_month(civil, arena), civil.year);
}

/* "25 January 2021", without what the end of the stretch says again. */
static const char *bound_long(struct civil civil, bool day, bool year, struct arena *arena)
{
	const char *first = day ? day_and_month(civil, arena) : _(month_name(civil.month));

	return year ? arena_format(arena, "%s %d", first, civil.year) : first;
}

const char *days_long(int32_t from, int32_t to, struct arena *arena)
{
	static const char *const weekdays[] = {N_("Monday"), N_("Tuesday"), N_("Wednesday"),
		N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday")};
	struct civil a = civil_of(from), b = civil_of(to);
	bool months = a.day == 1 && b.day == days_in_month(b.year, b.month) && from < to;
	bool one_year = a.year == b.year;

	if (months && a.month == 1 && b.month == 12)
		return one_year ? arena_format(arena, "%d", a.year)
				: arena_format(arena, "%d–%d", a.year, b.year);
	const char *last = bound_long(b, !months, true, arena);
	if (from == to)
		return arena_format(arena, "%s %s", _(weekdays[weekday_of(from)]), last);
	if (one_year && a.month == b.month)
		return months ? last : arena_format(arena, "%d–%s", a.day, last);
	return arena_format(arena, "%s – %s", bound_long(a, !months, !one_year, arena), last);
}

/* Exactly width digits at *at, which moves past them; -1 when they are not there. */
static int digits(struct span text, size_t *at, size_t width)
{
	int value = 0;

	if (text.len - *at < width)
		return -1;
	for (size_t end = *at + width; *at < end; (*at)++) {
		if (text.at[*at] < '0' || text.at[*at] > '9')
			return -1;
		value = value * 10 + (text.at[*at] - '0');
	}
	return value;
}

/* A hyphen and two digits, or the end of the text: 0; -1 for anything else. */
static int next_part(struct span text, size_t *at)
{
	if (*at == text.len)
		return 0;
	if (text.at[(*at)++] != '-')
		return -1;
	int value = digits(text, at, 2);
	return value == 0 ? -1 : value;
}

bool day_parse(struct span iso, int32_t *from, int32_t *to, enum day_precision *precision)
{
	size_t at = 0;
	int year = digits(iso, &at, 4);
	int month = year < 1 ? -1 : next_part(iso, &at);
	int day = month < 0 ? -1 : next_part(iso, &at);

	if (day < 0 || at != iso.len)
		return false;
	int32_t first = day_of(year, month ? month : 1, day ? day : 1);
	if (first == DAY_NONE)
		return false;
	*from = first;
	if (day) {
		*to = first;
		*precision = PRECISION_DAY;
	} else if (month) {
		*to = day_of(year, month, days_in_month(year, month));
		*precision = PRECISION_MONTH;
	} else {
		*to = day_of(year, 12, 31);
		*precision = PRECISION_YEAR;
	}
	return true;
}
