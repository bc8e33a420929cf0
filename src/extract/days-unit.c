#include "extract/days-turn.h"

#include <string.h>

#define DECADE_LEAST 1500
#define CENTURY_MOST 21

/* The value of a Roman number in ASCII letters, "e" or "ème" behind it; 0. */
static int roman(struct span text)
{
	static const char signs[] = "ivx";
	static const int values[] = {1, 5, 10};
	int sum = 0, before = 0;

	for (size_t i = text.len; i > 0; i--) {
		const char *sign = text.at[i - 1] ? strchr(signs, text.at[i - 1] | 0x20) : NULL;
		if (!sign || text.len > 6)
			return 0;
		int value = values[sign - signs];
		sum += value < before ? -value : value;
		before = value;
	}
	return sum;
}

/* "XXe siècle", "xx e siècle", "19e siècle", "the 19th century". */
static bool century(struct day_turn *t)
{
	const struct day_word *before = turn_word(t, -1);
	bool apart = t->at >= t->s->free + 2 && day_word_is(t->s, t->at - 1, "e");
	const struct day_word *number = apart ? turn_word(t, -2) : before;
	struct span raw = span_cut(t->s->text, number->start, number->end);
	int which = number->number;

	if (t->word->value != UNIT_CENTURY || t->word->term != TERM_UNIT ||
		!turn_reaches(t, 1 + apart))
		return false;
	if (which < 0) {
		if (!apart && span_ends(raw, SPAN("\xC3\xA8me")))
			raw.len -= 4;
		else if (!apart && span_ends(raw, SPAN("e")))
			raw.len--;
		which = roman(raw);
	}
	if (which < 1 || which > CENTURY_MOST)
		return false;
	t->mark->first = t->at - 1 - apart;
	t->mark->mark.which = which;
	return turn_take(t, ANCHOR_NONE, UNIT_CENTURY, 0);
}

/* "l'année 2016", "les années 1980", "années 80". */
static bool unit_of_years(struct day_turn *t)
{
	const struct day_word *next = turn_word(t, 1);
	bool several = t->word->term == TERM_UNITS;
	int year = next->number;

	if (t->word->value != UNIT_YEAR || !turn_joined(t, 0))
		return false;
	if (several && next->digits == 2 && year >= 20 && year % 10 == 0)
		year += 1900;
	else if (!day_is_year(next, DECADE_LEAST))
		return false;
	t->mark->last = t->at + 1;
	t->mark->mark.year = year;
	bool decade = several && year % 10 == 0 && turn_word(t, 2)->number < 0;
	return turn_take(t, ANCHOR_NONE, decade ? UNIT_DECADE : UNIT_NONE, 0);
}

/* "le mois de juin 2016", "mois d'avril". */
static bool unit_of_month(struct day_turn *t)
{
	const struct day_word *month = turn_word(t, 2);

	if (t->word->value != UNIT_MONTH || !(turn_word(t, 1)->cues & CUE_OF) || !month->month)
		return false;
	if (!turn_joined(t, 0) || !turn_joined(t, 1))
		return false;
	t->mark->last = t->at + 2;
	t->mark->mark.month = month->month;
	t->mark->mark.year = day_take_year(t->s, &t->mark->last);
	return turn_take(t, t->mark->mark.year ? ANCHOR_NONE : ANCHOR_PUBLISHED, UNIT_NONE, 0);
}

/* The number before the turning word, "trois" or 3 or "vingt-cinq"; 0. *back: its words. */
static int number_before(const struct day_turn *t, uint32_t *back)
{
	const struct day_word *word = turn_word(t, -1), *tens = turn_word(t, -2);

	*back = 1;
	if (!turn_reaches(t, 1))
		return 0;
	if (word->number > 0 && !word->ordinal)
		return word->number;
	if (word->term != TERM_NUMBER)
		return 0;
	if (t->at >= t->s->free + 2 && turn_hyphened(t, -2)) {
		if (tens->term != TERM_NUMBER)
			return 0;
		*back = 2;
		return tens->value + word->value;
	}
	return word->value;
}

