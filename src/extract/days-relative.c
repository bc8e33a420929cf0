#include "extract/days-rules.h"

#include <string.h>

#define DECADE_LEAST 1500
#define CENTURY_MOST 21

/* A rule at work: the word that it turns on, and what it makes. */
struct turn {
	const struct day_sentence *s;
	const struct day_word *word;
	uint32_t at;
	enum day_within within;
	struct placed_mark *mark;
};

static const struct day_word *word_at(const struct turn *t, int ahead)
{
	return day_word_at(t->s, t->at + (uint32_t)ahead);
}

/* Whether nothing but blanks stands between the words so far from the turning one. */
static bool joined(const struct turn *t, int ahead)
{
	return day_gap_is(t->s, t->at + (uint32_t)ahead, "'");
}

static bool hyphened(const struct turn *t, int ahead)
{
	return span_is(day_gap(t->s, t->at + (uint32_t)ahead), "-");
}

/* Whether that many words before the turning one are free, the last joined to the next. */
static bool reaches(const struct turn *t, uint32_t back)
{
	return t->at >= t->s->free + back && joined(t, -(int)back);
}

static bool take(struct turn *t, enum day_anchor anchor, enum day_unit unit, int shift)
{
	t->mark->mark.anchor = anchor;
	t->mark->mark.unit = unit;
	t->mark->mark.shift = shift;
	return true;
}

/* --- days ------------------------------------------------------------------------------- */

/* "hier", "avant-hier", "aujourd'hui", "the day after tomorrow". */
static bool day_near(struct turn *t)
{
	int shift = t->word->value;

	if (shift == 0 && day_word_is(t->s, t->at, "aujourd")) {
		t->mark->last += day_word_is(t->s, t->at + 1, "hui");
	} else if (t->at > t->s->free && hyphened(t, -1)) {
		t->mark->first = t->at - 1;
		shift *= 2;
	} else if (shift && reaches(t, 1) && reaches(t, 2) && word_at(t, -2)->term == TERM_UNIT &&
		   (day_word_is(t->s, t->at - 1, "before") ||
			   day_word_is(t->s, t->at - 1, "after"))) {
		t->mark->first = t->at - 2;
		shift *= 2;
	}
	return take(t, ANCHOR_PUBLISHED, UNIT_DAY, shift);
}

/* "le lendemain", "à la veille": a noun that is one only behind its article. */
static bool day_beside(struct turn *t)
{
	const struct day_word *before = word_at(t, -1);

	if ((before->cues & (CUE_EVERY | CUE_HERE)) ||
		!(t->word->cut || (before->cues & (CUE_DETERMINER | CUE_AND | CUE_OF))))
		return false;
	/* "à la veille du sommet" tells of the very day that is spoken of. */
	bool of = t->word->value < 0 && (word_at(t, 1)->cues & (CUE_OF | CUE_IN)) && joined(t, 0);
	return take(t, ANCHOR_PREVIOUS, UNIT_DAY, of ? 0 : t->word->value);
}

/* "ce matin", "cette nuit", "cet après-midi", "la nuit dernière", "last night". */
static bool day_time(struct turn *t)
{
	t->mark->first -= t->at > t->s->free && hyphened(t, -1);
	uint32_t before = t->mark->first - 1;

	if (hyphened(t, 0))
		return false; /* "ce soir-là" */
	if (day_word_is(t->s, t->at, "nuit") && (word_at(t, 1)->cues & CUE_LAST) && joined(t, 0)) {
		t->mark->last = t->at + 1;
		t->mark->mark.range = true;
		t->mark->mark.first =
			(struct day_bound){.weekday = -1, .unit = UNIT_DAY, .shift = -1};
		return take(t, ANCHOR_PUBLISHED, UNIT_DAY, 0);
	}
	if (day_word_is(t->s, before, "last") && reaches(t, 1)) {
		t->mark->first = before;
		return take(t, ANCHOR_PUBLISHED, UNIT_DAY, -1);
	}
	if (!(day_word_at(t->s, before)->cues & CUE_HERE) || !day_gap_is(t->s, before, ""))
		return false;
	return take(t, ANCHOR_PUBLISHED, UNIT_DAY, 0);
}

/* --- units ------------------------------------------------------------------------------ */

