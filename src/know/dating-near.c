#include "know/dating-near.h"

#include "know/related.h"

#include <math.h>
#include <stdlib.h>

#define QUERY_TERMS 32
#define SAMPLE 256u /* articles of one stem that are looked at */
#define TITLE_TIMES 3u
#define TYPICAL_IDF 5.0f /* of the words of an article: norms need not be exact */
#define NEARNESS_LEAST 0.03f

struct posting {
	uint32_t document;
	float times; /* 1 + ln of how often */
};

/* A stem that somebody asks for. */
struct wanted {
	uint32_t articles;
	VEC(struct posting) sample;
};

struct search {
	const struct document *documents;
	uint32_t count;
	struct map stems; /* → its place in wanted */
	VEC(struct wanted) wanted;
	float *norms; /* by document; 0: not known yet */
	float *sums;  /* by document, of one question */
	struct arena *scratch;
};

/* A heavy term of a document that asks. */
struct heavy {
	const struct term *term;
	struct span stem;
	float weight;
};

static float times_of(const struct term *term)
{
	uint32_t times = term->count + TITLE_TIMES * term->in_title;

	return times > 1 ? 1 + logf((float)times) : 1; /* most words stand once */
}

static const struct terms *terms_of(const struct search *search, uint32_t document)
{
	return &search->documents[document].evidence->terms;
}

/* The heaviest terms before the background, heaviest first; how many. */
static uint32_t heaviest(const struct terms *terms, struct heavy best[QUERY_TERMS])
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < terms->count; i++) {
		const struct term *term = &terms->at[i];
		struct span stem = term_stem(terms, i);
		uint32_t articles = 1 + related_background(stem);
		float weight =
			related_weight(term->count, term->in_title, articles, RELATED_BACKGROUND);
		uint32_t place = count;
		if (weight <= 0)
			continue;
		while (place > 0 && best[place - 1].weight < weight)
			place--;
		if (place == QUERY_TERMS)
			continue;
		uint32_t last = count < QUERY_TERMS ? count++ : QUERY_TERMS - 1;
		for (; last > place; last--)
			best[last] = best[last - 1];
		best[place] = (struct heavy){term, stem, weight};
	}
	return count;
}

static void want(struct search *search, uint32_t document)
{
	struct heavy best[QUERY_TERMS];
	uint32_t count = heaviest(terms_of(search, document), best);
	bool made;

	for (uint32_t i = 0; i < count; i++) {
		struct map_entry *entry = map_put(&search->stems, best[i].stem, &made);
		if (made) {
			entry->value = search->wanted.count;
			vec_push(search->scratch, &search->wanted);
		}
	}
}

/* Enters a document under the stems that somebody wants. */
static void enter(struct search *search, uint32_t document)
{
	const struct terms *terms = terms_of(search, document);

	for (uint32_t i = 0; i < terms->count; i++) {
		const struct map_entry *entry = map_get(&search->stems, term_stem(terms, i));
		if (!entry)
			continue;
		struct wanted *wanted = &search->wanted.at[entry->value];
		wanted->articles++;
		if (wanted->sample.count < SAMPLE) {
			struct posting *posting = vec_push(search->scratch, &wanted->sample);
			posting->document = document;
			posting->times = times_of(&terms->at[i]);
		}
	}
}

static float norm_of(struct search *search, uint32_t document)
{
	const struct terms *terms = terms_of(search, document);
	float sum = 0;

	if (search->norms[document] > 0)
		return search->norms[document];
	for (uint32_t i = 0; i < terms->count; i++)
		sum += times_of(&terms->at[i]) * times_of(&terms->at[i]);
	search->norms[document] = TYPICAL_IDF * sqrtf(sum) + 1;
	return search->norms[document];
}

static void keep(struct neighbours *found, struct neighbour one)
{
	uint32_t place = found->count;

	while (place > 0 && found->at[place - 1].nearness < one.nearness)
		place--;
	if (place == NEIGHBOURS_MOST)
		return;
	uint32_t last = found->count < NEIGHBOURS_MOST ? found->count++ : NEIGHBOURS_MOST - 1;
	for (; last > place; last--)
		found->at[last] = found->at[last - 1];
	found->at[place] = one;
}

/* Adds what a stem tells to the sums; documents met for the first time go on the list. */
static uint32_t add(struct search *search, const struct heavy *heavy, uint32_t *met, uint32_t count)
{
	const struct map_entry *entry = map_get(&search->stems, heavy->stem);
	const struct wanted *wanted = &search->wanted.at[entry->value];
	uint32_t articles = wanted->articles + related_background(heavy->stem);
	float idf = related_weight(1, 0, articles, search->count + RELATED_BACKGROUND);

	for (uint32_t i = 0; idf > 0 && i < wanted->sample.count; i++) {
		const struct posting *posting = &wanted->sample.at[i];
		if (search->sums[posting->document] == 0)
			met[count++] = posting->document;
		search->sums[posting->document] +=
			times_of(heavy->term) * posting->times * idf * idf;
	}
	return count;
}

static void ask(struct search *search, uint32_t document, uint32_t *met, struct neighbours *found)
{
	struct heavy best[QUERY_TERMS];
	uint32_t terms = heaviest(terms_of(search, document), best), count = 0;

	for (uint32_t i = 0; i < terms; i++)
		count = add(search, &best[i], met, count);
	for (uint32_t i = 0; i < count; i++) {
		float norms = norm_of(search, document) * norm_of(search, met[i]);
		struct neighbour one = {met[i], search->sums[met[i]] / norms};
		search->sums[met[i]] = 0;
		if (met[i] != document && one.nearness >= NEARNESS_LEAST)
			keep(found, one);
	}
}

struct by_digest {
	struct digest digest;
	uint32_t document;
};

static int compare_digests(const void *a, const void *b)
{
	const struct by_digest *x = a, *y = b;

	if (x->digest.high != y->digest.high)
		return x->digest.high < y->digest.high ? -1 : 1;
	if (x->digest.low != y->digest.low)
		return x->digest.low < y->digest.low ? -1 : 1;
	return x->document < y->document ? -1 : x->document > y->document;
}

static void enter_all(struct search *search)
{
	struct by_digest *order = ARENA_ARRAY(search->scratch, struct by_digest, search->count);

	for (uint32_t i = 0; i < search->count; i++)
		order[i] = (struct by_digest){search->documents[i].article->digest, i};
	qsort(order, search->count, sizeof *order, compare_digests);
	for (uint32_t i = 0; i < search->count; i++)
		enter(search, order[i].document);
}

struct neighbours *neighbours_make(const struct document *documents, uint32_t count,
	const uint32_t *asking, uint32_t asking_count, struct arena *arena)
{
	struct neighbours *found = ARENA_ARRAY(arena, struct neighbours, asking_count);
	struct arena scratch;
	struct search search = {.documents = documents, .count = count, .scratch = &scratch};

	if (asking_count == 0)
		return found;
	arena_init(&scratch);
	map_init(&search.stems, &scratch);
	search.norms = ARENA_ARRAY(&scratch, float, count);
	search.sums = ARENA_ARRAY(&scratch, float, count);
	uint32_t *met = ARENA_ARRAY(&scratch, uint32_t, count);
	for (uint32_t i = 0; i < asking_count; i++)
		want(&search, asking[i]);
	enter_all(&search);
	for (uint32_t i = 0; i < asking_count; i++)
		ask(&search, asking[i], met, &found[i]);
	arena_clear(&scratch);
	return found;
}