/* "il y a" in front of the number. */
static bool is_ago(const struct day_turn *t, uint32_t back)
{
	uint32_t at = t->at - back;

	return at >= t->s->free + 3 && day_word_is(t->s, at - 1, "a") &&
	       day_word_is(t->s, at - 2, "y") && day_word_is(t->s, at - 3, "il") &&
	       day_gap_is(t->s, at - 1, "");
}

/* "il y a trois semaines", "three weeks ago", "deux ans plus tard", "a day earlier". */
static bool unit_counted(struct day_turn *t)
{
	uint32_t back = 0;
	int number = number_before(t, &back);
	bool plus = day_word_is(t->s, t->at + 1, "plus");
	const struct day_word *behind = turn_word(t, 1 + plus);

	if (number == 0 || t->word->value > UNIT_YEAR)
		return false;
	if (is_ago(t, back)) {
		if (turn_word(t, 1)->term == TERM_AND && day_word_is(t->s, t->at + 2, "demi"))
			return false;
		t->mark->first = t->at - back - 3;
		return turn_take(t, ANCHOR_PUBLISHED, (enum day_unit)t->word->value, -number);
	}
	if (!turn_joined(t, 0) || !turn_joined(t, plus) ||
		(behind->term != TERM_AGO && behind->term != TERM_SHIFTED))
		return false;
	t->mark->first = t->at - back;
	t->mark->last = t->at + 1 + plus;
	if (behind->term == TERM_AGO)
		return turn_take(t, ANCHOR_PUBLISHED, (enum day_unit)t->word->value, -number);
	return turn_take(t, ANCHOR_PREVIOUS, (enum day_unit)t->word->value, number * behind->value);
}

/* "troisième trimestre", "the first quarter of 2016", "2e semestre". */
static bool unit_ordered(struct day_turn *t)
{
	const struct day_word *before = turn_word(t, -1);
	int which = before->term == TERM_ORDINAL ? before->value : 0;
	int most = t->word->value == UNIT_QUARTER ? 4 : t->word->value == UNIT_HALF ? 2 : 0;

	bool apart = t->at >= t->s->free + 2 && turn_word(t, -2)->number > 0 &&
		     turn_joined(t, -2) && before->end - before->start <= 2; /* "1 er", "3 e" */
	if (before->ordinal || apart)
		which = turn_word(t, apart ? -2 : -1)->number;
	if (which < 1 || which > most || !turn_reaches(t, 1) || t->word->term != TERM_UNIT)
		return false;
	t->mark->first = t->at - 1 - apart;
	t->mark->mark.which = which;
	turn_take(t, ANCHOR_PUBLISHED, (enum day_unit)t->word->value, 0);
	return turn_take_year(t) || t->s->language == LANGUAGE_FR;
}

/* "les sept premiers mois de l'année", "the first six months of 2016". */
static bool unit_leading(struct day_turn *t)
{
	bool english = t->s->language == LANGUAGE_EN;
	const struct day_word *count = turn_word(t, english ? -1 : -2);
	const struct day_word *first = turn_word(t, english ? -2 : -1);
	int number = count->term == TERM_NUMBER ? count->value : count->number;
	int months = t->word->value == UNIT_QUARTER ? 3 : t->word->value == UNIT_MONTH ? 1 : 0;

	if (first->term != TERM_ORDINAL || first->value != 1 || number < 1 || number * months > 12)
		return false;
	if (months == 0 || !turn_reaches(t, 1) || !turn_reaches(t, 2))
		return false;
	t->mark->first = t->at - 2;
	turn_take(t, ANCHOR_PUBLISHED, UNIT_YEAR, 0);
	t->mark->mark.leading = number * months;
	return turn_take_year(t);
}

/* The word that tells which one, "dernière", "next", "précédent"; *last is the expression's. */
static const struct day_word *word_beside(struct day_turn *t)
{
	const struct day_word *word;

	if (t->s->language == LANGUAGE_EN || t->s->language == LANGUAGE_DE) {
		if (!turn_reaches(t, 1))
			return NULL;
		t->mark->first = t->at - 1;
		return turn_word(t, -1);
	}
	word = day_word_at(t->s, t->mark->last + 1);
	if (!day_gap_is(t->s, t->mark->last, "") || t->s->text.at[word->end - 1] == 's')
		return NULL; /* "les mois derniers" */
	t->mark->last++;
	return word;
}

