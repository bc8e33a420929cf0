#include "store/bits.h"
#include "store/epoch-parts.h"

#include <stdlib.h>
#include <string.h>

/* An article is looked for by its heaviest terms; those that are found are weighed whole. */
#define ASKED_TERMS 24u
/* More than rounding can make of a score. */
#define BOUND_SLACK 1e-5f

struct asking {
	const struct epoch *epoch;
	article_id id;
	struct profile_term terms[ASKED_TERMS];
	struct profile profile;
	float *cosines;        /* of every article */
	uint64_t *met, *known; /* articles that share a term or a person; a person */
	uint64_t *people;      /* named in the article, a bit each */
	uint32_t *shared;      /* room for as many */
	struct arena scratch;
};

static int heavier(const struct profile_term *a, const struct profile_term *b)
{
	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return a->term < b->term ? -1 : a->term > b->term;
}

static int by_term(const void *a, const void *b)
{
	const struct profile_term *x = a, *y = b;

	return x->term < y->term ? -1 : x->term > y->term;
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

/* The heaviest terms of the article, by number. */
static uint32_t asked_terms(const struct epoch *epoch, article_id id, struct profile_term *terms)
{
	const struct segment *segment = epoch->segments[id];
	uint32_t count = 0;

	for (uint32_t i = 0; i < segment->evidence->terms.count; i++) {
		struct profile_term term = {segment->terms[i],
			epoch_term_weight(epoch, segment, i) / epoch->profile_scales[id]};
		uint32_t place = count < ASKED_TERMS ? count++ : ASKED_TERMS;
		if (term.weight <= 0) {
			count -= place < ASKED_TERMS;
			continue;
		}
		while (place > 0 && heavier(&term, &terms[place - 1]) < 0) {
			if (place < ASKED_TERMS)
				terms[place] = terms[place - 1];
			place--;
		}
		if (place < ASKED_TERMS)
			terms[place] = term;
	}
	qsort(terms, count, sizeof *terms, by_term);
	return count;
}

static void ask_words(struct asking *a)
{
	uint32_t count;

	for (uint32_t i = 0; i < a->profile.term_count; i++) {
		const struct profile_term *term = &a->terms[i];
		const uint32_t *ids = postings_row(&a->epoch->profiles, term->term, &count);
		const float *weights =
			a->epoch->profile_weights + a->epoch->profiles.starts[term->term];
		for (uint32_t k = 0; k < count; k++) {
			a->cosines[ids[k]] += term->weight * weights[k];
			bits_set(a->met, ids[k]);
		}
	}
}

/* Which of the people asked for are named in an article, by number. */
static uint32_t people_shared(struct asking *a, article_id id)
{
	const struct facts *facts = &a->epoch->facts[id];
	uint32_t count = 0;

	for (uint32_t i = 0; i < facts->people_count; i++)
		if (bits_has(a->people, facts->people[i]))
			a->shared[count++] = facts->people[i];
	if (count > 1)
		qsort(a->shared, count, sizeof *a->shared, by_number);
	return count;
}

static void ask_people(struct asking *a)
{
	const struct facts *facts = &a->epoch->facts[a->id];
	uint32_t count;

	a->people = bits_make(a->epoch->people.actor_count, &a->scratch);
	a->shared = ARENA_ARRAY(&a->scratch, uint32_t, facts->people_count);
	for (uint32_t i = 0; i < facts->people_count; i++) {
		const uint32_t *ids = postings_row(&a->epoch->actors, facts->people[i], &count);
		bits_set(a->people, facts->people[i]);
		for (uint32_t k = 0; k < count; k++)
			bits_set(a->known, ids[k]);
	}
	bits_or(a->met, a->known, a->epoch->count);
	/* The people that the article shares with itself are its own, in order. */
	a->profile.people_count = people_shared(a, a->id);
	a->profile.people =
		arena_copy(&a->scratch, a->shared, a->profile.people_count * sizeof *a->shared);
}

/* The weight of a term in an article, 0 when it is not there. */
static float weight_in(const struct epoch *epoch, uint32_t term, article_id id)
{
	uint32_t count, low = 0;
	const uint32_t *ids = postings_row(&epoch->profiles, term, &count);
	uint32_t high = count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (ids[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == count || ids[low] != id)
		return 0;
	return epoch->profile_weights[epoch->profiles.starts[term] + low];
}

/* Of the other article no more is needed than what was asked for. */
static void weigh(struct asking *a, article_id id, struct relation *relation)
{
	struct profile_term terms[ASKED_TERMS];
	struct profile other = {.terms = terms, .people = a->shared};

	other.day = a->epoch->facts[id].published.day;
	other.people_count = people_shared(a, id);
	for (uint32_t i = 0; a->cosines[id] > 0 && i < a->profile.term_count; i++) {
		float weight = weight_in(a->epoch, a->terms[i].term, id);
		if (weight > 0)
			terms[other.term_count++] = (struct profile_term){a->terms[i].term, weight};
	}
	related_weigh(&a->profile, &other, a->epoch->actor_articles, a->epoch->count, relation);
}

/* Puts a related article where it belongs among the best; the lower id first of equals. */
static void keep(struct related_article *best, uint32_t *count, uint32_t limit,
	struct related_article related)
{
	uint32_t place = *count;

	while (place > 0 && (best[place - 1].relation.score < related.relation.score ||
				    (best[place - 1].relation.score == related.relation.score &&
					    best[place - 1].id > related.id)))
		place--;
	if (place == limit)
		return;
	if (*count < limit)
		++*count;
	memmove(best + place + 1, best + place, (*count - 1 - place) * sizeof *best);
	best[place] = related;
}

/* The least of the limit greatest cosines: a score below it is not among the best. */
static float least_cosine(const struct asking *a, uint32_t limit, struct arena *scratch)
{
	float *best = ARENA_ARRAY(scratch, float, limit);
	size_t count = a->epoch->count, id = bits_next(a->met, count, 0);
	uint32_t kept = 0;

	for (; id < count; id = bits_next(a->met, count, id + 1)) {
		float cosine = a->cosines[id];
		if (id == a->id || (kept == limit && cosine <= best[limit - 1]))
			continue;
		uint32_t place = kept < limit ? kept++ : limit - 1;
		for (; place > 0 && best[place - 1] < cosine; place--)
			best[place] = best[place - 1];
		best[place] = cosine;
	}
	return kept == limit ? best[limit - 1] : 0;
}

static uint32_t keep_best(struct asking *a, uint32_t limit, struct related_article *best)
{
	size_t count = a->epoch->count, id = bits_next(a->met, count, 0);
	float least = least_cosine(a, limit, &a->scratch);
	uint32_t kept = 0;

	for (; id < count; id = bits_next(a->met, count, id + 1)) {
		struct related_article related = {.id = (article_id)id};
		float most = a->cosines[id];
		if (bits_has(a->known, id))
			most += (1 - most) * RELATED_PEOPLE_SHARE + BOUND_SLACK;
		if (id == a->id || most < least)
			continue;
		weigh(a, related.id, &related.relation);
		if (related.relation.score > 0)
			keep(best, &kept, limit, related);
		if (kept == limit && best[limit - 1].relation.score > least)
			least = best[limit - 1].relation.score;
	}
	return kept;
}

uint32_t epoch_related(const struct epoch *epoch, article_id id, uint32_t limit,
	struct related_article **related, struct arena *arena)
{
	struct asking a = {.epoch = epoch, .id = id};
	uint32_t count = 0;

	if (limit > epoch->count)
		limit = epoch->count;
	*related = ARENA_ARRAY(arena, struct related_article, limit);
	if (limit == 0)
		return 0;
	arena_init(&a.scratch);
	a.cosines = ARENA_ARRAY(&a.scratch, float, epoch->count);
	a.met = bits_make(epoch->count, &a.scratch);
	a.known = bits_make(epoch->count, &a.scratch);
	a.profile = (struct profile){.terms = a.terms, .day = epoch->facts[id].published.day};
	a.profile.term_count = asked_terms(epoch, id, a.terms);
	ask_words(&a);
	ask_people(&a);
	count = keep_best(&a, limit, *related);
	arena_clear(&a.scratch);
	return count;
}
