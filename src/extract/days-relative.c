#include "extract/days-turn.h"

#define DECADE_LEAST 1500

const struct day_word *turn_word(const struct day_turn *t, int ahead)
{
	return day_word_at(t->s, t->at + (uint32_t)ahead);
}

bool turn_joined(const struct day_turn *t, int ahead)
{
	return day_gap_is(t->s, t->at + (uint32_t)ahead, "'");
}

bool turn_hyphened(const struct day_turn *t, int ahead)
{
	return span_is(day_gap(t->s, t->at + (uint32_t)ahead), "-");
}

bool turn_reaches(const struct day_turn *t, uint32_t back)
{
	return t->at >= t->s->free + back && turn_joined(t, -(int)back);
}

bool turn_take(struct day_turn *t, enum day_anchor anchor, enum day_unit unit, int shift)
{
	t->mark->mark.anchor = anchor;
	t->mark->mark.unit = unit;
	t->mark->mark.shift = shift;
	return true;
}

bool turn_take_year(struct day_turn *t)
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

/* "hier", "avant-hier", "aujourd'hui", "the day after tomorrow". */
static bool day_near(struct day_turn *t)
{
	int shift = t->word->value;

	if (t->word->capitalised && t->at > 0 && turn_joined(t, -1))
		return false; /* a paper's name: "Aujourd'hui en France" */
	if (shift == 0 && day_word_is(t->s, t->at, "aujourd")) {
		t->mark->last += day_word_is(t->s, t->at + 1, "hui");
	} else if (t->at > t->s->free && turn_hyphened(t, -1)) {
		t->mark->first = t->at - 1;
		shift *= 2;
	} else if (shift && turn_reaches(t, 1) && turn_reaches(t, 2) &&
		   turn_word(t, -2)->term == TERM_UNIT &&
		   (day_word_is(t->s, t->at - 1, "before") ||
			   day_word_is(t->s, t->at - 1, "after"))) {
		t->mark->first = t->at - 2;
		shift *= 2;
	}
	return turn_take(t, ANCHOR_PUBLISHED, UNIT_DAY, shift);
}

/* "le lendemain", "à la veille": a noun that is one only behind its article. */
static bool day_beside(struct day_turn *t)
{
	const struct day_word *before = turn_word(t, -1);

	if ((before->cues & (CUE_EVERY | CUE_HERE)) ||
		!(t->word->cut || (before->cues & (CUE_DETERMINER | CUE_AND | CUE_OF))))
		return false;
	/* "à la veille du sommet" tells of the very day that is spoken of. */
	bool of = t->word->value < 0 && (turn_word(t, 1)->cues & (CUE_OF | CUE_IN)) &&
		  turn_joined(t, 0);
	return turn_take(t, ANCHOR_PREVIOUS, UNIT_DAY, of ? 0 : t->word->value);
}

/* "ce matin", "cette nuit", "cet après-midi", "la nuit dernière", "last night". */
static bool day_time(struct day_turn *t)
{
	t->mark->first -= t->at > t->s->free && turn_hyphened(t, -1);
	uint32_t before = t->mark->first - 1;

	if (turn_hyphened(t, 0))
		return false; /* "ce soir-là" */
	if (day_word_is(t->s, t->at, "nuit") && (turn_word(t, 1)->cues & CUE_LAST) &&
		turn_joined(t, 0)) {
		t->mark->last = t->at + 1;
		t->mark->mark.range = true;
		t->mark->mark.first =
			(struct day_bound){.weekday = -1, .unit = UNIT_DAY, .shift = -1};
		return turn_take(t, ANCHOR_PUBLISHED, UNIT_DAY, 0);
	}
	if (day_word_is(t->s, before, "last") && turn_reaches(t, 1)) {
		t->mark->first = before;
		return turn_take(t, ANCHOR_PUBLISHED, UNIT_DAY, -1);
	}
	if (!(day_word_at(t->s, before)->cues & CUE_HERE) || !day_gap_is(t->s, before, ""))
		return false;
	return turn_take(t, ANCHOR_PUBLISHED, UNIT_DAY, 0);
}

/* "cet hiver", "l'été dernier", "l'automne 2016", "hiver 2016-2017"; not "jeux d'hiver 2016". */
static bool season(struct day_turn *t)
{
	const struct day_word *before = turn_word(t, -1), *next = turn_word(t, 1);
	bool english = t->s->language == LANGUAGE_EN;
	bool elided = day_word_is(t->s, t->at - 1, "d"); /* "jeux d'hiver" */
	unsigned cues = turn_joined(t, 0) && !english ? next->cues & (CUE_LAST | CUE_NEXT) : 0;

	t->mark->mark.which = t->word->value;
	turn_take(t, ANCHOR_PUBLISHED, UNIT_SEASON, 0);
	if ((t->word->cues & CUE_HAVE) && !(before->cues & (CUE_DETERMINER | CUE_IN)) &&
		t->within == WITHIN_TEXT)
		return false; /* "a été passé" */
	if (cues) {
		t->mark->last = t->at + 1;
		t->mark->mark.shift = cues & CUE_LAST ? -1 : 1;
		return true;
	}
	if (english && (before->cues & (CUE_LAST | CUE_NEXT)) && turn_reaches(t, 1)) {
		t->mark->first = t->at - 1;
		t->mark->mark.shift = before->cues & CUE_LAST ? -1 : 1;
		return true;
	}
	if ((before->cues & CUE_HERE) && turn_reaches(t, 1))
		return true;
	if (elided || !turn_take_year(t) || !t->mark->mark.year)
		return false;
	if (turn_hyphened(t, (int)(t->mark->last - t->at)) && t->mark->mark.year < DAY_YEAR_MOST &&
		day_word_at(t->s, t->mark->last + 1)->number == t->mark->mark.year + 1) {
		t->mark->last++;
		t->mark->mark.year += t->word->value == 4; /* named by the year that it ends in */
	}
	return true;
}

/* "the 1980s". */
static bool decade(struct day_turn *t)
{
	int year = t->word->number;

	if (!t->word->decade || year < DECADE_LEAST || year > DAY_YEAR_MOST || year % 10)
		return false;
	t->mark->mark.year = year;
	return turn_take(t, ANCHOR_NONE, UNIT_DECADE, 0);
}

bool day_relative(
	const struct day_sentence *s, uint32_t i, enum day_within within, struct placed_mark *mark)
{
	static bool (*const rules[])(struct day_turn *) = {
		[TERM_NONE] = decade,
		[TERM_UNIT] = turn_unit,
		[TERM_UNITS] = turn_unit,
		[TERM_DAY] = day_near,
		[TERM_BESIDE] = day_beside,
		[TERM_SEASON] = season,
		[TERM_TIME] = day_time,
	};
	struct day_turn turn = {s, day_word_at(s, i), i, within, mark};

	*mark = (struct placed_mark){
		.mark.weekday = -1, .mark.first.weekday = -1, .first = i, .last = i};
	return turn.word->term < COUNT(rules) && rules[turn.word->term](&turn);
}
