#include "app/typed-day.h"

#include "text/calendar.h"
#include "text/fold.h"
#include "text/word.h"

#define PARTS 3       /* words of a day at most */
#define ENDING_MOST 2 /* letters behind a number: 1er, 5th */

/* A word as what it can be of a day. */
struct part {
	int number; /* 0: it is none */
	int digits;
	int month; /* by its name; 0 */
	size_t start;
};

static struct part part_of(struct span text, const struct word *word, struct arena *scratch)
{
	struct span folded = fold(span_cut(text, word->start, word->end), scratch);
	struct part part = {.start = word->start, .month = month_named(folded)};
	size_t at = 0;

	for (; at < folded.len && at < 5 && folded.at[at] >= '0' && folded.at[at] <= '9'; at++)
		part.number = part.number * 10 + (folded.at[at] - '0');
	part.digits = (int)at;
	if (folded.len - at > ENDING_MOST || (at == 4 && folded.len > at))
		part.number = part.digits = 0;
	return part;
}

static bool is_year(const struct part *part)
{
	return part->digits == 4 && part->number >= 1000;
}

static bool is_day(const struct part *part)
{
	return part->digits > 0 && part->digits <= 2 && part->number >= 1 && part->number <= 31;
}

static bool is_month(const struct part *part)
{
	return part->digits == 2 && part->number >= 1 && part->number <= 12;
}

/* Three parts: a year at one end, a month and a day. */
static bool read_three(const struct part *p, struct typed_day *day)
{
	if (is_year(&p[0]) && is_month(&p[1]) && is_day(&p[2]))
		*day = (struct typed_day){p[0].number, p[1].number, p[2].number, 0};
	else if (is_year(&p[2]) && is_day(&p[0]) && p[1].month)
		*day = (struct typed_day){p[2].number, p[1].month, p[0].number, 0};
	else if (is_year(&p[2]) && p[0].month && is_day(&p[1]))
		*day = (struct typed_day){p[2].number, p[0].month, p[1].number, 0};
	else if (is_year(&p[2]) && is_day(&p[0]) && is_day(&p[1]) && p[1].number <= 12)
		*day = (struct typed_day){p[2].number, p[1].number, p[0].number, 0};
	else
		return false;
	return true;
}

static bool read_two(const struct part *p, struct typed_day *day)
{
	if (p[0].month && is_year(&p[1]))
		*day = (struct typed_day){p[1].number, p[0].month, 0, 0};
	else if (is_year(&p[0]) && is_month(&p[1]))
		*day = (struct typed_day){p[0].number, p[1].number, 0, 0};
	else if (is_day(&p[0]) && p[1].month)
		*day = (struct typed_day){0, p[1].month, p[0].number, 0};
	else if (p[0].month && is_day(&p[1]))
		*day = (struct typed_day){0, p[0].month, p[1].number, 0};
	else
		return false;
	return true;
}

static bool read_one(const struct part *p, struct typed_day *day)
{
	if (is_year(p))
		*day = (struct typed_day){.year = p->number};
	else if (p->month)
		*day = (struct typed_day){.month = p->month};
	else
		return false;
	return true;
}

bool typed_day_read(struct span line, struct typed_day *day, struct arena *scratch)
{
	static bool (*const readers[])(const struct part *, struct typed_day *) = {
		read_three, read_two, read_one};
	struct part last[PARTS] = {{0}};
	struct words it = words_of(line);
	struct word word;
	int count = 0;

	while (words_next(&it, &word)) {
		memmove(last, last + 1, sizeof last - sizeof *last);
		last[PARTS - 1] = part_of(line, &word, scratch);
		count += count < PARTS;
	}
	for (int i = 0; i < PARTS; i++) {
		if (i < PARTS - count || !readers[i](last + i, day))
			continue;
		day->start = last[i].start;
		return true;
	}
	return false;
}

const char *typed_day_iso(const struct typed_day *day, int year, struct arena *arena)
{
	int32_t first = day_of(
		day->year ? day->year : year, day->month ? day->month : 1, day->day ? day->day : 1);

	if (first == DAY_NONE)
		return NULL;
	return day_iso(first,
		day->day     ? PRECISION_DAY
		: day->month ? PRECISION_MONTH
			     : PRECISION_YEAR,
		arena);
}
