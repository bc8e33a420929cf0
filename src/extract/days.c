#include "extract/days.h"

#include "extract/days-rules.h"
#include "text/sentence.h"

/* Takes in "le", "ce", "last" before a mark, and what they say. */
static void take_front(const struct day_sentence *s, struct placed_mark *mark)
{
	for (uint32_t i = mark->first; i > s->free && mark->first - i < 2; i--) {
		const struct day_word *word = day_word_at(s, i - 1);
		bool beside = (word->cues & (CUE_LAST | CUE_NEXT)) && s->language != LANGUAGE_FR;
		if (!day_gap_is(s, i - 1, "'"))
			return;
		if (beside && mark->mark.unit == UNIT_NONE && !mark->mark.year)
			mark->mark.shift = word->cues & CUE_LAST ? -1 : 1;
		else if (!(word->cues & (CUE_DETERMINER | CUE_SAME)))
			return;
		mark->mark.here = mark->mark.here || (word->cues & CUE_HERE);
		mark->mark.at.start = word->start;
		if (word->cues & CUE_DETERMINER)
			return;
	}
}

/* Whether an expression may turn on the word: most words are sent away here. */
static bool may_turn(const struct day_sentence *s, uint32_t i)
{
	const struct day_word *word = day_word_at(s, i);

	if (word->number >= 0 || word->weekday >= 0 || word->month || word->term == TERM_PART)
		return true;
	if (word->brief >= 0)
		return day_word_at(s, i + 1)->number >= 0 || day_word_at(s, i + 1)->month != 0;
	if (word->term == TERM_NUMBER || word->term == TERM_ORDINAL)
		return day_word_at(s, i + 1)->month != 0;
	return word->term >= TERM_UNIT && word->term <= TERM_TIME;
}

static bool may_open(const struct day_word *word)
{
	return word->term == TERM_FROM || word->term == TERM_BETWEEN;
}

static bool day_at(const struct day_sentence *s, uint32_t i, struct placed_mark *mark)
{
	bool turns = may_turn(s, i);

	if (!turns && !may_open(day_word_at(s, i)))
		return false;
	if (!day_range(s, i, mark) && !(turns && day_part(s, i, WITHIN_TEXT, mark)))
		return false;
	mark->mark.at = (struct extent){
		day_word_at(s, mark->first)->start, day_word_at(s, mark->last)->end};
	take_front(s, mark);
	mark->mark.past = mark->mark.anchor == ANCHOR_PUBLISHED && mark->mark.shift < 0;
	mark->mark.future = mark->mark.anchor == ANCHOR_PUBLISHED && mark->mark.shift > 0;
	return true;
}

struct reading {
	const struct article_words *words;
	struct day_marks *marks;
	struct arena *arena;
	/* Scratch that every sentence uses anew. */
	struct arena vectors, folds;
	struct day_words found;
	struct placed_marks placed;
};

/* A sentence whose words are [first, last). */
static void read_sentence(struct reading *r, struct extent sentence, uint32_t first, uint32_t last)
{
	const struct article *article = r->words->article;
	struct day_sentence s = {.text = span_in(article->text, sentence),
		.language = article->language,
		.words = &r->found};
	struct placed_mark mark;

	r->found.count = 0;
	r->placed.count = 0;
	struct arena_mark before = arena_mark(&r->folds);
	day_words_read(&r->found, r->words, sentence, first, last, &r->vectors, &r->folds);
	arena_rewind(&r->folds, before);
	for (uint32_t i = 0; i < r->found.count; i++) {
		if (!day_at(&s, i, &mark))
			continue;
		*vec_push(&r->vectors, &r->placed) = mark;
		i = mark.last;
		s.free = mark.last + 1;
	}
	days_tense(&r->found, r->placed.at, r->placed.count);
	for (uint32_t m = 0; m < r->placed.count; m++) {
		struct day_mark *out = vec_push(r->arena, r->marks);
		*out = r->placed.at[m].mark;
		out->at.start += sentence.start;
		out->at.end += sentence.start;
	}
}

static void read_line(struct reading *r, uint32_t index)
{
	const struct article *article = r->words->article;
	const struct placed_form *forms = r->words->forms.at;
	struct extent line = article->lines[index].at, at;
	uint32_t next = r->words->lines[index].first, end = next + r->words->lines[index].count;
	struct sentences it = sentences_of(span_in(article->text, line));

	if (!day_words_turn(r->words, next, end))
		return;
	while (next < end && sentences_next(&it, &at)) {
		at.start += line.start;
		at.end += line.start;
		uint32_t first = next;
		while (next < end && forms[next].start < at.end)
			next++;
		if (day_words_turn(r->words, first, next))
			read_sentence(r, at, first, next);
	}
}

void days_extract(const struct article_words *words, struct day_marks *marks, struct arena *arena)
{
	const struct article *article = words->article;
	struct reading r = {.words = words, .marks = marks, .arena = arena};

	arena_init(&r.vectors);
	arena_init(&r.folds);
	arena_alloc(&r.folds, 1); /* a first block, so that a rewind keeps it */
	*marks = (struct day_marks){.count = 0};
	for (uint32_t i = 0; i < article->line_count; i++) {
		enum line_kind kind = article->lines[i].kind;
		bool outside = kind == LINE_TITLE || kind == LINE_DATELINE;
		uint32_t first = marks->count;
		if (!outside && !line_is_body(kind))
			continue;
		read_line(&r, i);
		for (; first < marks->count; first++)
			marks->at[first].outside = outside;
	}
	arena_clear(&r.vectors);
	arena_clear(&r.folds);
}
