#include "know/furniture.h"

#include "article/correct.h"
#include "base/map.h"
#include "base/vec.h"
#include "text/fold.h"

#include <stdlib.h>

#define ARTICLES_LEAST 4u     /* that a line must stand in to be furniture */
#define SHARE_OF_LINES 50u    /* … and in one of so many of its source */
#define SHARE_OF_HEADINGS 10u /* a heading that recurs may be a rubric of the text */
#define SAMPLE 16u            /* articles that are compared to see whether they are copies */
#define SKETCH 64u            /* terms of each that are compared */
#define COPY_SHARE 0.4        /* of the terms of both: versions of one article */
#define KEPT_SHARE 4u         /* a quarter of the body must be left */
#define COUNTERS_LEAST 1024u

/* A body line that may be furniture. */
struct place {
	uint64_t key; /* of source and print */
	uint64_t digest;
	uint32_t document, line;
};
VEC_OF(struct place, places);

/* The smallest hashes of an article's terms. */
struct sketch {
	uint64_t at[SKETCH];
	uint32_t count;
};

struct work {
	const struct document *documents;
	uint32_t count;
	uint32_t *sources;        /* by document: its source, or its folder, as a number */
	uint32_t *of_source;      /* how many articles each has */
	struct sketch **sketches; /* by document; null: not asked for yet */
	uint8_t **kinds;
	struct arena *scratch;
};

static struct span folder_of(const char *path)
{
	struct span all = span_of(path);

	while (all.len && all.at[all.len - 1] != '/')
		all.len--;
	return all;
}

static void read_sources(struct work *w)
{
	struct map map;
	bool made;

	map_init(&map, w->scratch);
	for (uint32_t i = 0; i < w->count; i++) {
		const struct article *article = w->documents[i].article;
		struct map_entry *entry;
		if (article->source.len)
			entry = map_put(&map, fold(article->source, w->scratch), &made);
		else /* no source holds a slash at its end, a folder always does */
			entry = map_put(&map, folder_of(article->path), &made);
		if (made)
			entry->value = map.count - 1;
		w->sources[i] = entry->value;
	}
	w->of_source = ARENA_ARRAY(w->scratch, uint32_t, map.count);
	for (uint32_t i = 0; i < w->count; i++)
		w->of_source[w->sources[i]]++;
}

/* 0 for a line that is not asked about. */
static uint64_t key_of(const struct work *w, uint32_t document, uint32_t line)
{
	uint64_t print = w->documents[document].evidence->line_prints[line];

	const struct corrected *corrected = w->documents[document].article->corrected;

	if (corrected && corrected->lines[line])
		return 0; /* the reader has said what it is */
	if (print == 0 || !line_is_body(w->documents[document].article->lines[line].kind))
		return 0;
	return hash_mix(print, (uint64_t)w->sources[document] + 1) | 1;
}

static uint8_t *counter_of(uint8_t *counters, uint64_t mask, uint64_t key)
{
	return &counters[key >> 8 & mask];
}

/* Counts all lines in a table too small to hold them: too many at times, never too few. */
static uint8_t *count_lines(const struct work *w, uint64_t *mask)
{
	uint64_t lines = 0, room = COUNTERS_LEAST;

	for (uint32_t i = 0; i < w->count; i++)
		lines += w->documents[i].article->line_count;
	while (room < 2 * lines)
		room *= 2;
	*mask = room - 1;
	uint8_t *counters = arena_alloc(w->scratch, (size_t)room);
	for (uint32_t i = 0; i < w->count; i++) {
		for (uint32_t l = 0; l < w->documents[i].article->line_count; l++) {
			uint64_t key = key_of(w, i, l);
			uint8_t *counter = counter_of(counters, *mask, key);
			if (key && *counter < UINT8_MAX)
				(*counter)++;
		}
	}
	return counters;
}

static void find_places(const struct work *w, struct places *places)
{
	uint64_t mask;
	uint8_t *counters = count_lines(w, &mask);

	for (uint32_t i = 0; i < w->count; i++) {
		for (uint32_t l = 0; l < w->documents[i].article->line_count; l++) {
			uint64_t key = key_of(w, i, l);
			if (!key || *counter_of(counters, mask, key) < ARTICLES_LEAST)
				continue;
			*vec_push(w->scratch, places) = (struct place){.key = key,
				.digest = w->documents[i].article->digest.high,
				.document = i,
				.line = l};
		}
	}
}

/* By key, then as the contents have it, so that samples depend on the set alone. */
static int compare_places(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->digest != y->digest)
		return x->digest < y->digest ? -1 : 1;
	if (x->document != y->document)
		return x->document < y->document ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

static void sketch_take(struct sketch *sketch, uint64_t hash)
{
	uint32_t place = sketch->count;

	if (place == SKETCH && hash >= sketch->at[SKETCH - 1])
		return;
	while (place > 0 && sketch->at[place - 1] > hash)
		place--;
	uint32_t last = sketch->count < SKETCH ? sketch->count++ : SKETCH - 1;
	for (; last > place; last--)
		sketch->at[last] = sketch->at[last - 1];
	sketch->at[place] = hash;
}

