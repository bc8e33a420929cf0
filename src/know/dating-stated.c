#include "know/dating-stated.h"

#include "extract/gazetteer.h"
#include "text/calendar.h"
#include "text/fold.h"
#include "text/sentence.h"
#include "text/word.h"

#define PEG_LINES 3     /* body lines in which the day of the news stands */
#define SAYING_WORDS 10 /* after a day that begins a sentence, in which somebody speaks */
#define SAYING_LEN 120u /* bytes that hold them */

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
	return mark->day && !mark->outside && agrees(stated->year, mark->year) &&
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

static bool is_saying(struct span word, struct arena *scratch)
{
	return (gazetteer_lists(fold(word, scratch)) & LIST_SAYING) != 0;
}

/* "a indiqué le 31 janvier": the last word before the day speaks. */
static bool is_said_before(struct span text, struct arena *scratch)
{
	struct words it = words_of(text);
	struct word word, last = {.end = 0};

	while (words_next(&it, &word))
		last = word;
	return last.end && is_saying(span_cut(text, last.start, last.end), scratch);
}

/* "Le 31 janvier, le ministre a déclaré": so does one of the next. */
static bool is_said_after(struct span text, struct arena *scratch)
{
	struct words it = words_of(text);
	struct word word;

	for (int i = 0; i < SAYING_WORDS && words_next(&it, &word); i++)
		if (is_saying(span_cut(text, word.start, word.end), scratch))
			return true;
	return false;
}

/* Whether the mark tells when somebody said something. */
static bool is_said(const struct article *article, const struct day_mark *mark)
{
	const struct line *line = article->lines;
	struct extent sentence;
	struct arena scratch;
	bool said = false;

	while (line->at.end < mark->at.end)
		line++;
	struct span text = span_in(article->text, line->at);
	uint32_t start = mark->at.start - line->at.start, end = mark->at.end - line->at.start;
	arena_init(&scratch);
	for (struct sentences it = sentences_of(text); sentences_next(&it, &sentence);) {
		if (start < sentence.start || end > sentence.end)
			continue;
		size_t from =
			start - sentence.start > SAYING_LEN ? start - SAYING_LEN : sentence.start;
		said = is_said_before(span_cut(text, from, start), &scratch);
		if (!said && start == sentence.start)
			said = is_said_after(span_cut(text, end, sentence.end), &scratch);
	}
	arena_clear(&scratch);
	return said;
}

/* Where only the month is stated: the latest of its days that is told as past, if it is told at
 * the beginning that something was said on it. Who reports what was said does so at once; other
 * news may be days old. */
static const struct day_mark *latest_said(
	const struct stated *stated, const struct document *document)
{
	const struct day_marks *marks = &document->evidence->days;
	const struct day_mark *latest = NULL;

	for (uint32_t i = 0; i < marks->count; i++) {
		const struct day_mark *mark = &marks->at[i];
		if (!mark->day || mark->future || !mark_agrees(stated, mark))
			continue;
		if (!latest || mark->day > latest->day)
			latest = mark;
	}
	if (!latest || !latest->past || latest->at.start >= end_of_peg(document->article))
		return NULL;
	return is_said(document->article, latest) ? latest : NULL;
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
		mark = latest_said(&stated, document);
	if (mark)
		take_mark(&stated, mark);
	return stated;
}
