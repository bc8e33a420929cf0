#include "extract/days.h"

#include "extract/days-words.h"
#include "text/calendar.h"
#include "text/sentence.h"

/* Years that may be meant beside a month, and those that may stand alone. */
#define YEAR_LEAST 1000
#define YEAR_MOST 2099
#define BARE_YEAR_LEAST 1900

/* One sentence under examination. */
struct sentence {
	struct span text;
	enum language language;
	const struct day_words *words;
	const struct placed_mark *before; /* the mark found last; null at first */
};

static const struct day_word *word_at(const struct sentence *s, uint32_t i)
{
	static const struct day_word none = {.number = -1, .weekday = -1};

	return i < s->words->count ? &s->words->at[i] : &none;
}

/* What stands between a word and the next; empty at the ends. */
static struct span gap_after(const struct sentence *s, uint32_t i)
{
	uint32_t start = i < s->words->count ? s->words->at[i].end : (uint32_t)s->text.len;
	uint32_t end = i + 1 < s->words->count ? s->words->at[i + 1].start : (uint32_t)s->text.len;

	return span_cut(s->text, start, end);
}

/* Whether the gap holds nothing but blanks and the given signs, each once at most. */
static bool gap_is(struct span gap, const char *signs)
{
	struct span rest = span_trim(gap);

	while (rest.len &&
		(span_starts(rest, SPAN("\xC2\xA0")) || span_starts(rest, SPAN("\xE2\x80\xAF"))))
		rest = span_trim(span_cut(rest, rest.at[0] == '\xC2' ? 2 : 3, rest.len));
	if (rest.len == 0)
		return gap.len > 0;
	for (; *signs; signs++)
		if (rest.len == 1 && rest.at[0] == *signs)
			return true;
	return false;
}

static bool is_day_number(const struct day_word *w)
{
	return w->number >= 1 && w->number <= 31 && w->digits <= 2;
}

static bool is_year(const struct day_word *w, int least)
{
	return w->digits == 4 && !w->ordinal && w->number >= least && w->number <= YEAR_MOST;
}

/* The place of the word at i or, where that is an "of", after it. */
static uint32_t after_of(const struct sentence *s, uint32_t i)
{
	if ((word_at(s, i)->cues & CUE_OF) && gap_is(gap_after(s, i), "'"))
		return i + 1;
	return i;
}

/* Takes a year that follows the word at last, which moves onto it. */
static int take_year(const struct sentence *s, uint32_t *last)
{
	uint32_t at = after_of(s, *last + 1);

	if (!is_year(word_at(s, at), YEAR_LEAST) || !gap_is(gap_after(s, *last), ",."))
		return 0;
	*last = at;
	return word_at(s, at)->number;
}

/* "5 février 2021", "1er mars", "5. Februar", "5 de febrero de 2021", "5th of February". */
static bool day_month(const struct sentence *s, uint32_t i, struct placed_mark *mark)
{
	const struct day_word *day = word_at(s, i);
	uint32_t at = after_of(s, i + 1);
	const struct day_word *month = word_at(s, at);

	if (!is_day_number(day) || !month->month || !gap_is(gap_after(s, i), "."))
		return false;
	if (day->number > days_in_month(2000, month->month))
		return false;
	mark->mark.day = day->number;
	mark->mark.month = month->month;
	mark->last = at;
	mark->mark.year = take_year(s, &mark->last);
	return true;
}

/* "February 5, 2021": English only; elsewhere the number belongs to what follows. */
static bool month_day(const struct sentence *s, uint32_t i, struct placed_mark *mark)
{
	const struct day_word *month = word_at(s, i), *day = word_at(s, i + 1);

	if (s->language != LANGUAGE_EN || !month->month || !month->capitalised)
		return false;
	if (!is_day_number(day) || !gap_is(gap_after(s, i), "."))
		return false;
	if (day->number > days_in_month(2000, month->month))
		return false;
	mark->mark.day = day->number;
	mark->mark.month = month->month;
	mark->last = i + 1;
	mark->mark.year = take_year(s, &mark->last);
	return true;
}

/* "en novembre", "début octobre", "novembre dernier", "last November". */
static bool month_stands_alone(const struct sentence *s, uint32_t i)
{
	const struct day_word *before = i > 0 ? word_at(s, i - 1) : word_at(s, UINT32_MAX);
	unsigned around = CUE_IN | CUE_PART | CUE_LAST | CUE_NEXT | CUE_HERE;

	if (s->language == LANGUAGE_EN && !word_at(s, i)->capitalised)
		return false;
	if (i > 0 && (before->cues & around) && gap_is(gap_after(s, i - 1), "-"))
		return true;
	return (word_at(s, i + 1)->cues & (CUE_LAST | CUE_NEXT)) && gap_is(gap_after(s, i), "");
}