/* Behind the mark: a year, "de l'année", "of the year", "de 2016", "de l'an dernier". */
static bool take_year_of(struct turn *t)
{
	struct day_mark *mark = &t->mark->mark;
	uint32_t at = t->mark->last + 1;

	mark->year = day_take_year(t->s, &t->mark->last);
	if (mark->year) {
		mark->anchor = ANCHOR_NONE;
		return true;
	}
	if (!(day_word_at(t->s, at)->cues & CUE_OF) || !day_gap_is(t->s, at - 1, ""))
		return false;
	at += (day_word_at(t->s, at + 1)->cues & CUE_DETERMINER) && day_gap_is(t->s, at, "'");
	if (day_word_at(t->s, at + 1)->value != UNIT_YEAR ||
		day_word_at(t->s, at + 1)->term != TERM_UNIT || !day_gap_is(t->s, at, "'"))
		return false;
	t->mark->last = at + 1;
	mark->year = day_take_year(t->s, &t->mark->last);
	if (mark->year) {
		mark->anchor = ANCHOR_NONE;
	} else if ((day_word_at(t->s, at + 2)->cues & CUE_LAST) && day_gap_is(t->s, at + 1, "")) {
		t->mark->last = at + 2;
		mark->shift = -1;
	}
	return true;
}

/* "l'année 2016", "les années 1980", "années 80". */
static bool unit_of_years(struct turn *t)
{
	const struct day_word *next = word_at(t, 1);
	bool several = t->word->term == TERM_UNITS;
	int year = next->number;

	if (t->word->value != UNIT_YEAR || !joined(t, 0))
		return false;
	if (several && next->digits == 2 && year >= 20 && year % 10 == 0)
		year += 1900;
	else if (!day_is_year(next, DECADE_LEAST))
		return false;
	t->mark->last = t->at + 1;
	t->mark->mark.year = year;
	bool decade = several && year % 10 == 0 && word_at(t, 2)->number < 0;
	return take(t, ANCHOR_NONE, decade ? UNIT_DECADE : UNIT_NONE, 0);
}

/* "le mois de juin 2016", "mois d'avril". */
static bool unit_of_month(struct turn *t)
{
	const struct day_word *month = word_at(t, 2);

	if (t->word->value != UNIT_MONTH || !(word_at(t, 1)->cues & CUE_OF) || !month->month)
		return false;
	if (!joined(t, 0) || !joined(t, 1))
		return false;
	t->mark->last = t->at + 2;
	t->mark->mark.month = month->month;
	t->mark->mark.year = day_take_year(t->s, &t->mark->last);
	return take(t, t->mark->mark.year ? ANCHOR_NONE : ANCHOR_PUBLISHED, UNIT_NONE, 0);
}

/* The number before the turning word, "trois" or 3 or "vingt-cinq"; 0. *back: its words. */
static int number_before(const struct turn *t, uint32_t *back)
{
	const struct day_word *word = word_at(t, -1), *tens = word_at(t, -2);

	*back = 1;
	if (!reaches(t, 1))
		return 0;
	if (word->number > 0 && !word->ordinal)
		return word->number;
	if (word->term != TERM_NUMBER)
		return 0;
	if (t->at >= t->s->free + 2 && hyphened(t, -2)) {
		if (tens->term != TERM_NUMBER)
			return 0;
		*back = 2;
		return tens->value + word->value;
	}
	return word->value;
}

/* "il y a" in front of the number. */
static bool is_ago(const struct turn *t, uint32_t back)
{
	uint32_t at = t->at - back;

	return at >= t->s->free + 3 && day_word_is(t->s, at - 1, "a") &&
	       day_word_is(t->s, at - 2, "y") && day_word_is(t->s, at - 3, "il") &&
	       day_gap_is(t->s, at - 1, "");
}

/* "il y a trois semaines", "three weeks ago", "deux ans plus tard", "a day earlier". */
static bool unit_counted(struct turn *t)
{
	uint32_t back = 0;
	int number = number_before(t, &back);
	bool plus = day_word_is(t->s, t->at + 1, "plus");
	const struct day_word *behind = word_at(t, 1 + plus);

	if (number == 0 || t->word->value > UNIT_YEAR)
		return false;
	if (is_ago(t, back)) {
		if (word_at(t, 1)->term == TERM_AND && day_word_is(t->s, t->at + 2, "demi"))
			return false;
		t->mark->first = t->at - back - 3;
		return take(t, ANCHOR_PUBLISHED, (enum day_unit)t->word->value, -number);
	}
	if (!joined(t, 0) || !joined(t, plus) ||
		(behind->term != TERM_AGO && behind->term != TERM_SHIFTED))
		return false;
	t->mark->first = t->at - back;
	t->mark->last = t->at + 1 + plus;
	if (behind->term == TERM_AGO)
		return take(t, ANCHOR_PUBLISHED, (enum day_unit)t->word->value, -number);
	return take(t, ANCHOR_PREVIOUS, (enum day_unit)t->word->value, number * behind->value);
}

