#include "store/neighbours.h"

#include <string.h>

#define ROUNDING 1e-6f
/* Articles of other days add less than so much. */
#define NEARER 30u /* days */
#define LESS_NEAR_SHARE (RELATED_NEAR_SHARE * 0.37f)

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

/* An article that may be among the best. */
struct candidate {
	article_id id;
	struct overlap overlap;
};
VEC_OF(struct candidate, candidates);

/* Sums of the stretch from an article on, and the days of the articles. */
struct sums {
	const float *cosines, *shares;
	const int32_t *days;
};

static struct sums sums_from(const struct asking *a, uint32_t at)
{
	return (struct sums){a->cosines + at, a->shares + at, a->epoch->days + a->first + at};
}

/* Whether an article can be that near, told without working out how near it is: most are of another
 * time, share no day, and can add nearly nothing to their words.  Nearly all articles are far below
 * the best, and are passed over several at a time, for the processor's sake without branches. */
static inline bool may_reach(struct sums sums, size_t at, int32_t asked_day, float near)
{
	uint32_t days = (uint32_t)sums.days[at] - (uint32_t)asked_day;
	float is_nearer = (float)(days + NEARER <= 2 * NEARER);
	float is_near = (float)(days + RELATED_NEAR_LAST <= 2 * RELATED_NEAR_LAST);

	return sums.cosines[at] + sums.shares[at] + is_near * LESS_NEAR_SHARE +
		       is_nearer * (RELATED_NEAR_SHARE - LESS_NEAR_SHARE) >=
	       near;
}

static bool may_any_reach(struct sums sums, int32_t asked_day, float near)
{
	unsigned any = 0;

	for (size_t i = 0; i < STRETCH_STEP; i++)
		any |= may_reach(sums, i, asked_day, near);
	return any;
}

/* An article that is looked at for others than those of its story. */
static void look_at(struct asking *a, struct best *floors, article_id id, struct candidates *others)
{
	struct candidate candidate = {id, asking_overlap(a, id)};
	struct overlap overlap = candidate.overlap;

	if ((overlap.cosine <= 0 && overlap.people <= 0 && overlap.days <= 0) || id == a->id ||
		asking_same_story(a, id))
		return;
	float most = asking_most(a, id, overlap);
	if (most + ROUNDING < least_of(floors))
		return;
	*vec_push(&a->scratch, others) = candidate;
	/* People whom both mean may be named in neither: without them so much is sure. */
	overlap.people = 0;
	struct related_article floor = {.id = id};
	if (overlap.cosine > 0 || overlap.days > 0)
		floor.relation.score = asking_most(a, id, overlap) - ROUNDING;
	if (floor.relation.score > least_of(floors))
		keep(floors, floor);
}

static void look_at_stretch(struct asking *a, struct best *floors, struct candidates *others)
{
	int32_t day = a->profile.day;

	for (uint32_t i = 0; i < a->count; i++) {
		struct sums sums = sums_from(a, i);
		float near = 2 * (least_of(floors) - ROUNDING);
		if (i % STRETCH_STEP == 0 && a->count - i >= STRETCH_STEP &&
			!may_any_reach(sums, day, near))
			i += STRETCH_STEP - 1;
		else if (may_reach(sums, 0, day, near))
			look_at(a, floors, a->first + i, others);
	}
}

/* Those of the same story, whatever else they share. */
static void add_story(struct asking *a, const struct story *story, struct candidates *candidates)
{
	for (uint32_t i = 0; story && i < story->count; i++) {
		article_id id = story->articles[i];
		if (id != a->id && id >= a->first && id - a->first < a->count)
			*vec_push(&a->scratch, candidates) =
				(struct candidate){id, asking_overlap(a, id)};
	}
}

/* The articles of its story, and others that may be among the best.  least: becomes a score that is
 * reached by as many as are wanted. */
static void find_candidates(struct asking *a, uint32_t limit, struct candidates *of_story,
	struct candidates *others, float *least)
{
	struct best floors = {.epoch = a->epoch, .limit = limit};
	const struct story *story = epoch_story(a->epoch, a->id);

	floors.at = ARENA_ARRAY(&a->scratch, struct related_article, limit);
	while (asking_go_on(a)) {
		add_story(a, story, of_story);
		look_at_stretch(a, &floors, others);
	}
	*least = least_of(&floors);
}

static void weigh(
	struct asking *a, struct best *best, const struct candidate *candidate, float least)
{
	struct related_article related = {.id = candidate->id};
	float most = asking_most(a, candidate->id, candidate->overlap);

	if (most < least || !may_be_kept(best, candidate->id, most))
		return;
	asking_weigh(a, candidate->id, candidate->overlap, &related.relation);
	if (related.relation.score > 0)
		keep(best, related);
}

/* Those of the story first, which are likely to be the best. */
static void weigh_all(struct asking *a, struct best *best)
{
	struct candidates of_story = {.count = 0}, others = {.count = 0};
	float least;

	find_candidates(a, best->limit, &of_story, &others, &least);
	for (uint32_t i = 0; i < of_story.count; i++)
		weigh(a, best, &of_story.at[i], 0);
	for (uint32_t i = 0; i < others.count; i++) {
		if (least_of(best) > least)
			least = least_of(best);
		weigh(a, best, &others.at[i], least);
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
	struct asking *a;

	*related = best.at = ARENA_ARRAY(arena, struct related_article, best.limit);
	if (best.limit == 0)
		return 0;
	a = ARENA_NEW(arena, struct asking);
	asking_begin(a, epoch, id);
	weigh_all(a, &best);
	asking_end(a);
	for (uint32_t i = 0; i < best.count; i++)
		count_versions(epoch, id, &best.at[i]);
	return best.count;
}
