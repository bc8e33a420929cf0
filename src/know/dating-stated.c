#include "know/dating-stated.h"

#include "text/calendar.h"

#define PEG_LINES 3 /* body lines in which the day of the news stands */

static bool agrees(int a, int b)
{
	return a == 0 || b == 0 || a == b;
}

/* Whether a stamp may say more of the same day. */
static bool is_same_day(const struct stated *stated, const struct stamp *stamp)
{
	return agrees(stated->year, stamp->year) && agrees(stated->month, stamp->month) &&
	       agrees(stated->day, stamp->day);
}

static bool is_possible(int year, int month, int day)
{
	if (day && month)
		return day_of(year ? year : 2000, month, day) != DAY_NONE;
	return !day && month >= 0 && month <= 12;
}

static void take_stamp(struct stated *stated, const struct stamp *stamp)
{
	stated->year = stated->year ? stated->year : stamp->year;
	stated->month = stated->month ? stated->month : stamp->month;
	stated->day = stated->day ? stated->day : stamp->day;
	if (stated->weekday < 0)
		stated->weekday = stamp->weekday;
	if (stated->minute < 0)
		stated->minute = stamp->minute;
	if (stated->stamp)
		return;
	stated->stamp = stamp;
	stated->from = stamp->from;
	stated->at = stamp->at;
}

/* The best stamp, with what the others add to it. */
static struct stated read_stamps(const struct article *article)
{
	struct stated stated = {.weekday = -1, .minute = -1};

	for (uint32_t i = 0; i < article->stamp_count; i++) {
		const struct stamp *stamp = &article->stamps[i];
		struct stated with = stated;
		if (!is_possible(stamp->year, stamp->month, stamp->day))
			continue;
		if (!stamp->year && !stamp->month && stated.minute < 0)
			stated.minute = stamp->minute; /* an hour alone */
		if ((!stamp->year && !stamp->month) || !is_same_day(&stated, stamp))
			continue;
		take_stamp(&with, stamp);
		if (is_possible(with.year, with.month, with.day))
			stated = with;
	}
	return stated;
}

static bool mark_agrees(const struct stated *stated, const struct day_mark *mark)
{
	return mark->day && agrees(stated->year, mark->year) &&
	       agrees(stated->month, mark->month) &&
	       is_possible(stated->year ? stated->year : mark->year, mark->month, mark->day);
}

/* "ce lundi 25 janvier": the day of writing, where it is not to come. */
static const struct day_mark *day_here(const struct stated *stated, const struct day_marks *marks)
{
	for (uint32_t i = 0; i < marks->count; i++) {
		const struct day_mark *mark = &marks->at[i];
		if (mark->here && !mark->future && mark_agrees(stated, mark))
			return mark;
	}
	return NULL;
}

/* Where the body's first lines end. */
static uint32_t end_of_peg(const struct article *article)
{
	uint32_t end = 0, lines = 0;

	for (uint32_t i = 0; i < article->line_count && lines < PEG_LINES; i++)
		if (article->lines[i].kind == LINE_PARAGRAPH) {
			end = article->lines[i].at.end;
			lines++;
		}
	return end;
}

/* The news of a month are of the latest of its days that is told as past, if it is told at the
 * beginning. */
static const struct day_mark *latest_past(
	const struct stated *stated, const struct day_marks *marks, uint32_t peg)
{
	const struct day_mark *latest = NULL;

	for (uint32_t i = 0; i < marks->count; i++) {
		const struct day_mark *mark = &marks->at[i];
		if (!mark->day || mark->future || !mark_agrees(stated, mark))
			continue;
		if (!latest || mark->day > latest->day)
			latest = mark;
	}
	return latest && latest->past && latest->at.start < peg ? latest : NULL;
}

static void take_mark(struct stated *stated, const struct day_mark *mark)
{
	stated->year = stated->year ? stated->year : mark->year;
	stated->month = mark->month;
	stated->day = mark->day;
	stated->mark = mark;
	stated->day_inferred = true;
	if (stated->weekday < 0)
		stated->weekday = mark->weekday;
	if (stated->stamp)
		return;
	stated->from = FROM_TEXT;
	stated->at = mark->at;
}

struct stated stated_read(const struct document *document)
{
	const struct day_marks *marks = &document->evidence->days;
	struct stated stated = read_stamps(document->article);
	const struct day_mark *mark = NULL;

	if (stated.day)
		return stated;
	mark = day_here(&stated, marks);
	if (!mark && stated.year && stated.month)
		mark = latest_past(&stated, marks, end_of_peg(document->article));
	if (mark)
		take_mark(&stated, mark);
	return stated;
}
