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
	struct day_sentence s = {.text = text, .language = language, .words = &room->words};
	struct placed_mark mark;

	room->words.count = 0;
	room->marks.count = 0;
	struct arena_mark before = arena_mark(&room->folds);
	day_words_read(text, room->lexicon, &room->words, &room->vectors, &room->folds);
	arena_rewind(&room->folds, before);
	for (uint32_t i = 0; i < room->words.count; i++) {
		if (!day_at(&s, i, &mark))
			continue;
		*vec_push(&room->vectors, &room->marks) = mark;
		i = mark.last;
		s.free = mark.last + 1;
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
		bool outside = line->kind == LINE_TITLE || line->kind == LINE_DATELINE;
		uint32_t first = marks->count;
		if (!outside && !line_is_body(line->kind))
			continue;
		struct span text = span_in(article->text, line->at);
		struct sentences it = sentences_of(text);
		struct extent at;
		while (sentences_next(&it, &at))
			read_sentence(span_in(text, at), line->at.start + at.start,
				article->language, &room, marks, arena);
		for (; first < marks->count; first++)
			marks->at[first].outside = outside;
	}
	arena_clear(&room.vectors);
	arena_clear(&room.folds);
}
