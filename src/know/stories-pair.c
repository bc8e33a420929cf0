#include "know/stories-pair.h"

#include <math.h>

#define DAYS_UNKNOWN 15 /* between articles of which one is undated */
#define BURST_DAYS 30
#define BURST_NAMES 6u /* of both that are tried, the rarest first */

/* What a walk over the terms of both finds. */
struct shared {
	float cosine, titles, leads, title_in_text;
	uint32_t names[BURST_NAMES];
	uint32_t name_count;
};

static void keep_name(const struct story_archive *archive, struct shared *shared, uint32_t term)
{
	uint32_t place = shared->name_count;

	while (place > 0 && archive->rarities[shared->names[place - 1]] < archive->rarities[term])
		place--;
	if (place == BURST_NAMES)
		return;
	if (shared->name_count < BURST_NAMES)
		shared->name_count++;
	for (uint32_t i = shared->name_count - 1; i > place; i--)
		shared->names[i] = shared->names[i - 1];
	shared->names[place] = term;
}

static void share_term(const struct story_archive *archive, struct shared *shared,
	const struct story_term *x, const struct story_term *y)
{
	float rarity = archive->rarities[x->term];

	shared->cosine += x->weight * y->weight;
	if (x->flags & y->flags & STORY_TITLE)
		shared->titles += rarity * rarity;
	if (x->flags & y->flags & STORY_LEAD)
		shared->leads += rarity * rarity;
	if (x->flags & y->flags & STORY_NAME)
		keep_name(archive, shared, x->term);
}

static float divided(float a, float b)
{
	return b > 0 ? a / b : 0;
}

static void share(const struct story_index *index, uint32_t a, uint32_t b, struct shared *shared)
{
	const struct story_archive *archive = index->archive;
	const struct story_article *x = &archive->articles[a], *y = &archive->articles[b];
	float a_in_b = 0, b_in_a = 0;

	for (uint32_t i = 0, j = 0; i < x->term_count && j < y->term_count;) {
		const struct story_term *s = &x->terms[i], *t = &y->terms[j];
		if (s->term == t->term) {
			float rarity = archive->rarities[s->term];
			share_term(archive, shared, s, t);
			a_in_b += s->flags & STORY_TITLE ? rarity * t->weight : 0;
			b_in_a += t->flags & STORY_TITLE ? rarity * s->weight : 0;
		}
		i += s->term <= t->term;
		j += t->term <= s->term;
	}
	shared->titles = divided(shared->titles, index->title_lengths[a] * index->title_lengths[b]);
	shared->leads = divided(shared->leads, index->lead_lengths[a] * index->lead_lengths[b]);
	shared->title_in_text = (divided(a_in_b, index->title_lengths[a]) +
					divided(b_in_a, index->title_lengths[b])) /
				2;
}

/* The share of a name's articles that lie in the weeks around the two. */
static float burst(
	const struct story_index *index, const struct shared *shared, uint32_t a, uint32_t b)
{
	const struct story_archive *archive = index->archive;
	int32_t x = archive->articles[a].day, y = archive->articles[b].day;
	float best = 0;

	if (x == DAY_NONE || y == DAY_NONE)
		return 0;
	int32_t middle = x + (y - x) / 2;
	uint32_t from = story_index_place(index, middle - BURST_DAYS);
	uint32_t to = story_index_place(index, middle + BURST_DAYS + 1);
	for (uint32_t i = 0; i < shared->name_count; i++) {
		uint32_t term = shared->names[i], all;
		uint32_t near = story_index_count(index, term, from, to, &all);
		float worth = (float)near / (float)all * fminf(1, archive->rarities[term] / 5) /
			      logf(2 + (float)near);
		best = fmaxf(best, worth);
	}
	return best;
}

float story_shared_days(const struct story_index *index, const struct story_article *x,
	const struct story_article *y)
{
	float sum = 0;

	for (uint32_t i = 0, j = 0; i < x->day_count && j < y->day_count;) {
		int32_t s = x->days[i], t = y->days[j];
		if (s == t) {
			const struct map_entry *entry = map_get_number(&index->spoken, (uint32_t)s);
			sum += entry ? 2 / (float)entry->value : 0;
		}
		i += s <= t;
		j += t <= s;
	}
	return fminf(1, sum);
}

bool story_share_title_name(const struct story_article *x, const struct story_article *y)
{
	for (uint32_t i = 0; i < x->title_name_count; i++)
		for (uint32_t j = 0; j < y->title_name_count; j++)
			if (x->title_names[i] == y->title_names[j])
				return true;
	return false;
}

static float gap_between(const struct story_article *x, const struct story_article *y)
{
	if (x->day == DAY_NONE || y->day == DAY_NONE)
		return DAYS_UNKNOWN;
	return fabsf((float)x->day - (float)y->day);
}

void story_pair_features(
	const struct story_index *index, uint32_t a, uint32_t b, float f[PAIR_FEATURE_COUNT])
{
	const struct story_article *x = &index->archive->articles[a];
	const struct story_article *y = &index->archive->articles[b];
	struct shared shared = {.cosine = 0};

	share(index, a, b, &shared);
	f[PAIR_BIAS] = 1;
	f[PAIR_COSINE] = shared.cosine;
	f[PAIR_TITLES] = shared.titles;
	f[PAIR_TITLE_IN_TEXT] = shared.title_in_text;
	f[PAIR_LEADS] = shared.leads;
	f[PAIR_GAP] = logf(1 + gap_between(x, y)) / 4;
	f[PAIR_BURST] = burst(index, &shared, a, b);
	f[PAIR_DAYS] = story_shared_days(index, x, y);
	f[PAIR_TITLE_PERSON] = story_share_title_name(x, y);
}

float story_pair_chance(const struct story_model *model, const float f[PAIR_FEATURE_COUNT])
{
	float sum = 0;

	for (int i = 0; i < PAIR_FEATURE_COUNT; i++)
		sum += model->weights[i] * f[i];
	return 1 / (1 + expf(-sum));
}
