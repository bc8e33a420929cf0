#include "extract/days-rules.h"

#include "text/calendar.h"

/* Years that may be meant beside a month, and those that may stand alone. */
#define YEAR_LEAST 1000
#define BARE_YEAR_LEAST 1900
#define RANGE_YEAR_LEAST 1500

bool day_is_number(const struct day_word *w)
{
	return w->number >= 1 && w->number <= 31 && w->digits <= 2;
}

bool day_is_year(const struct day_word *w, int least)
{
	return w->digits == 4 && !w->ordinal && !w->decade && w->number >= least &&
	       w->number <= DAY_YEAR_MOST;
}

/* The place of the word at i or, where that is an "of", after it. */
static uint32_t after_of(const struct day_sentence *s, uint32_t i)
{
	if ((day_word_at(s, i)->cues & CUE_OF) && day_gap_is(s, i, "'"))
		return i + 1;
	return i;
}

int day_take_year(const struct day_sentence *s, uint32_t *last)
{
	uint32_t at = after_of(s, *last + 1);

	if (!day_is_year(day_word_at(s, at), YEAR_LEAST) || !day_gap_is(s, *last, ",."))
		return 0;
	*last = at;
	return day_word_at(s, at)->number;
}

/* The number of a day, in French also in words: "quatorze juillet", "premier mai". */
static int day_number(const struct day_sentence *s, uint32_t i)
{
	const struct day_word *word = day_word_at(s, i);

	if (day_is_number(word))
		return word->number;
	if (s->language != LANGUAGE_FR || word->value > 30 ||
		!(word->term == TERM_NUMBER ? word->value > 1 : word->term == TERM_ORDINAL))
		return 0;
	return word->term == TERM_ORDINAL && word->value != 1 ? 0 : word->value;
}

/* "5 février 2021", "1er mars", "1 er mars", "5. Februar", "5 de febrero de 2021". */
static bool day_month(const struct day_sentence *s, uint32_t i, struct placed_mark *mark)
{
	int day = day_number(s, i);
	bool apart = day == 1 && day_word_is(s, i + 1, "er") && day_gap_is(s, i + 1, "");
	uint32_t at = after_of(s, i + 1 + apart);
	const struct day_word *month = day_word_at(s, at);

	if (!day || !month->month || !day_gap_is(s, i, "."))
		return false;
	if (day > days_in_month(2000, month->month))
		return false;
	mark->mark.day = day;
	mark->mark.month = month->month;
	mark->last = at;
	mark->mark.year = day_take_year(s, &mark->last);
	return true;
}

/* "February 5, 2021": English only; elsewhere the number belongs to what follows. */
static bool month_day(const struct day_sentence *s, uint32_t i, struct placed_mark *mark)
{
	const struct day_word *month = day_word_at(s, i), *day = day_word_at(s, i + 1);

	if (s->language != LANGUAGE_EN || !month->month || !month->capitalised)
		return false;
	if (!day_is_number(day) || !day_gap_is(s, i, "."))
		return false;
	if (day->number > days_in_month(2000, month->month))
		return false;
	mark->mark.day = day->number;
	mark->mark.month = month->month;
	mark->last = i + 1;
	mark->mark.year = day_take_year(s, &mark->last);
	return true;
}

/* "en novembre", "novembre dernier", "last November". */
static bool month_stands_alone(const struct day_sentence *s, uint32_t i, enum day_within within)
{
	const struct day_word *word = day_word_at(s, i), *before = day_word_at(s, i - 1);
	const struct day_word *next = day_word_at(s, i + 1);
	unsigned around = CUE_IN | CUE_AT | CUE_LAST | CUE_NEXT | CUE_HERE;

	if ((s->language == LANGUAGE_EN || s->language == LANGUAGE_DE) && !word->capitalised)
		return false;
	if (s->language == LANGUAGE_FR && word->capitalised && i > 0)
		return false; /* the planet */
	if (word->term == TERM_NUMBER || word->folded.len < 3)
		return false; /* "en sept jours" */
	if (within != WITHIN_TEXT)
		return true;
	if ((before->cues & around) && day_gap_is(s, i - 1, "-"))
		return true;
	if (s->language == LANGUAGE_FR && (before->cues & CUE_OF) && day_gap_is(s, i - 1, "'"))
		return true; /* "les élections de mai" */
	if (s->free > 0 && s->free + 1 == i && before->term == TERM_AND)
		return true; /* "en mai et juin" */
	return (next->cues & (CUE_LAST | CUE_NEXT)) && day_gap_is(s, i, "");
}

