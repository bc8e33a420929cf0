#include "store/neighbours.h"

#include "base/sort.h"
#include "store/bits.h"

#include <stdlib.h>
#include <string.h>

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

/* The heaviest terms of the article, by number. */
static uint32_t asked_terms(const struct epoch *epoch, article_id id, struct profile_term *terms)
{
	struct steps own = steps_of(shelf_at(&epoch->article_terms, id));
	uint32_t count = 0;

	for (struct counted counted; counted_next(&own, epoch->terms.count, &counted);) {
		struct profile_term term = {counted.number,
			epoch_term_weight(epoch, counted) / epoch->profile_scales[id]};
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

/* What a term weighs that stands so often in an article, worked out when it is asked for first. */
#define KNOWN_COUNTS 16u
#define KNOWN_TITLES 4u

struct known_weights {
	float weights[KNOWN_TITLES][KNOWN_COUNTS];
	bool known[KNOWN_TITLES][KNOWN_COUNTS];
};

static float weigh(
	const struct epoch *epoch, struct known_weights *known, uint32_t term, struct counted of)
{
	struct counted counted = {term, of.count, of.in_title};

	if (of.count >= KNOWN_COUNTS || of.in_title >= KNOWN_TITLES)
		return epoch_term_weight(epoch, counted);
	float *weight = &known->weights[of.in_title][of.count];
	if (!known->known[of.in_title][of.count])
		*weight = epoch_term_weight(epoch, counted);
	known->known[of.in_title][of.count] = true;
	return *weight;
}

static void ask_row(struct asking *a, const struct profile_term *term, struct known_weights *known,
	struct span row)
{
	const struct epoch *epoch = a->epoch;
	const float *scales = epoch->profile_scales;
	struct steps steps = steps_of(row);

	for (struct counted at; counted_next(&steps, epoch->count, &at);)
		a->overlaps[at.number].cosine +=
			term->weight * (weigh(epoch, known, term->term, at) / scales[at.number]);
}

static void ask_words(struct asking *a)
{
	const struct epoch *epoch = a->epoch;

	for (uint32_t i = 0; i < a->profile.term_count; i++) {
		const struct profile_term *term = &a->terms[i];
		struct known_weights known = {.known = {{false}}};
		ask_row(a, term, &known, shelf_at(&epoch->profiles, term->term));
		if (epoch->behind)
			ask_row(a, term, &known, shelf_at(&epoch->behind->profiles, term->term));
	}
}

/* Which of the people asked for are named in an article, by number. */
static uint32_t people_shared(struct asking *a, article_id id)
{
	uint32_t count = 0, named;
	const uint32_t *people = postings_row(&a->epoch->named, id, &named);

	/* A row that is not sound may have somebody twice. */
	for (uint32_t i = 0; i < named && count < a->shared_room; i++)
		if (bits_has(a->people, people[i]))
			a->shared[count++] = people[i];
	sort_numbers(a->shared, count);
	return count;
}

static void ask_people(struct asking *a)
{
	uint32_t named, count;
	const uint32_t *all = postings_row(&a->epoch->named, a->id, &named);

	a->people = bits_make(a->epoch->actor_count, &a->scratch);
	a->shared = ARENA_ARRAY(&a->scratch, uint32_t, named);
	a->shared_room = named;
	for (uint32_t i = 0; i < named; i++)
		bits_set(a->people, all[i]);
	/* The people that the article shares with itself are its own, in order. */
	uint32_t own = people_shared(a, a->id);
	uint32_t *people = arena_copy(&a->scratch, a->shared, own * sizeof *people);
	float *rarities = ARENA_ARRAY(&a->scratch, float, own);
	for (uint32_t i = 0; i < own; i++) {
		const uint32_t *ids = postings_row(&a->epoch->meant, people[i], &count);
		rarities[i] = related_rarity(a->epoch->actor_articles[people[i]], a->epoch->count);
		for (uint32_t k = 0; k < count; k++)
			a->overlaps[ids[k]].people += rarities[i];
	}
	a->profile.people = people;
	a->profile.people_count = own;
	a->profile.rarities = rarities;
}

static void ask_days(struct asking *a)
{
	uint32_t day_count, count;

	epoch_spoken(a->epoch, a->id, &day_count);
	int32_t *days = ARENA_ARRAY(&a->scratch, int32_t, day_count);
	struct profile_day *asked = ARENA_ARRAY(&a->scratch, struct profile_day, day_count);

	a->profile.day_count = epoch_days_of(a->epoch, a->id, days);
	a->days = ARENA_ARRAY(&a->scratch, struct profile_day, a->profile.day_count);
	for (uint32_t i = 0; i < a->profile.day_count; i++) {
		uint32_t row = epoch_day_row(a->epoch, days[i]);
		const uint32_t *ids = postings_row(&a->epoch->day_articles, row, &count);
		asked[i] = (struct profile_day){days[i], 2 / (float)count};
		for (uint32_t k = 0; k < count; k++)
			a->overlaps[ids[k]].days += asked[i].rarity;
	}
	a->profile.days = asked;
}

/* Which of the days asked for an article speaks of, rising. */
static uint32_t days_shared(struct asking *a, article_id id)
{
	uint32_t count = 0, all;
	const struct spoken_span *spans = epoch_spoken(a->epoch, id, &all);

	for (uint32_t k = 0; k < a->profile.day_count; k++) {
		bool speaks = false;
		for (uint32_t i = 0; i < all && !speaks; i++)
			speaks = spans[i].from == a->profile.days[k].day &&
				 spans[i].to == spans[i].from;
		if (speaks)
			a->days[count++] = a->profile.days[k];
	}
	return count;
}

/* Which of the terms asked for an article has, and what they weigh there. */
static uint32_t terms_shared(const struct asking *a, article_id id, struct profile_term *terms)
{
	const struct epoch *epoch = a->epoch;
	struct steps row = steps_of(shelf_at(&epoch->article_terms, id));
	uint32_t count = 0, next = 0, all = a->profile.term_count;

	for (struct counted at; next < all && counted_next(&row, epoch->terms.count, &at);) {
		while (next < all && a->terms[next].term < at.number)
			next++;
		if (next == all || a->terms[next].term != at.number)
			continue;
		float weight = epoch_term_weight(epoch, at) / epoch->profile_scales[id];
		if (weight > 0)
			terms[count++] = (struct profile_term){at.number, weight};
	}
	return count;
}

void asking_weigh(struct asking *a, article_id id, struct relation *relation)
{
	struct profile_term terms[ASKED_TERMS];
	struct profile other = {.terms = terms, .people = a->shared, .days = a->days};

	other.day = a->epoch->days[id];
	other.story = a->epoch->story_of[id];
	other.people_count = people_shared(a, id);
	other.day_count = days_shared(a, id);
	if (a->overlaps[id].cosine > 0)
		other.term_count = terms_shared(a, id, terms);
	related_weigh(&a->profile, &other, relation);
}

bool asking_same_story(const struct asking *a, article_id id)
{
	return a->profile.story != RELATED_NO_STORY && a->epoch->story_of[id] == a->profile.story;
}

float asking_most(const struct asking *a, article_id id)
{
	struct overlap overlap = a->overlaps[id];
	float share = related_share(
		overlap.people, overlap.days, related_nearness(a->profile.day, a->epoch->days[id]));

	if (overlap.cosine > 1)
		overlap.cosine = 1;
	return related_score(overlap.cosine, share, asking_same_story(a, id));
}

/* Those that are no longer here share nothing. */
static void forget_gone(struct asking *a)
{
	const struct epoch *epoch = a->epoch;
	uint32_t id;

	for (struct bits_walk walk =
			bits_walk_of(epoch->gone, epoch->gone ? epoch->count : 0, false);
		bits_walk_next(&walk, &id);)
		a->overlaps[id] = (struct overlap){0};
}

void asking_begin(struct asking *a, const struct epoch *epoch, article_id id)
{
	*a = (struct asking){.epoch = epoch, .id = id};
	arena_init(&a->scratch);
	a->overlaps = ARENA_ARRAY(&a->scratch, struct overlap, epoch->count);
	a->profile = (struct profile){
		.terms = a->terms, .day = epoch->days[id], .story = epoch->story_of[id]};
	a->profile.term_count = asked_terms(epoch, id, a->terms);
	ask_words(a);
	ask_people(a);
	ask_days(a);
	forget_gone(a);
}

void asking_end(struct asking *a)
{
	arena_clear(&a->scratch);
}