static bool month_alone(const struct sentence *s, uint32_t i, struct placed_mark *mark)
{
	if (!word_at(s, i)->month)
		return false;
	mark->last = i;
	mark->mark.month = word_at(s, i)->month;
	mark->mark.year = take_year(s, &mark->last);
	return mark->mark.year || month_stands_alone(s, i);
}

/* "2021-01-26", "26/01/2021", "26.01.2021". */
static bool numeric(const struct sentence *s, uint32_t i, struct placed_mark *mark)
{
	const struct day_word *a = word_at(s, i), *b = word_at(s, i + 1), *c = word_at(s, i + 2);
	struct span first = gap_after(s, i), second = gap_after(s, i + 1);
	bool year_first = is_year(a, BARE_YEAR_LEAST);

	if (first.len != 1 || !span_equal(first, second) || !(is_day_number(b)))
		return false;
	if (first.at[0] != '-' && first.at[0] != '/' && first.at[0] != '.')
		return false;
	if (b->number > 12 || !(year_first ? is_day_number(c) : is_year(c, BARE_YEAR_LEAST)))
		return false;
	if (!year_first && !is_day_number(a))
		return false;
	mark->mark.year = year_first ? a->number : c->number;
	mark->mark.month = b->number;
	mark->mark.day = year_first ? c->number : a->number;
	mark->last = i + 2;
	return day_of(mark->mark.year, mark->mark.month, mark->mark.day) != DAY_NONE;
}

static bool dated(const struct sentence *s, uint32_t i, struct placed_mark *mark)
{
	return numeric(s, i, mark) || day_month(s, i, mark) || month_day(s, i, mark);
}

/* "lundi", "lundi 25 janvier 2021", "Montag, den 25. Januar". */
static bool weekday(const struct sentence *s, uint32_t i, struct placed_mark *mark)
{
	const struct day_word *word = word_at(s, i);
	uint32_t next = i + 1;

	if (word->weekday < 0 || (i > 0 && (word_at(s, i - 1)->cues & CUE_EVERY)))
		return false;
	if (word_at(s, next)->cues & CUE_DETERMINER && gap_is(gap_after(s, next), ""))
		next++;
	if (!gap_is(gap_after(s, i), ",.") || !dated(s, next, mark))
		mark->last = i;
	if (mark->last == i && word->folded.len < WEEKDAY_LEAST)
		return false; /* "sam", "tues": much else, but before a date */
	mark->mark.weekday = word->weekday;
	return true;
}

/* "en 2010", "signé en 2010,", "fin 2016", "l'année 2016", "entre 2010 et 2014", "(2010)". */
static bool year_alone(const struct sentence *s, uint32_t i, struct placed_mark *mark)
{
	const struct day_word *before = i > 0 ? word_at(s, i - 1) : word_at(s, UINT32_MAX);
	const struct day_word *next = word_at(s, i + 1);
	struct span behind =
		i > 0 ? gap_after(s, i - 1) : span_cut(s->text, 0, word_at(s, i)->start);
	struct span ahead = gap_after(s, i);
	/* "de 2010 personnes": a number of things, unless a sign or a function word follows. */
	bool alone = !gap_is(ahead, "") || next->stop || i + 1 >= s->words->count;
	bool joined = s->before && s->before->last + 2 == i && (before->cues & CUE_AND);

	if (!is_year(word_at(s, i), BARE_YEAR_LEAST))
		return false;
	mark->last = i;
	mark->mark.year = word_at(s, i)->number;
	if (span_ends(behind, SPAN("(")))
		return span_starts(ahead, SPAN(")")) || span_starts(ahead, SPAN("-"));
	if (s->before && s->before->last + 1 == i && span_is(behind, "-"))
		return true;
	if (next->cues & CUE_YEAR)
		return true;
	if (!gap_is(behind, "-'"))
		return false;
	if ((before->cues & (CUE_IN | CUE_PART | CUE_YEAR | CUE_SEASON)) || joined)
		return true;
	if (s->language == LANGUAGE_DE) /* "wurde 2010 unterzeichnet"; things have capitals */
		return alone || !next->capitalised;
	return alone && (before->cues & CUE_OF);
}