/* "la semaine dernière", "l'an prochain", "mois précédent", "the following week". */
static bool unit_beside(struct day_turn *t)
{
	const struct day_word *word = t->word->term == TERM_UNIT ? word_beside(t) : NULL;
	enum day_unit unit = (enum day_unit)t->word->value;
	bool english = t->s->language == LANGUAGE_EN;

	if (!word)
		return false;
	if (word->term == TERM_BESIDES)
		return turn_take(t, ANCHOR_PREVIOUS, unit, word->value);
	if (!(word->cues & (CUE_LAST | CUE_NEXT)))
		return false;
	if (unit == UNIT_DAY) /* "the next day", but no "last day" */
		return english && (word->cues & CUE_NEXT) && turn_take(t, ANCHOR_PREVIOUS, unit, 1);
	if (english && turn_reaches(t, 2) && (turn_word(t, -2)->cues & CUE_DETERMINER))
		return false; /* "over the last year" */
	return turn_take(t, ANCHOR_PUBLISHED, unit, word->cues & CUE_LAST ? -1 : 1);
}

/* "cette même année", "le même jour", "that year", "ce jour-là". */
static bool unit_there(struct day_turn *t)
{
	bool same = (turn_word(t, -1)->cues & CUE_SAME) && turn_reaches(t, 1);
	const struct day_word *before = turn_word(t, same ? -2 : -1);

	if (t->word->term != TERM_UNIT || t->word->value == UNIT_MONTH || !turn_reaches(t, 1))
		return false;
	if (!same) {
		uint32_t behind = ++t->mark->last;
		if (!span_is(day_gap(t->s, behind - 1), "-") || day_word_is(t->s, behind, "ci"))
			return false;
	}
	if (!(before->cues & CUE_DETERMINER) && !day_word_is(t->s, t->at - 1, "that"))
		return false;
	t->mark->first -= same;
	return turn_take(t, ANCHOR_PREVIOUS, (enum day_unit)t->word->value, 0);
}

/* "cette semaine", "ce mois-ci", "this year". */
static bool unit_here(struct day_turn *t)
{
	enum day_unit unit = (enum day_unit)t->word->value;

	if (t->word->term != TERM_UNIT || unit == UNIT_CENTURY || !turn_reaches(t, 1))
		return false;
	if (!(turn_word(t, -1)->cues & CUE_HERE))
		return false;
	if (unit == UNIT_DAY &&
		(t->s->language != LANGUAGE_FR || turn_word(t, -2)->term == TERM_TO))
		return false; /* "à ce jour": until now */
	if (day_word_is(t->s, t->mark->last + 1, "ci") &&
		span_is(day_gap(t->s, t->mark->last), "-"))
		t->mark->last++;
	return turn_take(t, ANCHOR_PUBLISHED, unit, 0);
}

/* "la fin de l'année": the bare unit, of which a part is spoken of. */
static bool unit_inside(struct day_turn *t)
{
	enum day_unit unit = (enum day_unit)t->word->value;

	if (t->within != WITHIN_PART || t->word->term != TERM_UNIT)
		return false;
	return (unit == UNIT_MONTH || unit == UNIT_YEAR) && turn_take(t, ANCHOR_PUBLISHED, unit, 0);
}

bool turn_unit(struct day_turn *t)
{
	static bool (*const rules[])(struct day_turn *) = {century, unit_of_years, unit_of_month,
		unit_counted, unit_ordered, unit_leading, unit_beside, unit_there, unit_here,
		unit_inside};

	if (t->word->value == UNIT_HALF && t->s->language == LANGUAGE_EN)
		return unit_ordered(t); /* halves of much else are spoken of */
	if (t->word->value == UNIT_WEEKEND && t->s->language == LANGUAGE_FR &&
		day_word_is(t->s, t->at, "week")) { /* "week-end" is two words */
		if (!day_word_is(t->s, t->at + 1, "end"))
			return false;
		t->mark->last = t->at + 1;
	}
	struct placed_mark blank = *t->mark;
	for (size_t i = 0; i < COUNT(rules); i++) {
		*t->mark = blank;
		if (rules[i](t))
			return true;
	}
	return false;
}
