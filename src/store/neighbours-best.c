#include "store/neighbours.h"

#include "store/bits.h"

#include <string.h>

/* The best so far, the best first; of versions of one text the best. */
struct best {
	const struct epoch *epoch;
	struct related_article *at;
	uint32_t count, limit;
};

static bool is_before(const struct related_article *a, const struct related_article *b)
{
	if (a->relation.score != b->relation.score)
		return a->relation.score > b->relation.score;
	return a->id < b->id;
}

static uint32_t version_of(const struct best *best, article_id id)
{
	return best->epoch->stories.versions[id];
}

/* The place of the version that is there already; count when there is none. */
static uint32_t place_of_version(const struct best *best, article_id id)
{
	uint32_t place = 0;

	while (place < best->count && version_of(best, best->at[place].id) != version_of(best, id))
		place++;
	return place;
}

/* What a score must be above, or the same with a lower id, to be kept. */
static float least_of(const struct best *best)
{
	return best->count == best->limit ? best->at[best->limit - 1].relation.score : 0;
}

static void keep(struct best *best, struct related_article related)
{
	uint32_t gap = place_of_version(best, related.id), place;

	if (gap < best->count && is_before(&best->at[gap], &related))
		return;
	if (gap == best->count && gap == best->limit) {
		if (is_before(&best->at[--gap], &related))
			return;
	} else if (gap == best->count) {
		best->count++;
	}
	for (place = gap; place > 0 && is_before(&related, &best->at[place - 1]); place--)
		best->at[place] = best->at[place - 1];
	best->at[place] = related;
}

/* Whether another version that is kept is better than this one can be. */
static bool is_version_of_better(const struct best *best, article_id id, float most)
{
	uint32_t place = place_of_version(best, id);

	return place < best->count && best->at[place].relation.score > most;
}

/* Scores that are reached whatever else is shared: the least of them is the least to look at. */
static float least_to_weigh(struct asking *a, uint32_t limit)
{
	struct best floors = {.epoch = a->epoch, .limit = limit};
	size_t count = a->epoch->count, id = bits_next(a->met, count, 0);

	floors.at = ARENA_ARRAY(&a->scratch, struct related_article, limit);
	for (; id < count; id = bits_next(a->met, count, id + 1)) {
		struct related_article floor = {.id = (article_id)id};
		struct related_range range = asking_range(a, floor.id, least_of(&floors));
		floor.relation.score = range.least;
		if (id != a->id && range.least > least_of(&floors))
			keep(&floors, floor);
	}
	return least_of(&floors);
}

static void weigh_all(struct asking *a, struct best *best)
{
	size_t count = a->epoch->count, id = bits_next(a->met, count, 0);
	float least = least_to_weigh(a, best->limit);

	for (; id < count; id = bits_next(a->met, count, id + 1)) {
		struct related_article related = {.id = (article_id)id};
		float most = asking_range(a, related.id, least).most;
		if (id == a->id || most < least || is_version_of_better(best, related.id, most))
			continue;
		asking_weigh(a, related.id, &related.relation);
		if (related.relation.score > 0)
			keep(best, related);
		if (least_of(best) > least)
			least = least_of(best);
	}
}

/* How many other articles have the text, and how much of it the one that is read has. */
static void count_versions(
	const struct epoch *epoch, article_id id, struct related_article *related)
{
	uint32_t version = epoch->stories.versions[related->id];
	bool same = version == epoch->stories.versions[id];

	related->versions = epoch->version_counts[version] - 1 - same;
	related->percent = same ? epoch_same_text(epoch, id, related->id) : 0;
}

uint32_t epoch_related(const struct epoch *epoch, article_id id, uint32_t limit,
	struct related_article **related, struct arena *arena)
{
	struct best best = {.epoch = epoch, .limit = limit < epoch->count ? limit : epoch->count};
	struct asking a;

	*related = best.at = ARENA_ARRAY(arena, struct related_article, best.limit);
	if (best.limit == 0)
		return 0;
	asking_begin(&a, epoch, id);
	weigh_all(&a, &best);
	asking_end(&a);
	for (uint32_t i = 0; i < best.count; i++)
		count_versions(epoch, id, &best.at[i]);
	return best.count;
}