/* "de janvier et novembre 2015": the year of both. */
static int year_of_next(const struct day_sentence *s, uint32_t i)
{
	uint32_t last = i + 2;

	if (day_word_at(s, i + 1)->term != TERM_AND || !day_word_at(s, last)->month ||
		!day_gap_is(s, i, "") || !day_gap_is(s, i + 1, ""))
		return 0;
	return day_take_year(s, &last);
}

static bool month_alone(
	const struct day_sentence *s, uint32_t i, enum day_within within, struct placed_mark *mark)
{
	if (!day_word_at(s, i)->month)
		return false;
	mark->last = i;
	mark->mark.month = day_word_at(s, i)->month;
	mark->mark.year = day_take_year(s, &mark->last);
	if (mark->mark.year)
		return true;
	mark->mark.year = year_of_next(s, i);
	return month_stands_alone(s, i, within);
}

/* "2021-01-26", "26/01/2021", "26.01.2021". */
static bool numeric(const struct day_sentence *s, uint32_t i, struct placed_mark *mark)
{
	const struct day_word *a = day_word_at(s, i), *b = day_word_at(s, i + 1);
	const struct day_word *c = day_word_at(s, i + 2);
	struct span first = day_gap(s, i), second = day_gap(s, i + 1);
	bool year_first = day_is_year(a, BARE_YEAR_LEAST);

	if (first.len != 1 || !span_equal(first, second) || !day_is_number(b))
		return false;
	if (first.at[0] != '-' && first.at[0] != '/' && first.at[0] != '.')
		return false;
	if (b->number > 12 || !(year_first ? day_is_number(c) : day_is_year(c, BARE_YEAR_LEAST)))
		return false;
	if (!year_first && !day_is_number(a))
		return false;
	mark->mark.year = year_first ? a->number : c->number;
	mark->mark.month = b->number;
	mark->mark.day = year_first ? c->number : a->number;
	mark->last = i + 2;
	return day_of(mark->mark.year, mark->mark.month, mark->mark.day) != DAY_NONE;
}

static bool dated(const struct day_sentence *s, uint32_t i, struct placed_mark *mark)
{
	struct placed_mark blank = *mark;

	if (numeric(s, i, mark))
		return true;
	*mark = blank;
	return day_month(s, i, mark) || month_day(s, i, mark);
}

/* Whether a number is none of things: a sign, a function word or nothing follows. */
static bool is_bare(const struct day_sentence *s, uint32_t i)
{
	return !day_gap_is(s, i, "") || day_word_at(s, i + 1)->stop || i + 1 >= s->words->count;
}

/* "Mardi cinéma": in French a capital inside of a sentence makes a name of it. */
static bool is_name(const struct day_sentence *s, uint32_t i)
{
	return s->language == LANGUAGE_FR && day_word_at(s, i)->capitalised && i > 0 &&
	       day_gap_is(s, i - 1, ",'-");
}