/* Takes in "le", "ce", "début" before a mark, and what they say. */
static void take_front(const struct sentence *s, struct placed_mark *mark)
{
	for (uint32_t i = mark->first; i > 0 && mark->first - i < 2; i--) {
		const struct day_word *word = word_at(s, i - 1);
		bool joined = gap_is(gap_after(s, i - 1), "-'");
		if (!joined || (s->before && s->before->last >= i - 1))
			return;
		mark->mark.past = mark->mark.past || (word->cues & CUE_LAST);
		mark->mark.future = mark->mark.future || (word->cues & CUE_NEXT);
		if (!(word->cues & (CUE_DETERMINER | CUE_PART | CUE_LAST | CUE_NEXT)))
			return;
		mark->mark.here = mark->mark.here || (word->cues & CUE_HERE);
		mark->mark.at.start = word->start;
		if (word->cues & CUE_DETERMINER)
			return;
	}
}

/* Takes in "dernier", "prochain"; sees "de la même année", which is none of the calendar's. */
static void take_back(const struct sentence *s, struct placed_mark *mark)
{
	const struct day_word *next = word_at(s, mark->last + 1);

	if (mark->mark.year == 0)
		for (uint32_t i = mark->last + 1; i <= mark->last + 3; i++)
			if (word_at(s, i)->cues & CUE_SAME)
				mark->mark.anchor = ANCHOR_PREVIOUS;
	if (!(next->cues & (CUE_LAST | CUE_NEXT)) || !gap_is(gap_after(s, mark->last), ""))
		return;
	mark->mark.past = (next->cues & CUE_LAST) != 0;
	mark->mark.future = (next->cues & CUE_NEXT) != 0;
	mark->mark.at.end = next->end;
	mark->last++;
}

static bool day_at(const struct sentence *s, uint32_t i, struct placed_mark *mark)
{
	const struct day_word *word = word_at(s, i);

	*mark = (struct placed_mark){.mark.weekday = -1, .first = i, .last = i};
	if (word->number < 0 && word->weekday < 0 && !word->month)
		return false;
	if (!weekday(s, i, mark) && !dated(s, i, mark) && !month_alone(s, i, mark) &&
		!year_alone(s, i, mark))
		return false;
	mark->mark.at = (struct extent){word->start, word_at(s, mark->last)->end};
	mark->mark.anchor = mark->mark.year ? ANCHOR_NONE : ANCHOR_PUBLISHED;
	take_front(s, mark);
	take_back(s, mark);
	return true;
}

/* Scratch that every sentence uses anew. */
struct room {
	struct arena vectors, folds;
	const struct day_lexicon *lexicon;
	struct day_words words;
	struct placed_marks marks;
};

static void read_sentence(struct span text, uint32_t offset, enum language language,
	struct room *room, struct day_marks *marks, struct arena *arena)
{
	struct sentence s = {.text = text, .language = language, .words = &room->words};
	struct placed_mark mark;

	room->words.count = 0;
	room->marks.count = 0;
	struct arena_mark before = arena_mark(&room->folds);
	day_words_read(text, room->lexicon, &room->words, &room->vectors, &room->folds);
	arena_rewind(&room->folds, before);
	for (uint32_t i = 0; i < room->words.count; i++) {
		s.before = room->marks.count ? &room->marks.at[room->marks.count - 1] : NULL;
		if (!day_at(&s, i, &mark))
			continue;
		*vec_push(&room->vectors, &room->marks) = mark;
		i = mark.last;
	}
	days_tense(&room->words, room->marks.at, room->marks.count);
	for (uint32_t m = 0; m < room->marks.count; m++) {
		struct day_mark *out = vec_push(arena, marks);
		*out = room->marks.at[m].mark;
		out->at.start += offset;
		out->at.end += offset;
	}
}

void days_extract(const struct article *article, struct day_marks *marks, struct arena *arena)
{
	struct room room = {.words = {.count = 0}, .marks = {.count = 0}};

	arena_init(&room.vectors);
	arena_init(&room.folds);
	room.lexicon = day_lexicon_make(article->language, &room.vectors);
	arena_alloc(&room.folds, 1); /* a first block, so that a rewind keeps it */
	*marks = (struct day_marks){.count = 0};
	for (uint32_t i = 0; i < article->line_count; i++) {
		const struct line *line = &article->lines[i];
		if (!line_is_body(line->kind))
			continue;
		struct span text = span_in(article->text, line->at);
		struct sentences it = sentences_of(text);
		struct extent at;
		while (sentences_next(&it, &at))
			read_sentence(span_in(text, at), line->at.start + at.start,
				article->language, &room, marks, arena);
	}
	arena_clear(&room.vectors);
	arena_clear(&room.folds);
}
