#include "extract/terms.h"

#include "base/buf.h"
#include "base/map.h"
#include "text/fold.h"
#include "text/lower.h"
#include "text/utf8.h"
#include "text/word.h"

#include <string.h>

#define COUNT_MOST 65535u
#define IDEOGRAPHS_FROM 0x2E80u /* one character is a word from here on */

/* A word that is no term: a function word, or too short. */
#define NO_TERM UINT32_MAX

/* The words of one article under way.  All of it is scratch. */
struct gathering {
	struct arena *scratch;
	struct stemmer *stemmer;
	enum language language;
	struct table_index stops;
	struct map surfaces; /* word as it stands → 1 + its term, or NO_TERM */
	struct map stems;    /* stem → 1 + its term */
	struct terms terms;
};

static bool is_too_short(struct span folded)
{
	size_t at = 0;

	return folded.len == 0 || (utf8_next(folded, &at) < IDEOGRAPHS_FROM && at == folded.len);
}

/* The term of a word that was not met before: its place, or NO_TERM. */
static uint32_t term_of(struct gathering *g, struct span word, bool plain)
{
	struct span folded = plain ? word : fold(word, g->scratch);
	bool made;

	if (is_too_short(folded) || table_index_find(&g->stops, folded))
		return NO_TERM;
	struct span root =
		stem(g->stemmer, g->language, plain ? word : lower(word, g->scratch), g->scratch);
	struct map_entry *entry = map_put(&g->stems, root.len ? root : folded, &made);
	if (made) {
		vec_push(g->scratch, &g->terms)->stem = entry->key;
		entry->value = g->terms.count;
	}
	return entry->value - 1;
}

/* Counts the words of a piece of text; how many there are, function words too.  before: of the
 * body. */
static uint32_t gather(struct gathering *g, struct span text, uint32_t before, bool is_title)
{
	struct words it = words_of(text);
	struct word word;
	uint32_t seen = 0;
	bool made;

	for (; words_next(&it, &word); seen++) {
		struct span surface = span_cut(text, word.start, word.end);
		struct map_entry *entry = map_put(&g->surfaces, surface, &made);
		if (made) {
			uint32_t term = term_of(g, surface, word.plain);
			entry->value = term == NO_TERM ? NO_TERM : term + 1;
		}
		if (entry->value == NO_TERM)
			continue;
		struct term *term = &g->terms.at[entry->value - 1];
		uint16_t *count = is_title ? &term->in_title : &term->count;
		if (*count < COUNT_MOST)
			(*count)++;
		term->in_lead |= !is_title && before + seen < TERM_LEAD;
		term->small |= !word.capitalised;
	}
	return seen;
}

/* A term on its way to its place: most stems differ in their first bytes. */
struct sorting {
	uint64_t head;
	uint32_t term;
};

static uint64_t head_of(struct span stem)
{
	uint64_t head = 0;
	size_t len = stem.len < sizeof head ? stem.len : sizeof head;

	for (size_t i = 0; i < len; i++)
		head |= (uint64_t)(unsigned char)stem.at[i] << (56 - 8 * i);
	return head;
}

static bool is_before(const struct terms *terms, const struct sorting *a, const struct sorting *b)
{
	if (a->head != b->head)
		return a->head < b->head;
	return span_compare(terms->at[a->term].stem, terms->at[b->term].stem) < 0;
}

static void merge(const struct terms *terms, const struct sorting *from, uint32_t middle,
	uint32_t count, struct sorting *to)
{
	uint32_t a = 0, b = middle;

	for (uint32_t i = 0; i < count; i++) {
		bool first = b == count || (a < middle && !is_before(terms, &from[b], &from[a]));
		to[i] = from[first ? a++ : b++];
	}
}

