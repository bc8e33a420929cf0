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

static void ask_row(struct asking *a, uint32_t term, struct span bytes)
{
	struct asked_row *row = &a->rows[a->row_count++];

	*row = (struct asked_row){.steps = steps_of(bytes), .term = term};
	row->has_next = counted_next(&row->steps, a->epoch->count, &row->next);
}

static void ask_words(struct asking *a)
{
	const struct epoch *epoch = a->epoch;

	for (uint32_t i = 0; i < a->profile.term_count; i++) {
		a->known[i] = (struct known_weights){.known = {{false}}};
		ask_row(a, i, shelf_at(&epoch->profiles, a->terms[i].term));
		if (epoch->behind)
			ask_row(a, i, shelf_at(&epoch->behind->profiles, a->terms[i].term));
	}
}

/* Which of the people asked for are named in an article, by number. */
static uint32_t people_shared(struct asking *a, article_id id)
{
	uint32_t count = 0, named;
	const uint32_t *people = postings_row(&a->epoch->named, id, &named);

	/* A row that is not sound may have somebody twice. */
	for (uint32_t i = 0; i < named && count < a->shared_room; i++)
		if (bits_has(a->named, people[i]))
			a->shared[count++] = people[i];
	sort_numbers(a->shared, count);
	return count;
}

static struct asked_list list_of(const struct postings *postings, uint32_t row)
{
	uint32_t count;
	const uint32_t *ids = postings_row(postings, row, &count);

	return (struct asked_list){.next = ids, .end = count ? ids + count : ids};
}

static void ask_people(struct asking *a)
{
	uint32_t named;
	const uint32_t *all = postings_row(&a->epoch->named, a->id, &named);

	a->named = bits_make(a->epoch->actor_count, &a->scratch);
	a->shared = ARENA_ARRAY(&a->scratch, uint32_t, named);
	a->shared_room = named;
	for (uint32_t i = 0; i < named; i++)
		bits_set(a->named, all[i]);
	/* The people that the article shares with itself are its own, in order. */
	uint32_t own = people_shared(a, a->id);
	uint32_t *people = arena_copy(&a->scratch, a->shared, own * sizeof *people);
	float *rarities = ARENA_ARRAY(&a->scratch, float, own);
	a->people = ARENA_ARRAY(&a->scratch, struct asked_list, own);
	for (uint32_t i = 0; i < own; i++) {
		rarities[i] = related_rarity(a->epoch->actor_articles[people[i]], a->epoch->count);
		a->people[i] = list_of(&a->epoch->meant, people[i]);
		a->people[i].rarity = rarities[i];
	}
	a->profile.people = people;
	a->profile.people_count = own;
	a->profile.rarities = rarities;
}

static void ask_days(struct asking *a)
{
	uint32_t day_count;

	epoch_spoken(a->epoch, a->id, &day_count);
	int32_t *days = ARENA_ARRAY(&a->scratch, int32_t, day_count);
	struct profile_day *asked = ARENA_ARRAY(&a->scratch, struct profile_day, day_count);

	a->profile.day_count = epoch_days_of(a->epoch, a->id, days);
	a->shared_days = ARENA_ARRAY(&a->scratch, struct profile_day, a->profile.day_count);
	a->days = ARENA_ARRAY(&a->scratch, struct asked_list, a->profile.day_count);
	for (uint32_t i = 0; i < a->profile.day_count; i++) {
		uint32_t row = epoch_day_row(a->epoch, days[i]);
		a->days[i] = list_of(&a->epoch->day_articles, row);
		a->days[i].rarity = 2 / (float)(a->days[i].end - a->days[i].next);
		asked[i] = (struct profile_day){days[i], a->days[i].rarity};
	}
	a->profile.days = asked;
}

/* --- a stretch of articles ------------------------------------------------------------------- */

static void add_words(struct asking *a, struct asked_row *row)
{
	const struct epoch *epoch = a->epoch;
	const struct profile_term *term = &a->terms[row->term];
	uint32_t past = a->first + a->count;

	while (row->has_next && row->next.number < past) {
		uint32_t at = row->next.number - a->first;
		float weight = weigh(epoch, &a->known[row->term], term->term, row->next);
		a->cosines[at] += term->weight * (weight / a->scales[at]);
		row->has_next = counted_next(&row->steps, epoch->count, &row->next);
	}
}

