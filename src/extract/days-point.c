#include "extract/days-rules.h"

/* Whether a day is meant, and nothing longer. */
static bool is_day(const struct day_mark *mark)
{
	if (mark->unit != UNIT_NONE)
		return mark->unit == UNIT_DAY;
	return mark->day > 0 || mark->weekday >= 0;
}

/* "lundi dernier", "le 22 septembre dernier", "novembre prochain", "le mardi suivant". */
static void take_beside(const struct day_sentence *s, struct placed_mark *placed)
{
	struct day_mark *mark = &placed->mark;
	const struct day_word *word = day_word_at(s, placed->last + 1);
	unsigned cues = word->cues & (CUE_LAST | CUE_NEXT);

	if (mark->year || mark->unit != UNIT_NONE || s->language == LANGUAGE_EN ||
		!day_gap_is(s, placed->last, ""))
		return;
	if (cues) {
		mark->shift = cues & CUE_LAST ? -1 : 1;
	} else if (word->term == TERM_BESIDES && mark->weekday >= 0 && !mark->day) {
		mark->shift = word->value;
		mark->anchor = ANCHOR_PREVIOUS;
	} else {
		return;
	}
	placed->last++;
}

/* "soir", "après-midi" right behind a day. */
static void take_time(const struct day_sentence *s, struct placed_mark *placed)
{
	uint32_t next = placed->last + 1;

	if (!is_day(&placed->mark) || day_word_at(s, placed->first)->term == TERM_TIME ||
		!day_gap_is(s, placed->last, ""))
		return;
	if (day_word_at(s, next + 1)->term == TERM_TIME && span_is(day_gap(s, next), "-"))
		placed->last = next + 1;
	else if (day_word_at(s, next)->term == TERM_TIME && !span_is(day_gap(s, next), "-"))
		placed->last = next;
}

/* "août de la même année", "mars de l'an dernier", "le 5 mai de cette année". */
static void take_year_told(const struct day_sentence *s, struct placed_mark *placed)
{
	struct day_mark *mark = &placed->mark;
	uint32_t at = placed->last + 1;
	struct placed_mark year;

	if (mark->year || !mark->month || mark->unit != UNIT_NONE ||
		!(day_word_at(s, at)->cues & CUE_OF) || !day_gap_is(s, at - 1, ""))
		return;
	for (at++; at < placed->last + 4 && day_gap_is(s, at - 1, "'"); at++)
		if (!(day_word_at(s, at)->cues & (CUE_DETERMINER | CUE_SAME)))
			break;
	if (day_word_at(s, at)->term != TERM_UNIT || day_word_at(s, at)->value != UNIT_YEAR ||
		!day_relative(s, at, WITHIN_PART, &year))
		return;
	if (year.mark.unit == UNIT_NONE && year.mark.year) {
		mark->year = year.mark.year;
	} else {
		if (year.mark.unit != UNIT_YEAR || year.first <= placed->last)
			return;
		mark->unit = UNIT_YEAR;
		mark->shift = year.mark.shift;
	}
	mark->anchor = year.mark.anchor;
	placed->last = year.last;
}

/* "demain 29 mars", "hier lundi": the date says it all. */
static void take_date(const struct day_sentence *s, struct placed_mark *placed)
{
	struct placed_mark date;

	if (day_word_at(s, placed->first)->term != TERM_DAY || !day_gap_is(s, placed->last, "") ||
		!day_date(s, placed->last + 1, WITHIN_TEXT, &date) || !is_day(&date.mark))
		return;
	date.first = placed->first;
	*placed = date;
}

bool day_point(
	const struct day_sentence *s, uint32_t i, enum day_within within, struct placed_mark *mark)
{
	if (!day_date(s, i, within, mark) && !day_relative(s, i, within, mark))
		return false;
	take_date(s, mark);
	take_beside(s, mark);
	take_time(s, mark);
	take_year_told(s, mark);
	return true;
}

/* What may have a beginning, a middle and an end. */
static bool has_parts(const struct day_mark *mark)
{
	if (mark->unit == UNIT_NONE)
		return mark->day == 0 && mark->weekday < 0;
	return mark->unit >= UNIT_MONTH && !mark->leading &&
	       !(mark->unit == UNIT_YEAR && mark->day);
}

bool day_part(
	const struct day_sentence *s, uint32_t i, enum day_within within, struct placed_mark *mark)
{
	const struct day_word *word = day_word_at(s, i);
	bool noun = s->language == LANGUAGE_EN && word->folded.len > 5; /* "beginning of" */
	uint32_t at = i + 1;

	if (word->term != TERM_PART)
		return day_point(s, i, within, mark);
	if (!day_gap_is(s, i, "-'"))
		return false;
	bool of = (day_word_at(s, at)->cues & CUE_OF) != 0;
	if (day_word_is(s, i - 1, "de") && of)
		return false; /* "les fêtes de fin d'année" are every year's */
	if (of ? word->value == PART_WHOLE : noun || day_word_is(s, i, "end"))
		return false;
	at += of;
	for (int k = 0; k < 2 && day_gap_is(s, at - 1, "'-"); k++)
		at += (day_word_at(s, at)->cues &
			      (CUE_DETERMINER | CUE_SAME | CUE_LAST | CUE_NEXT)) != 0;
	if (!day_gap_is(s, at - 1, "'-") || !day_point(s, at, WITHIN_PART, mark) ||
		!has_parts(&mark->mark) || mark->first <= i)
		return false;
	mark->first = i;
	mark->mark.part = (enum day_part)word->value;
	return true;
}
