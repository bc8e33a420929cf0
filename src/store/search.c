#include "store/search.h"

#include "store/bits.h"
#include "store/epoch-parts.h"
#include "store/match.h"
#include "store/phrase.h"
#include "store/query-text.h"
#include "text/fold.h"
#include "text/word.h"

#include <stdlib.h>

VEC_OF(struct extent, extents);

/* The included clauses of a query. */
struct leaves {
	const struct clause **at;
	uint32_t count;
};

/* The forms that the included words of a query stand for: in a text, and in its title. */
struct wanted {
	uint64_t *text, *title; /* null: none; the title's are those of the text and more */
};

static bool is_words(const struct clause *clause, bool in_title)
{
	return clause->kind == CLAUSE_WORDS || clause->kind == CLAUSE_EXACT ||
	       (in_title && clause->kind == CLAUSE_TITLE);
}

static uint64_t *wanted_forms(
	const struct epoch *epoch, const struct leaves *leaves, bool in_title, struct arena *arena)
{
	uint64_t *wanted = NULL, **words;

	for (uint32_t i = 0; i < leaves->count; i++) {
		const struct clause *clause = leaves->at[i];
		if (!is_words(clause, in_title))
			continue;
		uint32_t count = match_words(epoch, clause, &words, arena);
		for (uint32_t w = 0; w < count; w++) {
			if (!wanted)
				wanted = bits_make(epoch->forms.count, arena);
			bits_or(wanted, words[w], epoch->forms.count);
		}
	}
	return wanted;
}

static bool has_title_clause(const struct leaves *leaves)
{
	for (uint32_t i = 0; i < leaves->count; i++)
		if (leaves->at[i]->kind == CLAUSE_TITLE)
			return true;
	return false;
}

static struct wanted wanted_of(
	const struct epoch *epoch, const struct leaves *leaves, struct arena *arena)
{
	struct wanted wanted = {.text = wanted_forms(epoch, leaves, false, arena)};

	wanted.title =
		has_title_clause(leaves) ? wanted_forms(epoch, leaves, true, arena) : wanted.text;
	return wanted;
}

/* The tokens of a line are its words: the text is walked only where one of them is wanted. */
static void hits_in_line(const struct segment *segment, uint32_t line, const uint64_t *wanted,
	struct extents *hits, struct arena *arena)
{
	uint32_t from = line ? segment->line_ends[line - 1] : 0, to = segment->line_ends[line];
	struct extent place = segment_place(segment->article, line);
	struct words it = words_of(span_in(segment->article->text, place));
	struct word word;
	uint32_t left = 0;

	for (uint32_t i = from; i < to; i++)
		left += bits_has(wanted, segment->tokens[i]);
	for (uint32_t i = from; left > 0 && i < to && words_next(&it, &word); i++) {
		if (!bits_has(wanted, segment->tokens[i]))
			continue;
		left--;
		*vec_push(arena, hits) =
			(struct extent){place.start + word.start, place.start + word.end};
	}
}

/* The words of a line from which a phrase goes, as one hit each. */
static void hits_of_phrase(const struct segment *segment, uint32_t line,
	const struct phrase *phrase, struct extents *hits, struct arena *arena)
{
	uint32_t from = line ? segment->line_ends[line - 1] : 0, to = segment->line_ends[line];
	struct extent place = segment_place(segment->article, line);
	struct words it = words_of(span_in(segment->article->text, place));
	struct extents words = {0};
	struct word word;

	while (from + words.count < to && words_next(&it, &word))
		*vec_push(arena, &words) =
			(struct extent){place.start + word.start, place.start + word.end};
	for (uint32_t i = 0; i < words.count; i++)
		if (phrase_begins(phrase, segment->tokens + from + i, words.count - i))
			*vec_push(arena, hits) = (struct extent){
				words.at[i].start, words.at[i + phrase->count - 1].end};
}

static void hits_of_phrases(const struct epoch *epoch, article_id id, const struct leaves *leaves,
	struct extents *hits, struct arena *arena)
{
	const struct segment *segment = epoch->segments[id];

	for (uint32_t i = 0; i < leaves->count; i++) {
		if (leaves->at[i]->kind != CLAUSE_PHRASE)
			continue;
		struct phrase phrase = phrase_of(epoch, span_of(leaves->at[i]->text), arena);
		for (uint32_t line = 0; line <= segment->article->line_count; line++)
			if (phrase_is_searched(epoch, id, line))
				hits_of_phrase(segment, line, &phrase, hits, arena);
	}
}

static void hits_of_entities(const struct epoch *epoch, article_id id, const struct leaves *leaves,
	struct extents *hits, struct arena *arena)
{
	const struct facts *facts = &epoch->facts[id];

	for (uint32_t i = 0; i < leaves->count; i++) {
		enum clause_kind kind = leaves->at[i]->kind;
		if (kind != CLAUSE_ORGANISATION && kind != CLAUSE_PLACE)
			continue;
		const struct map_entry *entry =
			map_get(&epoch->entity_slugs, span_of(leaves->at[i]->text));
		for (uint32_t e = 0; entry && e < facts->entity_count; e++)
			if (facts->entities[e].entity == entry->value)
				*vec_push(arena, hits) = facts->entities[e].at;
	}
}

/* By their start, the longer first. */
static int by_start(const void *a, const void *b)
{
	const struct extent *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end < y->end) - (x->end > y->end);
}

/* In order of their start, each place once. */
static uint32_t settle(struct extents *hits)
{
	uint32_t kept = 0;

	if (hits->count)
		qsort(hits->at, hits->count, sizeof *hits->at, by_start);
	for (uint32_t i = 0; i < hits->count; i++)
		if (kept == 0 || hits->at[i].start >= hits->at[kept - 1].end)
			hits->at[kept++] = hits->at[i];
	return kept;
}

uint32_t search_hits(const struct epoch *epoch, article_id id, const struct query *query,
	struct extent **hits, struct arena *arena)
{
	const struct segment *segment = epoch->segments[id];
	uint32_t lines = segment->article->line_count;
	struct leaves leaves = {0};
	struct extents found = {0};

	leaves.count = query_leaves(query, &leaves.at, arena);
	struct wanted wanted = wanted_of(epoch, &leaves, arena);
	for (uint32_t line = 0; wanted.title && line <= lines; line++) {
		const uint64_t *forms = line == lines ? wanted.title : wanted.text;
		if (forms && phrase_is_searched(epoch, id, line))
			hits_in_line(segment, line, forms, &found, arena);
	}
	hits_of_phrases(epoch, id, &leaves, &found, arena);
	hits_of_entities(epoch, id, &leaves, &found, arena);
	*hits = found.at;
	return settle(&found);
}

uint32_t search_find(const struct article *article, struct span words, bool in_furniture,
	const uint8_t *kinds, struct extent **hits, struct arena *arena)
{
	struct span needle = fold(words, arena);
	struct extents found = {0};
	struct extent hit;

	for (uint32_t line = 0; needle.len && line < article->line_count; line++) {
		struct extent at = article->lines[line].at;
		struct span text = span_in(article->text, at);
		if (kinds[line] == LINE_FURNITURE && !in_furniture)
			continue;
		for (size_t from = 0; fold_find(text, needle, from, &hit); from = hit.end)
			*vec_push(arena, &found) =
				(struct extent){at.start + hit.start, at.start + hit.end};
	}
	*hits = found.at;
	return settle(&found);
}
