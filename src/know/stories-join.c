#include "know/stories-join.h"

/* All pairs across two groups. */
struct tie {
	uint32_t a, b; /* groups, as they were called when it was queued */
	float sum, most;
	float queued; /* the score of its valid place in the queue; 0: it is gone */
};

struct place {
	float score;
	uint32_t low, high; /* of the groups' first things */
	uint32_t tie;
};

VEC_OF(uint32_t, tie_list);

struct group {
	struct tie_list ties; /* some of them gone */
	uint32_t size, first;
};

struct joining {
	struct arena arena;
	struct tie *ties;
	struct group *groups; /* by root */
	uint32_t *parents;
	struct map across;       /* two roots → 1 + tie */
	VEC(struct place) queue; /* a heap */
};

uint32_t story_root(uint32_t *first_of, uint32_t thing)
{
	while (first_of[thing] != thing)
		thing = first_of[thing] = first_of[first_of[thing]];
	return thing;
}

void story_unite(uint32_t *first_of, uint32_t a, uint32_t b)
{
	uint32_t x = story_root(first_of, a), y = story_root(first_of, b);

	first_of[x > y ? x : y] = x < y ? x : y;
}

static bool is_before(const struct place *a, const struct place *b)
{
	if (a->score != b->score)
		return a->score > b->score;
	if (a->low != b->low)
		return a->low < b->low;
	return a->high < b->high;
}

static void swap(struct place *a, struct place *b)
{
	struct place kept = *a;

	*a = *b;
	*b = kept;
}

static void push(struct joining *j, struct place place)
{
	uint32_t at = j->queue.count;

	*vec_push(&j->arena, &j->queue) = place;
	while (at > 0 && is_before(&j->queue.at[at], &j->queue.at[(at - 1) / 2])) {
		swap(&j->queue.at[at], &j->queue.at[(at - 1) / 2]);
		at = (at - 1) / 2;
	}
}

static struct place pop(struct joining *j)
{
	struct place best = j->queue.at[0];
	uint32_t at = 0, count = --j->queue.count;

	j->queue.at[0] = j->queue.at[count];
	for (;;) {
		uint32_t child = 2 * at + 1;
		if (child + 1 < count && is_before(&j->queue.at[child + 1], &j->queue.at[child]))
			child++;
		if (child >= count || !is_before(&j->queue.at[child], &j->queue.at[at]))
			return best;
		swap(&j->queue.at[at], &j->queue.at[child]);
		at = child;
	}
}

static uint64_t across_key(uint32_t a, uint32_t b)
{
	return a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

/* What the tie is worth now. */
static struct place place_of(struct joining *j, uint32_t number)
{
	struct tie *tie = &j->ties[number];

	tie->a = story_root(j->parents, tie->a);
	tie->b = story_root(j->parents, tie->b);
	const struct group *a = &j->groups[tie->a], *b = &j->groups[tie->b];
	float mean = tie->sum / ((float)a->size * (float)b->size);
	return (struct place){(tie->most + mean) / 2, a->first < b->first ? a->first : b->first,
		a->first < b->first ? b->first : a->first, number};
}

static void queue(struct joining *j, uint32_t number, float threshold)
{
	struct place place = place_of(j, number);

	/* One that is not queued comes back only when pairs are added to it. */
	j->ties[number].queued = place.score;
	if (place.score >= threshold)
		push(j, place);
}

/* The ties of the group that goes become those of the one that stays. */
static void take_ties(struct joining *j, uint32_t stays, uint32_t goes, float threshold)
{
	struct tie_list *from = &j->groups[goes].ties;
	bool made;

	for (uint32_t i = 0; i < from->count; i++) {
		struct tie *tie = &j->ties[from->at[i]];
		uint32_t a = story_root(j->parents, tie->a), b = story_root(j->parents, tie->b);
		if (tie->queued == 0)
			continue;
		if (a == b) {
			tie->queued = 0;
			continue;
		}
		struct map_entry *entry =
			map_put_number(&j->across, across_key(stays, a == stays ? b : a), &made);
		if (made) {
			entry->value = from->at[i];
			*vec_push(&j->arena, &j->groups[stays].ties) = from->at[i];
		} else {
			j->ties[entry->value].sum += tie->sum;
			if (tie->most > j->ties[entry->value].most)
				j->ties[entry->value].most = tie->most;
			tie->queued = 0;
		}
		queue(j, entry->value, threshold);
	}
}

static void join(struct joining *j, uint32_t a, uint32_t b, float threshold)
{
	bool more = j->groups[a].ties.count > j->groups[b].ties.count ||
		    (j->groups[a].ties.count == j->groups[b].ties.count && a < b);
	uint32_t stays = more ? a : b, goes = more ? b : a;

	j->parents[goes] = stays;
	j->groups[stays].size += j->groups[goes].size;
	if (j->groups[goes].first < j->groups[stays].first)
		j->groups[stays].first = j->groups[goes].first;
	take_ties(j, stays, goes, threshold);
}

static void begin(struct joining *j, const struct story_pair *pairs, uint32_t pair_count,
	uint32_t count, float threshold)
{
	arena_init(&j->arena);
	map_init(&j->across, &j->arena);
	j->ties = ARENA_ARRAY(&j->arena, struct tie, pair_count);
	j->groups = ARENA_ARRAY(&j->arena, struct group, count);
	j->parents = ARENA_ARRAY(&j->arena, uint32_t, count);
	for (uint32_t i = 0; i < count; i++) {
		j->parents[i] = i;
		j->groups[i].size = 1;
		j->groups[i].first = i;
	}
	for (uint32_t i = 0; i < pair_count; i++) {
		const struct story_pair *pair = &pairs[i];
		bool made;
		struct map_entry *entry =
			map_put_number(&j->across, across_key(pair->a, pair->b), &made);
		if (!made || pair->a == pair->b)
			continue;
		entry->value = i;
		j->ties[i] = (struct tie){pair->a, pair->b, pair->chance, pair->chance, 0};
		*vec_push(&j->arena, &j->groups[pair->a].ties) = i;
		*vec_push(&j->arena, &j->groups[pair->b].ties) = i;
		queue(j, i, threshold);
	}
}

void story_join(const struct story_pair *pairs, uint32_t pair_count, uint32_t count,
	float threshold, uint32_t *first_of)
{
	struct joining j = {.queue = {0}};

	begin(&j, pairs, pair_count, count, threshold);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t a = story_root(j.parents, first_of[i]), b = story_root(j.parents, i);
		if (a != b)
			join(&j, a, b, threshold);
	}
	while (j.queue.count > 0) {
		struct place best = pop(&j);
		struct tie *tie = &j.ties[best.tie];
		if (tie->queued != best.score)
			continue;
		struct place now = place_of(&j, best.tie);
		if (tie->a == tie->b)
			tie->queued = 0;
		else if (now.score != best.score || now.low != best.low || now.high != best.high)
			queue(&j, best.tie, threshold);
		else
			join(&j, tie->a, tie->b, threshold);
	}
	for (uint32_t i = 0; i < count; i++)
		first_of[i] = j.groups[story_root(j.parents, i)].first;
	arena_clear(&j.arena);
}
