#include "know/related.h"

#include "know/related-background.h"

#include <math.h>
#include <string.h>

#define TITLE_TIMES 3u
#define COMMON_SHARE 0.3f  /* a word of this share of the articles says nothing … */
#define COMMON_ARCHIVE 20u /* … where there are enough of them to tell */
#define NEAR_DAYS 30.0f
#define TERM_SHARE_LEAST 0.02f /* of the cosine: what a word adds to be a reason */

/* The best few, best first, under insertion. */
struct best {
	uint32_t id[RELATION_SHARED];
	float worth[RELATION_SHARED];
	uint32_t count;
};

/* Weekdays and months (those whose stem is their name), numbers under three digits. */
static bool says_when(struct span stem)
{
	if (stem.len < 3 && stem.len > 0 && stem.at[0] >= '0' && stem.at[0] <= '9')
		return true;
	return stem.len > 3 && (month_named(stem) || weekday_named(stem) >= 0);
}

uint32_t related_background(struct span stem)
{
	size_t low = 0, high = related_background_count;

	if (says_when(stem))
		return RELATED_BACKGROUND;
	if (stem.len >= RELATED_BACKGROUND_STEM)
		return 0;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct related_background_word *word = &related_background_words[middle];
		int order = span_compare(stem, span_of(word->stem));
		if (order == 0)
			return word->articles;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

float related_weight(uint32_t in_body, uint32_t in_title, uint32_t articles, uint32_t archive)
{
	float times = (float)in_body + (float)(TITLE_TIMES * in_title);

	if (times <= 0 || archive == 0)
		return 0;
	if (articles == 0)
		articles = 1;
	if (archive >= COMMON_ARCHIVE && (float)articles >= COMMON_SHARE * (float)archive)
		return 0;
	return (1 + logf(times)) * logf(1 + (float)archive / (float)articles);
}

/* Keeps the worthiest; of equals the one that came first, which has the lower id. */
static void keep(struct best *best, uint32_t id, float worth)
{
	uint32_t place = best->count;

	while (place > 0 && best->worth[place - 1] < worth)
		place--;
	if (place == RELATION_SHARED)
		return;
	uint32_t moved = best->count < RELATION_SHARED ? best->count++ : RELATION_SHARED - 1;
	for (; moved > place; moved--) {
		best->id[moved] = best->id[moved - 1];
		best->worth[moved] = best->worth[moved - 1];
	}
	best->id[place] = id;
	best->worth[place] = worth;
}

static float weigh_terms(const struct profile *a, const struct profile *b, struct best *best)
{
	float sum = 0;
	uint32_t i = 0, j = 0;

	while (i < a->term_count && j < b->term_count) {
		const struct profile_term *x = &a->terms[i], *y = &b->terms[j];
		if (x->term == y->term) {
			float product = x->weight * y->weight;
			sum += product;
			if (product > 0)
				keep(best, x->term, product);
		}
		i += x->term <= y->term;
		j += y->term <= x->term;
	}
	return sum > 1 ? 1 : sum;
}

float related_rarity(uint32_t articles, uint32_t archive)
{
	float most = logf(1 + (float)archive / 2);

	if (articles < 2)
		articles = 2;
	return most > 0 ? logf(1 + (float)archive / (float)articles) / most : 0;
}

/* How rare the persons shared are in sum: near 1 for each who is named nowhere else. */
static float weigh_people(const struct profile *a, const struct profile *b, struct best *best)
{
	float sum = 0;
	uint32_t i = 0, j = 0;

	while (i < a->people_count && j < b->people_count) {
		uint32_t x = a->people[i], y = b->people[j];
		if (x == y) {
			keep(best, x, a->rarities[i]);
			sum += a->rarities[i];
		}
		i += x <= y;
		j += y <= x;
	}
	return sum;
}

/* How rare the days that both speak of are in sum. */
static float weigh_days(const struct profile *a, const struct profile *b, int32_t *about)
{
	float sum = 0, most = 0;
	uint32_t i = 0, j = 0;

	while (i < a->day_count && j < b->day_count) {
		const struct profile_day *x = &a->days[i], *y = &b->days[j];
		if (x->day == y->day) {
			sum += x->rarity;
			if (x->rarity > most) {
				most = x->rarity;
				*about = x->day;
			}
		}
		i += x->day <= y->day;
		j += y->day <= x->day;
	}
	return sum;
}

float related_nearness(int32_t day, int32_t other)
{
	float far = fabsf((float)day - (float)other);

	if (day == DAY_NONE || other == DAY_NONE || far > (float)RELATED_NEAR_LAST)
		return 0;
	return expf(-far / NEAR_DAYS);
}

float related_share(float people, float days, float nearness)
{
	return RELATED_PEOPLE_SHARE * people / (1 + people) +
	       RELATED_DAYS_SHARE * (days > 1 ? 1 : days) + RELATED_NEAR_SHARE * nearness;
}

float related_score(float cosine, float share, bool same_story)
{
	float score = cosine + (1 - cosine) * share;

	return same_story ? (1 + score) / 2 : score / 2;
}

void related_weigh(const struct profile *a, const struct profile *b, struct relation *relation)
{
	struct best terms = {.count = 0}, people = {.count = 0};
	float cosine = weigh_terms(a, b, &terms);
	float rarity = weigh_people(a, b, &people);

	*relation = (struct relation){.cosine = cosine, .days_apart = DAY_NONE, .about = DAY_NONE};
	float days = weigh_days(a, b, &relation->about);
	relation->same_story = a->story != RELATED_NO_STORY && a->story == b->story;
	if (cosine > 0 || rarity > 0 || days > 0 || relation->same_story)
		relation->score = related_score(cosine,
			related_share(rarity, days, related_nearness(a->day, b->day)),
			relation->same_story);
	for (; relation->people_count < people.count; relation->people_count++)
		relation->people[relation->people_count] = people.id[relation->people_count];
	for (uint32_t i = 0; i < terms.count; i++)
		if (terms.worth[i] >= TERM_SHARE_LEAST * cosine)
			relation->terms[relation->term_count++] = terms.id[i];
	if (a->day != DAY_NONE && b->day != DAY_NONE)
		relation->days_apart = b->day - a->day;
}