/* "lundi", "lundi 25 janvier 2021", "Montag, den 25. Januar". */
static bool weekday(const struct day_sentence *s, uint32_t i, struct placed_mark *mark)
{
	const struct day_word *word = day_word_at(s, i);
	int named = word->weekday >= 0 ? word->weekday : word->brief;
	uint32_t next = i + 1;
	bool alone;

	if (named < 0 || (day_word_at(s, i - 1)->cues & CUE_EVERY))
		return false;
	if ((day_word_at(s, next)->cues & CUE_DETERMINER) && day_gap_is(s, next, ""))
		next++;
	alone = !day_gap_is(s, i, next > i + 1 || s->language != LANGUAGE_FR ? ",." : ".") ||
		!dated(s, next, mark);
	if (alone)
		mark->last = i;
	if (alone && (word->weekday < 0 || word->folded.len < WEEKDAY_LEAST || is_name(s, i)))
		return false; /* "sam", "tues": much else, but before a date */
	if (alone && s->language == LANGUAGE_EN && (day_word_at(s, i - 1)->cues & CUE_LAST) &&
		(day_word_at(s, i - 2)->cues & CUE_DETERMINER))
		return false; /* "the last Sunday of April" */
	mark->mark.weekday = named;
	if (alone && day_is_number(day_word_at(s, i + 1)) && day_gap_is(s, i, "") &&
		is_bare(s, i + 1)) { /* "jeudi 18" */
		mark->last = i + 1;
		mark->mark.day = day_word_at(s, i + 1)->number;
	}
	return true;
}

/* The same of years, of which news counts few things: in French those are plural. */
static bool is_bare_year(const struct day_sentence *s, uint32_t i)
{
	const struct day_word *next = day_word_at(s, i + 1);
	char end = next->end ? s->text.at[next->end - 1] : 's';

	if (is_bare(s, i))
		return true;
	return s->language == LANGUAGE_FR && next->number < 0 && next->end - next->start > 2 &&
	       end != 's' && end != 'x';
}

/* "en 2010", "signé en 2010,", "entre 2010 et 2014", "(2010)", "l'Euro de 2016". */
static bool year_alone(
	const struct day_sentence *s, uint32_t i, enum day_within within, struct placed_mark *mark)
{
	const struct day_word *before = day_word_at(s, i - 1), *next = day_word_at(s, i + 1);
	struct span behind =
		i > 0 ? day_gap(s, i - 1) : span_cut(s->text, 0, day_word_at(s, i)->start);
	bool joined = s->free > 0 && s->free + 1 == i && (before->cues & CUE_AND);
	bool listed = s->free > 0 && s->free == i && day_is_year(before, BARE_YEAR_LEAST);

	if (!day_is_year(
		    day_word_at(s, i), within == WITHIN_RANGE ? RANGE_YEAR_LEAST : BARE_YEAR_LEAST))
		return false;
	mark->last = i;
	mark->mark.year = day_word_at(s, i)->number;
	if (span_ends(behind, SPAN("(")))
		return !day_gap_is(s, i, "");
	if (within != WITHIN_TEXT)
		return is_bare(s, i) || next->term == TERM_TO || next->term == TERM_AND;
	if (next->cues & CUE_YEAR)
		return true;
	if (listed && day_gap_is(s, i - 1, ","))
		return is_bare(s, i);
	if (i == 0 || !day_gap_is(s, i - 1, "'"))
		return false;
	if ((before->cues & (CUE_IN | CUE_YEAR)) || joined)
		return true;
	if (before->term == TERM_TO && /* "d'ici à 2030", "de 1973 (…) à 1986" */
		((day_word_at(s, i - 2)->cues & CUE_FUTURE) || s->free > 0))
		return is_bare(s, i);
	if (s->language == LANGUAGE_DE) /* "wurde 2010 unterzeichnet"; things have capitals */
		return is_bare(s, i) || !next->capitalised;
	return is_bare_year(s, i) && (before->cues & (CUE_OF | CUE_AT));
}

bool day_date(
	const struct day_sentence *s, uint32_t i, enum day_within within, struct placed_mark *mark)
{
	const struct day_word *word = day_word_at(s, i);

	*mark = (struct placed_mark){
		.mark.weekday = -1, .mark.first.weekday = -1, .first = i, .last = i};
	if (word->number < 0 && word->weekday < 0 && word->brief < 0 && !word->month &&
		!day_number(s, i))
		return false;
	if (!weekday(s, i, mark) && !dated(s, i, mark) && !month_alone(s, i, within, mark) &&
		!year_alone(s, i, within, mark))
		return false;
	mark->mark.anchor = mark->mark.year ? ANCHOR_NONE : ANCHOR_PUBLISHED;
	return true;
}
