#include "store/neighbours.h"

#include <string.h>

/* What everything but the words can add at most. */
#define SHARE_MOST (RELATED_PEOPLE_SHARE + RELATED_DAYS_SHARE + RELATED_NEAR_SHARE)

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
	return best->epoch->versions[id];
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

/* Whether one that scores at most so much can be among the best: crowds of the same text, of which
 * the first is kept, end here. */
static bool may_be_kept(const struct best *best, article_id id, float most)
{
	struct related_article related = {.id = id, .relation.score = most};

	if (best->count == best->limit && !is_before(&related, &best->at[best->limit - 1]))
		return false;
	uint32_t place = place_of_version(best, id);
	return place == best->count || is_before(&related, &best->at[place]);
}

/* A score that is reached, whatever else is shared: that of the last of the best by words. */
static float least_by_words(struct asking *a, uint32_t limit)
{
	struct best floors = {.epoch = a->epoch, .limit = limit};
	float least = 0;

	floors.at = ARENA_ARRAY(&a->scratch, struct related_article, limit);
	for (article_id id = 0; id < a->epoch->count; id++) {
		struct related_article floor = {.id = id};
		if (a->overlaps[id].cosine <= least || id == a->id)
			continue;
		floor.relation.score = a->overlaps[id].cosine;
		keep(&floors, floor);
		least = least_of(&floors);
	}
	return related_score(least, 0, false);
}

static void weigh(struct asking *a, struct best *best, article_id id, float least)
{
	struct related_article related = {.id = id};
	float most = asking_most(a, id);

	if (id == a->id || most < least || !may_be_kept(best, id, most))
		return;
	asking_weigh(a, id, &related.relation);
	if (related.relation.score > 0)
		keep(best, related);
}

/* Nearly all are so far below the best that no more than their words are looked at. */
static void weigh_all(struct asking *a, struct best *best)
{
	const struct story *story = epoch_story(a->epoch, a->id);
	float least = least_by_words(a, best->limit);

	for (uint32_t i = 0; story && i < story->count; i++)
		weigh(a, best, story->articles[i], 0);
	if (least_of(best) > least)
		least = least_of(best);
	for (article_id id = 0; id < a->epoch->count; id++) {
		const struct overlap *overlap = &a->overlaps[id];
		float words = overlap->cosine > 1 ? 1 : overlap->cosine;
		if (words + SHARE_MOST < 2 * least || asking_same_story(a, id) ||
			(words <= 0 && overlap->people <= 0 && overlap->days <= 0))
			continue;
		weigh(a, best, id, least);
		if (least_of(best) > least)
			least = least_of(best);
	}
}

/* How many other articles have the text, and how much of it the one that is read has. */
static void count_versions(
	const struct epoch *epoch, article_id id, struct related_article *related)
{
	uint32_t version = epoch->versions[related->id];
	bool same = version == epoch->versions[id];

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
