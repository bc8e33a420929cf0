#include "extract/days-rules.h"

#define LIST_MOST 8 /* days of one month that are named together */

/* How finely a bound is stated: two that make a range are stated alike. */
enum grain { GRAIN_NUMBER, GRAIN_DAY, GRAIN_MONTH, GRAIN_YEAR, GRAIN_OTHER };

struct bound {
	struct placed_mark placed;
	enum grain grain;
};

static enum grain grain_of(const struct day_mark *mark)
{
	if (mark->anchor == ANCHOR_PREVIOUS || mark->range || mark->leading)
		return GRAIN_OTHER;
	if (mark->unit != UNIT_NONE)
		return mark->unit == UNIT_DAY ? GRAIN_DAY : GRAIN_OTHER;
	if (mark->day || mark->weekday >= 0)
		return GRAIN_DAY;
	return mark->month ? GRAIN_MONTH : GRAIN_YEAR;
}

/* "16" of "du 16 au 23 juin", "samedi 18". */
static bool number_at(const struct day_sentence *s, uint32_t i, struct bound *bound)
{
	const struct day_word *word = day_word_at(s, i);
	uint32_t at = i + (word->weekday >= 0 && day_gap_is(s, i, "."));

	if (!day_is_number(day_word_at(s, at)))
		return false;
	*bound = (struct bound){.placed = {.first = i, .last = at}, .grain = GRAIN_NUMBER};
	bound->placed.mark.weekday = at > i ? word->weekday : -1;
	bound->placed.mark.day = day_word_at(s, at)->number;
	if (bound->placed.mark.day == 1 && day_word_is(s, at + 1, "er") && day_gap_is(s, at, ""))
		bound->placed.last++;
	return true;
}

/* An end of a range, without its article, "les mois de". */
static bool bound_at(const struct day_sentence *s, uint32_t i, struct bound *bound)
{
	struct day_mark *mark = &bound->placed.mark;

	i += (day_word_at(s, i)->cues & CUE_DETERMINER) && day_gap_is(s, i, "'");
	if (day_word_at(s, i)->term == TERM_UNIT && day_word_at(s, i)->value == UNIT_MONTH &&
		(day_word_at(s, i + 1)->cues & CUE_OF) && day_gap_is(s, i, "") &&
		day_gap_is(s, i + 1, "'"))
		i += 2;
	if (day_part(s, i, WITHIN_RANGE, &bound->placed) &&
		(mark->month || mark->weekday < 0 || !day_is_number(day_word_at(s, i + 1)))) {
		bound->grain = grain_of(mark);
		return bound->grain != GRAIN_OTHER;
	}
	return number_at(s, i, bound);
}

/* The word or sign that joins two bounds. */
struct joint {
	enum day_term term; /* TERM_TO for a dash, TERM_NONE for a comma */
	bool dash;
	uint32_t next; /* where the other bound stands */
};

static bool joint_at(const struct day_sentence *s, uint32_t last, struct joint *joint)
{
	const struct day_word *word;

	*joint = (struct joint){.next = last + 1};
	if (!day_gap_is(s, last, "")) {
		joint->dash = day_gap_is(s, last, "-/");
		joint->term = joint->dash ? TERM_TO : TERM_NONE;
		return joint->dash || day_gap_is(s, last, ",");
	}
	joint->next += day_word_is(s, joint->next, "jusqu");
	word = day_word_at(s, joint->next);
	joint->term = word->term;
	if (!day_gap_is(s, joint->next++, "'"))
		return false;
	return word->term == TERM_TO || word->term == TERM_AND;
}

/* The day numbers of one month up to its name: the last of them is the other bound. */
static bool list_end(const struct day_sentence *s, const struct bound *first, struct bound *last,
	struct joint *joint)
{
	uint32_t at = first->placed.last;

	for (int i = 0; i < LIST_MOST; i++) {
		if (!joint_at(s, at, joint) || !bound_at(s, joint->next, last))
			return false;
		if (last->grain == GRAIN_DAY)
			return last->placed.mark.day > 0;
		if (last->grain != GRAIN_NUMBER)
			return false;
		at = last->placed.last;
	}
	return false;
}