static const struct sketch *sketch_of(struct work *w, uint32_t document)
{
	const struct terms *terms = &w->documents[document].evidence->terms;

	if (w->sketches[document])
		return w->sketches[document];
	w->sketches[document] = ARENA_NEW(w->scratch, struct sketch);
	for (uint32_t i = 0; i < terms->count; i++)
		sketch_take(w->sketches[document], hash_bytes(term_stem(terms, i)));
	return w->sketches[document];
}

/* Whether two articles are versions of one, by the share of their terms that they have in common.
 * Source: bottom-k sketches (Cohen and Kaplan). */
static bool are_copies(const struct sketch *a, const struct sketch *b)
{
	uint32_t i = 0, j = 0, seen = 0, both = 0;

	while (seen < SKETCH && (i < a->count || j < b->count)) {
		uint64_t x = i < a->count ? a->at[i] : UINT64_MAX;
		uint64_t y = j < b->count ? b->at[j] : UINT64_MAX;
		both += x == y;
		i += x <= y;
		j += y <= x;
		seen++;
	}
	return seen == 0 || both > COPY_SHARE * seen;
}

/* How many articles of an evenly taken sample are no copies of one another. */
static uint32_t count_originals(struct work *w, const uint32_t *documents, uint32_t count)
{
	const struct sketch *originals[SAMPLE];
	uint32_t found = 0, sampled = count < SAMPLE ? count : SAMPLE;

	for (uint32_t i = 0; i < sampled; i++) {
		uint32_t place = (uint32_t)((uint64_t)i * count / sampled);
		const struct sketch *sketch = sketch_of(w, documents[place]);
		uint32_t k = 0;
		while (k < found && !are_copies(originals[k], sketch))
			k++;
		if (k == found)
			originals[found++] = sketch;
	}
	return found;
}

/* Whether the line that stands in these places, those of one key, is furniture. */
static bool is_furniture(struct work *w, const struct place *places, uint32_t count)
{
	const struct article *first = w->documents[places[0].document].article;
	bool heading = first->lines[places[0].line].kind == LINE_HEADING;
	uint32_t of_source = w->of_source[w->sources[places[0].document]];
	uint32_t share = heading ? SHARE_OF_HEADINGS : SHARE_OF_LINES;
	uint32_t *documents = ARENA_ARRAY(w->scratch, uint32_t, count);
	uint32_t articles = 0;

	for (uint32_t i = 0; i < count; i++)
		if (i == 0 || places[i].document != places[i - 1].document)
			documents[articles++] = places[i].document;
	if (articles < ARTICLES_LEAST || articles < of_source / share)
		return false;
	uint32_t originals = count_originals(w, documents, articles);
	uint32_t sampled = articles < SAMPLE ? articles : SAMPLE;
	return originals >= ARTICLES_LEAST && originals >= sampled / 2;
}

static void judge(struct work *w, const struct places *places)
{
	for (uint32_t i = 0, end; i < places->count; i = end) {
		for (end = i + 1; end < places->count && places->at[end].key == places->at[i].key;)
			end++;
		if (end - i < ARTICLES_LEAST || !is_furniture(w, places->at + i, end - i))
			continue;
		for (uint32_t k = i; k < end; k++)
			w->kinds[places->at[k].document][places->at[k].line] = LINE_FURNITURE;
	}
}

/* Takes the judgement back where it would leave next to nothing of an article. */
static void spare(struct work *w, uint32_t document)
{
	const struct article *article = w->documents[document].article;
	uint64_t before = 0, after = 0;
	uint8_t *kinds = w->kinds[document];

	for (uint32_t l = 0; l < article->line_count; l++) {
		uint64_t len = article->lines[l].at.end - article->lines[l].at.start;
		before += line_is_body(article->lines[l].kind) ? len : 0;
		after += kinds[l] == LINE_PARAGRAPH ? len : 0;
	}
	for (uint32_t l = 0; after < before / KEPT_SHARE + 1 && l < article->line_count; l++)
		kinds[l] = (uint8_t)article->lines[l].kind;
}

void furniture_make(
	const struct document *documents, uint32_t count, uint8_t **kinds, struct arena *arena)
{
	struct arena scratch;
	struct work w = {
		.documents = documents, .count = count, .kinds = kinds, .scratch = &scratch};
	struct places places = {.count = 0};

	arena_init(&scratch);
	w.sources = ARENA_ARRAY(&scratch, uint32_t, count);
	w.sketches = ARENA_ARRAY(&scratch, struct sketch *, count);
	for (uint32_t i = 0; i < count; i++) {
		const struct article *article = documents[i].article;
		kinds[i] = ARENA_ARRAY(arena, uint8_t, article->line_count);
		for (uint32_t l = 0; l < article->line_count; l++)
			kinds[i][l] = (uint8_t)article->lines[l].kind;
	}
	read_sources(&w);
	find_places(&w, &places);
	if (places.count)
		qsort(places.at, places.count, sizeof *places.at, compare_places);
	judge(&w, &places);
	for (uint32_t i = 0; i < count; i++)
		spare(&w, i);
	arena_clear(&scratch);
}