/* "troisième trimestre", "the first quarter of 2016", "2e semestre". */
static bool unit_ordered(struct turn *t)
{
	const struct day_word *before = word_at(t, -1);
	int which = before->term == TERM_ORDINAL ? before->value : 0;
	int most = t->word->value == UNIT_QUARTER ? 4 : t->word->value == UNIT_HALF ? 2 : 0;

	bool apart = t->at >= t->s->free + 2 && word_at(t, -2)->number > 0 && joined(t, -2) &&
		     before->end - before->start <= 2; /* "1 er", "3 e" */
	if (before->ordinal || apart)
		which = word_at(t, apart ? -2 : -1)->number;
	if (which < 1 || which > most || !reaches(t, 1) || t->word->term != TERM_UNIT)
		return false;
	t->mark->first = t->at - 1 - apart;
	t->mark->mark.which = which;
	take(t, ANCHOR_PUBLISHED, (enum day_unit)t->word->value, 0);
	return take_year_of(t) || t->s->language == LANGUAGE_FR;
}

/* "les sept premiers mois de l'année", "the first six months of 2016". */
static bool unit_leading(struct turn *t)
{
	bool english = t->s->language == LANGUAGE_EN;
	const struct day_word *count = word_at(t, english ? -1 : -2);
	const struct day_word *first = word_at(t, english ? -2 : -1);
	int number = count->term == TERM_NUMBER ? count->value : count->number;
	int months = t->word->value == UNIT_QUARTER ? 3 : t->word->value == UNIT_MONTH ? 1 : 0;

	if (first->term != TERM_ORDINAL || first->value != 1 || number < 1 || number * months > 12)
		return false;
	if (months == 0 || !reaches(t, 1) || !reaches(t, 2))
		return false;
	t->mark->first = t->at - 2;
	take(t, ANCHOR_PUBLISHED, UNIT_YEAR, 0);
	t->mark->mark.leading = number * months;
	return take_year_of(t);
}

/* The word that tells which one, "dernière", "next", "précédent"; *last is the expression's. */
static const struct day_word *word_beside(struct turn *t)
{
	const struct day_word *word;

	if (t->s->language == LANGUAGE_EN || t->s->language == LANGUAGE_DE) {
		if (!reaches(t, 1))
			return NULL;
		t->mark->first = t->at - 1;
		return word_at(t, -1);
	}
	word = day_word_at(t->s, t->mark->last + 1);
	if (!day_gap_is(t->s, t->mark->last, "") || t->s->text.at[word->end - 1] == 's')
		return NULL; /* "les mois derniers" */
	t->mark->last++;
	return word;
}

/* "la semaine dernière", "l'an prochain", "mois précédent", "the following week". */
static bool unit_beside(struct turn *t)
{
	const struct day_word *word = t->word->term == TERM_UNIT ? word_beside(t) : NULL;
	enum day_unit unit = (enum day_unit)t->word->value;
	bool english = t->s->language == LANGUAGE_EN;

	if (!word)
		return false;
	if (word->term == TERM_BESIDES)
		return take(t, ANCHOR_PREVIOUS, unit, word->value);
	if (!(word->cues & (CUE_LAST | CUE_NEXT)))
		return false;
	if (unit == UNIT_DAY) /* "the next day", but no "last day" */
		return english && (word->cues & CUE_NEXT) && take(t, ANCHOR_PREVIOUS, unit, 1);
	if (english && reaches(t, 2) && (word_at(t, -2)->cues & CUE_DETERMINER))
		return false; /* "over the last year" */
	return take(t, ANCHOR_PUBLISHED, unit, word->cues & CUE_LAST ? -1 : 1);
}

/* "cette même année", "le même jour", "that year", "ce jour-là". */
static bool unit_there(struct turn *t)
{
	bool same = (word_at(t, -1)->cues & CUE_SAME) && reaches(t, 1);
	const struct day_word *before = word_at(t, same ? -2 : -1);

	if (t->word->term != TERM_UNIT || t->word->value == UNIT_MONTH || !reaches(t, 1))
		return false;
	if (!same) {
		uint32_t behind = ++t->mark->last;
		if (!span_is(day_gap(t->s, behind - 1), "-") || day_word_is(t->s, behind, "ci"))
			return false;
	}
	if (!(before->cues & CUE_DETERMINER) && !day_word_is(t->s, t->at - 1, "that"))
		return false;
	t->mark->first -= same;
	return take(t, ANCHOR_PREVIOUS, (enum day_unit)t->word->value, 0);
}