/* Whether the two words that join make a range of such bounds. */
static bool fits(enum day_term opener, const struct joint *joint, const struct bound *first,
	const struct bound *last)
{
	const struct day_mark *a = &first->placed.mark, *b = &last->placed.mark;

	if (first->grain == GRAIN_NUMBER)
		return true;
	if (first->grain != last->grain || joint->term == TERM_NONE)
		return false;
	if (first->grain == GRAIN_YEAR && a->year >= b->year)
		return false;
	if (opener == TERM_FROM || opener == TERM_BETWEEN)
		return joint->term == TERM_TO || opener == TERM_BETWEEN;
	if (joint->term != TERM_TO)
		return false;
	if (first->grain == GRAIN_YEAR)
		return false; /* years_at knows which of them are dates */
	return first->grain == GRAIN_MONTH ? b->year != 0 : a->day && b->day;
}

/* The month of a bare number is that of the other bound, or the one before. */
static struct day_bound bound_of(const struct bound *first, const struct day_mark *last)
{
	const struct day_mark *mark = &first->placed.mark;
	struct day_bound bound = {mark->year, mark->month, mark->day, mark->weekday, mark->unit,
		mark->part, mark->shift};

	if (first->grain == GRAIN_NUMBER) {
		bound.month = mark->day < last->day ? last->month : (last->month + 10) % 12 + 1;
		bound.shift = 0;
	}
	return bound;
}

/* Two years joined by a dash, the second maybe short: "2004-2006", "2015/16". */
static bool years_at(const struct day_sentence *s, uint32_t i, struct placed_mark *mark)
{
	const struct day_word *next = day_word_at(s, i + 1);
	int first = day_word_at(s, i)->number, last = next->number;

	if (day_word_at(s, i)->digits != 4 || !day_gap_is(s, i, "-/") || day_gap_is(s, i, ""))
		return false;
	if (!day_date(s, i, WITHIN_TEXT, mark) || mark->last != i)
		return false;
	if (next->digits == 2)
		last += first / 100 * 100;
	else if (!day_is_year(next, first))
		return false;
	if (last <= first || (next->digits == 2 && last != first + 1))
		return false;
	mark->mark.year = last;
	mark->mark.range = true;
	mark->mark.first = (struct day_bound){.year = first, .weekday = -1};
	mark->last = i + 1;
	return true;
}

static bool may_begin(const struct day_word *word)
{
	return word->number >= 0 || word->weekday >= 0 || word->month;
}

/* A range with the word that opens it, or without one: opener is then TERM_NONE. */
static bool range_at(
	const struct day_sentence *s, uint32_t i, enum day_term opener, struct placed_mark *mark)
{
	uint32_t at = i + (opener != TERM_NONE);
	struct bound first, last;
	struct joint joint;

	if (!bound_at(s, at, &first))
		return false;
	if (first.grain == GRAIN_NUMBER) {
		if (!list_end(s, &first, &last, &joint))
			return false;
	} else if (!joint_at(s, first.placed.last, &joint) || !bound_at(s, joint.next, &last)) {
		return false;
	}
	if (!fits(opener, &joint, &first, &last))
		return false;
	*mark = last.placed;
	mark->mark.range = true;
	mark->mark.first = bound_of(&first, &last.placed.mark);
	mark->first = i;
	/* "des 12 et 13 mai", "de 2008-2009": the word belongs to the sentence. */
	if (opener == TERM_FROM && (joint.term != TERM_TO || joint.dash))
		mark->first = first.placed.first;
	return true;
}

bool day_range(const struct day_sentence *s, uint32_t i, struct placed_mark *mark)
{
	const struct day_word *word = day_word_at(s, i), *next = day_word_at(s, i + 1);
	bool opens = word->term == TERM_FROM || word->term == TERM_BETWEEN;

	if (opens)
		return (may_begin(next) || next->term == TERM_DAY || next->term == TERM_PART ||
			       (next->cues & CUE_DETERMINER)) &&
		       day_gap_is(s, i, "'") && range_at(s, i, word->term, mark);
	if (word->term == TERM_TIME && next->term == TERM_FROM && day_gap_is(s, i, "")) {
		if (!day_word_is(s, i, "nuit") || !range_at(s, i + 1, TERM_FROM, mark))
			return false;
		mark->first = i;
		return mark->mark.day || mark->mark.weekday >= 0;
	}
	return may_begin(word) && (years_at(s, i, mark) || range_at(s, i, TERM_NONE, mark));
}
