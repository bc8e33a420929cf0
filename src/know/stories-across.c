#include "know/stories-pair.h"

#include <math.h>

#define ACROSS_DAYS 2   /* that news takes from one language to another, at most */
#define ACROSS_MOST 24u /* earlier articles about a person that are met */
#define LIKE_LEAST 0.4f /* of the people: how alike they must be */
#define DAY_WORTH 0.3f  /* what a day that both speak of adds at most */

/* How much two articles share whom they name. */
struct company {
	uint32_t both;
	float likeness; /* cosine, by rarity */
};

static float rarity_of(const struct story_archive *archive, uint32_t actor)
{
	return logf(2 + (float)archive->count / (float)(archive->actor_articles[actor] + 1));
}

static struct company company_of(const struct story_archive *archive, const struct story_article *x,
	const struct story_article *y)
{
	struct company company = {0, 0};
	float of_x = 0, of_y = 0, of_both = 0;

	for (uint32_t i = 0; i < x->people_count; i++) {
		float rarity = rarity_of(archive, x->people[i]);
		of_x += rarity * rarity;
		for (uint32_t j = 0; j < y->people_count; j++) {
			if (x->people[i] != y->people[j])
				continue;
			of_both += rarity * rarity;
			company.both++;
		}
	}
	for (uint32_t j = 0; j < y->people_count; j++) {
		float rarity = rarity_of(archive, y->people[j]);
		of_y += rarity * rarity;
	}
	if (of_both > 0)
		company.likeness = of_both / sqrtf(of_x * of_y);
	return company;
}

/* Two persons in common, or one and a day that hardly anybody else speaks of. */
static float chance_of(const struct story_index *index, uint32_t a, uint32_t b)
{
	const struct story_archive *archive = index->archive;
	const struct story_article *x = &archive->articles[a], *y = &archive->articles[b];
	struct company company = company_of(archive, x, y);
	float days = story_shared_days(index, x, y);

	if (company.both == 0 || company.likeness < LIKE_LEAST || (company.both < 2 && days < 0.5f))
		return 0;
	return fminf(0.9f, company.likeness + DAY_WORTH * days);
}

static void meet(const struct story_index *index, uint32_t node, const uint32_t *before,
	uint32_t count, struct story_pairs *pairs, struct arena *arena)
{
	const struct story_article *articles = index->archive->articles;

	for (uint32_t met = 0; met < count && met < ACROSS_MOST; met++) {
		uint32_t other = before[count - 1 - met];
		if ((int64_t)articles[node].day - articles[other].day > ACROSS_DAYS)
			return;
		if (articles[node].language == articles[other].language || node == other)
			continue;
		float chance = chance_of(index, node, other);
		if (chance > 0)
			*vec_push(arena, pairs) = (struct story_pair){
				node < other ? node : other, node < other ? other : node, chance};
	}
}

VEC_OF(uint32_t, node_list);

void story_pairs_across(
	const struct story_index *index, struct story_pairs *pairs, struct arena *arena)
{
	const struct story_archive *archive = index->archive;
	struct node_list *named = ARENA_ARRAY(arena, struct node_list, archive->actor_count);

	for (uint32_t place = 0; place < archive->count; place++) {
		uint32_t node = index->articles[place];
		const struct story_article *article = &archive->articles[node];
		if (article->day == DAY_NONE || article->language == LANGUAGE_NONE)
			continue;
		for (uint32_t i = 0; i < article->people_count; i++) {
			struct node_list *list = &named[article->people[i]];
			meet(index, node, list->at, list->count, pairs, arena);
			*vec_push(arena, list) = node;
		}
	}
}