/* "cette semaine", "ce mois-ci", "this year". */
static bool unit_here(struct turn *t)
{
	enum day_unit unit = (enum day_unit)t->word->value;

	if (t->word->term != TERM_UNIT || unit == UNIT_CENTURY || !reaches(t, 1))
		return false;
	if (!(word_at(t, -1)->cues & CUE_HERE))
		return false;
	if (unit == UNIT_DAY && (t->s->language != LANGUAGE_FR || word_at(t, -2)->term == TERM_TO))
		return false; /* "à ce jour": until now */
	if (day_word_is(t->s, t->mark->last + 1, "ci") &&
		span_is(day_gap(t->s, t->mark->last), "-"))
		t->mark->last++;
	return take(t, ANCHOR_PUBLISHED, unit, 0);
}

/* "la fin de l'année": the bare unit, of which a part is spoken of. */
static bool unit_inside(struct turn *t)
{
	enum day_unit unit = (enum day_unit)t->word->value;

	if (t->within != WITHIN_PART || t->word->term != TERM_UNIT)
		return false;
	return (unit == UNIT_MONTH || unit == UNIT_YEAR) && take(t, ANCHOR_PUBLISHED, unit, 0);
}

/* --- seasons and centuries -------------------------------------------------------------- */

/* "cet hiver", "l'été dernier", "l'automne 2016", "hiver 2016-2017"; not "jeux d'hiver 2016". */
static bool season(struct turn *t)
{
	const struct day_word *before = word_at(t, -1), *next = word_at(t, 1);
	bool english = t->s->language == LANGUAGE_EN;
	bool elided = day_word_is(t->s, t->at - 1, "d"); /* "jeux d'hiver" */
	unsigned cues = joined(t, 0) && !english ? next->cues & (CUE_LAST | CUE_NEXT) : 0;

	t->mark->mark.which = t->word->value;
	take(t, ANCHOR_PUBLISHED, UNIT_SEASON, 0);
	if ((t->word->cues & CUE_HAVE) && !(before->cues & (CUE_DETERMINER | CUE_IN)) &&
		t->within == WITHIN_TEXT)
		return false; /* "a été passé" */
	if (cues) {
		t->mark->last = t->at + 1;
		t->mark->mark.shift = cues & CUE_LAST ? -1 : 1;
		return true;
	}
	if (english && (before->cues & (CUE_LAST | CUE_NEXT)) && reaches(t, 1)) {
		t->mark->first = t->at - 1;
		t->mark->mark.shift = before->cues & CUE_LAST ? -1 : 1;
		return true;
	}
	if ((before->cues & CUE_HERE) && reaches(t, 1))
		return true;
	if (elided || !take_year_of(t) || !t->mark->mark.year)
		return false;
	if (hyphened(t, (int)(t->mark->last - t->at)) &&
		day_word_at(t->s, t->mark->last + 1)->number == t->mark->mark.year + 1) {
		t->mark->last++;
		t->mark->mark.year += t->word->value == 4; /* named by the year that it ends in */
	}
	return true;
}

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
static bool century(struct turn *t)
{
	const struct day_word *before = word_at(t, -1);
	bool apart = t->at >= t->s->free + 2 && day_word_is(t->s, t->at - 1, "e");
	const struct day_word *number = apart ? word_at(t, -2) : before;
	struct span raw = span_cut(t->s->text, number->start, number->end);
	int which = number->number;

	if (t->word->value != UNIT_CENTURY || t->word->term != TERM_UNIT || !reaches(t, 1 + apart))
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
	return take(t, ANCHOR_NONE, UNIT_CENTURY, 0);
}

/* "the 1980s". */
static bool decade(struct turn *t)
{
	if (!t->word->decade || t->word->number < DECADE_LEAST || t->word->number % 10)
		return false;
	t->mark->mark.year = t->word->number;
	return take(t, ANCHOR_NONE, UNIT_DECADE, 0);
}

static bool unit(struct turn *t)
{
	static bool (*const rules[])(struct turn *) = {century, unit_of_years, unit_of_month,
		unit_counted, unit_ordered, unit_leading, unit_beside, unit_there, unit_here,
		unit_inside};

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

bool day_relative(
	const struct day_sentence *s, uint32_t i, enum day_within within, struct placed_mark *mark)
{
	static bool (*const rules[])(struct turn *) = {
		[TERM_NONE] = decade,
		[TERM_UNIT] = unit,
		[TERM_UNITS] = unit,
		[TERM_DAY] = day_near,
		[TERM_BESIDE] = day_beside,
		[TERM_SEASON] = season,
		[TERM_TIME] = day_time,
	};
	struct turn turn = {s, day_word_at(s, i), i, within, mark};

	*mark = (struct placed_mark){
		.mark.weekday = -1, .mark.first.weekday = -1, .first = i, .last = i};
	return turn.word->term < COUNT(rules) && rules[turn.word->term](&turn);
}