/* The terms' places in the order of their stems: runs of twice the length at every turn. */
static const struct sorting *sort(const struct terms *terms, struct arena *scratch)
{
	struct sorting *from = ARENA_ARRAY(scratch, struct sorting, terms->count);
	struct sorting *to = ARENA_ARRAY(scratch, struct sorting, terms->count);

	for (uint32_t i = 0; i < terms->count; i++)
		from[i] = (struct sorting){head_of(terms->at[i].stem), i};
	for (uint32_t run = 1; run < terms->count; run *= 2) {
		for (uint32_t at = 0; at < terms->count; at += 2 * run) {
			uint32_t left = terms->count - at;
			merge(terms, from + at, run < left ? run : left,
				2 * run < left ? 2 * run : left, to + at);
		}
		struct sorting *done = to;
		to = from;
		from = done;
	}
	return from;
}

/* The terms in order of their stems, out of the scratch; the stems side by side in one piece. */
static void settle(
	const struct terms *from, struct terms *to, struct arena *scratch, struct arena *arena)
{
	const struct sorting *order = sort(from, scratch);
	size_t len = 0;

	for (uint32_t i = 0; i < from->count; i++)
		len += from->at[i].stem.len;
	char *bytes = arena_alloc(arena, len);
	*to = (struct terms){.at = ARENA_ARRAY(arena, struct term, from->count)};
	for (; to->count < from->count; to->count++) {
		struct term *term = &to->at[to->count];
		*term = from->at[order[to->count].term];
		memcpy(bytes, term->stem.at, term->stem.len);
		term->stem.at = bytes;
		bytes += term->stem.len;
	}
	to->room = to->count;
}

void terms_extract(const struct article *article, struct stemmer *stemmer, struct terms *terms,
	uint32_t *word_count, struct arena *arena)
{
	struct arena scratch;
	struct gathering g = {
		.scratch = &scratch, .stemmer = stemmer, .language = article->language};

	arena_init(&scratch);
	g.stops = language_stop_words(article->language, LANGUAGE_NONE, &scratch);
	map_init(&g.surfaces, &scratch);
	map_init(&g.stems, &scratch);
	g.surfaces.borrows = true; /* the article's text */
	*word_count = 0;
	for (uint32_t i = 0; i < article->line_count; i++) {
		const struct line *line = &article->lines[i];
		if (line_is_body(line->kind))
			*word_count +=
				gather(&g, span_in(article->text, line->at), *word_count, false);
	}
	if (article->title_from != FROM_LEAD)
		gather(&g, article->title, 0, true);
	settle(&g.terms, terms, &scratch, arena);
	arena_clear(&scratch);
}

static bool has_digit(struct span word)
{
	for (size_t at = 0; at < word.len;)
		if (utf8_is_digit(utf8_next(word, &at)))
			return true;
	return false;
}

/* A hash of the word's letters; 0 when it has none. */
static uint64_t print_of_word(struct span word, struct arena *scratch)
{
	struct buf letters;

	if (!has_digit(word))
		return hash_bytes(word) | 1;
	buf_init(&letters, scratch);
	for (size_t at = 0; at < word.len;) {
		size_t start = at;
		if (!utf8_is_digit(utf8_next(word, &at)))
			buf_add(&letters, span_cut(word, start, at));
	}
	return letters.len ? hash_bytes(buf_span(&letters)) | 1 : 0;
}

static uint64_t print_of_line(struct span line, struct arena *scratch)
{
	struct span folded = fold(line, scratch);
	struct words it = words_of(folded);
	struct word word;
	uint64_t print = 0;

	while (words_next(&it, &word)) {
		uint64_t one = print_of_word(span_cut(folded, word.start, word.end), scratch);
		if (one)
			print = hash_mix(print, one);
	}
	return print;
}

uint64_t *prints_extract(const struct article *article, struct arena *arena)
{
	uint64_t *prints = ARENA_ARRAY(arena, uint64_t, article->line_count);
	struct arena scratch;

	arena_init(&scratch);
	for (uint32_t i = 0; i < article->line_count; i++) {
		struct arena_mark mark = arena_mark(&scratch);
		prints[i] = print_of_line(span_in(article->text, article->lines[i].at), &scratch);
		arena_rewind(&scratch, mark);
	}
	arena_clear(&scratch);
	return prints;
}