/* To the sums of those that are in the stretch. */
static void add_list(struct asking *a, struct asked_list *list, float *sums, float share)
{
	for (; list->next < list->end && *list->next < a->first + a->count; list->next++) {
		uint32_t at = *list->next - a->first;
		if (at >= a->count)
			continue;
		a->shares[at] += sums[at] > 0 ? 0 : share;
		sums[at] += list->rarity;
	}
}

/* Those that are no longer here share nothing. */
static void forget_gone(struct asking *a)
{
	const uint64_t *gone = a->epoch->gone;

	for (uint32_t i = 0; gone && i < a->count; i++)
		if (bits_has(gone, a->first + i))
			a->cosines[i] = a->rare_people[i] = a->rare_days[i] = a->shares[i] = 0;
}

bool asking_go_on(struct asking *a)
{
	a->first += a->count;
	if (a->first >= a->epoch->count)
		return false;
	a->count = a->epoch->count - a->first;
	if (a->count > STRETCH)
		a->count = STRETCH;
	/* What is asked for here and there is asked of memory in one go. */
	memcpy(a->scales, a->epoch->profile_scales + a->first, a->count * sizeof *a->scales);
	memset(a->cosines, 0, sizeof a->cosines);
	memset(a->rare_people, 0, sizeof a->rare_people);
	memset(a->rare_days, 0, sizeof a->rare_days);
	memset(a->shares, 0, sizeof a->shares);
	for (uint32_t i = 0; i < a->row_count; i++)
		add_words(a, &a->rows[i]);
	for (uint32_t i = 0; i < a->profile.people_count; i++)
		add_list(a, &a->people[i], a->rare_people, RELATED_PEOPLE_SHARE);
	for (uint32_t i = 0; i < a->profile.day_count; i++)
		add_list(a, &a->days[i], a->rare_days, RELATED_DAYS_SHARE);
	forget_gone(a);
	return true;
}

/* --- one article ----------------------------------------------------------------------------- */

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
			a->shared_days[count++] = a->profile.days[k];
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

void asking_weigh(
	struct asking *a, article_id id, struct overlap overlap, struct relation *relation)
{
	struct profile_term terms[ASKED_TERMS];
	struct profile other = {.terms = terms, .people = a->shared, .days = a->shared_days};

	other.day = a->epoch->days[id];
	other.story = a->epoch->story_of[id];
	other.people_count = people_shared(a, id);
	other.day_count = days_shared(a, id);
	if (overlap.cosine > 0)
		other.term_count = terms_shared(a, id, terms);
	related_weigh(&a->profile, &other, relation);
}

bool asking_same_story(const struct asking *a, article_id id)
{
	return a->profile.story != RELATED_NO_STORY && a->epoch->story_of[id] == a->profile.story;
}

/* More than any two days where one of them is unknown. */
static uint32_t days_apart(int32_t a, int32_t b)
{
	if (a == DAY_NONE || b == DAY_NONE)
		return UINT32_MAX;
	return a > b ? (uint32_t)a - (uint32_t)b : (uint32_t)b - (uint32_t)a;
}

float asking_most(const struct asking *a, article_id id, struct overlap overlap)
{
	uint32_t apart = days_apart(a->profile.day, a->epoch->days[id]);
	float nearness = apart <= RELATED_NEAR_LAST ? a->nearness[apart] : 0;
	float share = related_share(overlap.people, overlap.days, nearness);

	if (overlap.cosine > 1)
		overlap.cosine = 1;
	return related_score(overlap.cosine, share, asking_same_story(a, id));
}

void asking_begin(struct asking *a, const struct epoch *epoch, article_id id)
{
	a->epoch = epoch;
	a->id = id;
	a->row_count = a->first = a->count = 0;
	arena_init(&a->scratch);
	a->profile = (struct profile){
		.terms = a->terms, .day = epoch->days[id], .story = epoch->story_of[id]};
	a->profile.term_count = asked_terms(epoch, id, a->terms);
	for (int32_t apart = 0; apart <= RELATED_NEAR_LAST; apart++)
		a->nearness[apart] = related_nearness(0, apart);
	ask_words(a);
	ask_people(a);
	ask_days(a);
}

void asking_end(struct asking *a)
{
	arena_clear(&a->scratch);
}
