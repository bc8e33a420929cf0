#include "store/epoch-steps.h"

#include "text/fold.h"
#include "text/script.h"
#include "text/word.h"

#include <stdlib.h>
#include <string.h>

/* An actor in one article. */
struct presence {
	uint32_t actor, times, first; /* first: its place among the article's mentions */
	bool named;
};

/* Most mentioned first; those who are only meant by a function last. */
static int by_times(const void *a, const void *b)
{
	const struct presence *x = a, *y = b;

	if (x->named != y->named)
		return x->named ? -1 : 1;
	if (x->times != y->times)
		return x->times > y->times ? -1 : 1;
	return x->first < y->first ? -1 : x->first > y->first;
}

/* The distinct actors of an article; places: of each actor 1 + its place in the row, all 0
 * before and after. */
static uint32_t presences(
	const struct facts *facts, uint32_t *places, struct presence **row, struct arena *arena)
{
	struct presence *found = ARENA_ARRAY(arena, struct presence, facts->mention_count);
	uint32_t count = 0;

	for (uint32_t i = 0; i < facts->mention_count; i++) {
		const struct mention *mention = &facts->mentions[i];
		uint32_t *place = &places[mention->actor];
		if (*place == 0) {
			found[count] = (struct presence){.actor = mention->actor, .first = i};
			*place = ++count;
		}
		found[*place - 1].times += mention->how == HOW_NAME;
		found[*place - 1].named |= mention->how == HOW_NAME;
	}
	for (uint32_t i = 0; i < count; i++)
		places[found[i].actor] = 0;
	if (count > 1)
		qsort(found, count, sizeof *found, by_times);
	*row = found;
	return count;
}

static void place_people(
	struct epoch *epoch, struct facts *facts, uint32_t *places, struct arena *scratch)
{
	struct presence *row;
	uint32_t count = presences(facts, places, &row, scratch);
	uint32_t *people = ARENA_ARRAY(&epoch->raw->arena, uint32_t, count);

	for (uint32_t i = 0; i < count; i++) {
		postings_count(&epoch->meant, row[i].actor);
		if (!row[i].named)
			continue;
		epoch->actor_articles[row[i].actor]++;
		people[facts->people_count++] = row[i].actor;
	}
	facts->people = people;
}

/* The same by article. */
static void lay_people(struct epoch *epoch)
{
	const struct facts *facts = epoch->raw->facts;

	postings_init(&epoch->named, epoch->count, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		for (uint32_t i = 0; i < facts[id].people_count; i++)
			postings_count(&epoch->named, id);
	postings_settle(&epoch->named, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		for (uint32_t i = 0; i < facts[id].people_count; i++)
			postings_put(&epoch->named, id, facts[id].people[i]);
}

static void fill_actors(struct epoch *epoch, struct arena *scratch)
{
	article_id *last = ARENA_ARRAY(scratch, article_id, epoch->actor_count);

	for (article_id id = 0; id < epoch->count; id++) {
		const struct facts *facts = &epoch->raw->facts[id];
		for (uint32_t i = 0; i < facts->mention_count; i++) {
			uint32_t actor = facts->mentions[i].actor;
			if (last[actor] == id + 1)
				continue;
			last[actor] = id + 1;
			postings_put(&epoch->meant, actor, id);
		}
	}
}

/* The first actor who asks has the name: the one in most articles. */
static void put_name(struct map *map, struct span name, uint32_t actor)
{
	bool made;
	struct map_entry *entry = map_put(map, name, &made);

	if (made)
		entry->value = actor;
}

/* A word of an actor's name, by its spelling key. */
struct keyed {
	uint32_t row, actor;
};

VEC_OF(struct keyed, keyed_names);

static void key_name(
	struct epoch *epoch, uint32_t actor, struct keyed_names *keyed, struct arena *scratch)
{
	struct span name = span_of(epoch->raw->people.actors[actor].name);
	struct words it = words_of(name);
	struct word word;

	while (words_next(&it, &word)) {
		struct span key = script_key(span_cut(name, word.start, word.end), scratch);
		struct map_entry *entry = map_put(&epoch->raw->keys, key, NULL);
		*vec_push(scratch, keyed) =
			(struct keyed){(uint32_t)(entry - epoch->raw->keys.entries), actor};
	}
}

static void index_keys(struct epoch *epoch, struct arena *scratch)
{
	struct keyed_names keyed = {0};

	map_init(&epoch->raw->keys, &epoch->raw->arena);
	for (uint32_t actor = 0; actor < epoch->actor_count; actor++)
		key_name(epoch, actor, &keyed, scratch);
	postings_init(&epoch->key_actors, epoch->raw->keys.count, &epoch->arena);
	for (uint32_t i = 0; i < keyed.count; i++)
		postings_count(&epoch->key_actors, keyed.at[i].row);
	postings_settle(&epoch->key_actors, &epoch->arena);
	for (uint32_t i = 0; i < keyed.count; i++)
		postings_put(&epoch->key_actors, keyed.at[i].row, keyed.at[i].actor);
}

static void index_names(struct epoch *epoch, struct arena *scratch)
{
	map_init(&epoch->raw->slugs, &epoch->raw->arena);
	map_init(&epoch->raw->names, &epoch->raw->arena);
	for (uint32_t i = 0; i < epoch->actor_count; i++) {
		const struct actor *actor = &epoch->raw->people.actors[i];
		put_name(&epoch->raw->slugs, span_of(actor->slug), i);
		put_name(&epoch->raw->names, fold(span_of(actor->name), scratch), i);
		for (uint32_t f = 0; f < actor->form_count; f++)
			put_name(&epoch->raw->names, fold(span_of(actor->forms[f]), scratch), i);
	}
}

void epoch_index_actors(struct epoch *epoch)
{
	uint32_t count = epoch->actor_count;
	struct arena scratch;

	arena_init(&scratch);
	uint32_t *places = ARENA_ARRAY(&scratch, uint32_t, count);
	epoch->actor_articles = ARENA_ARRAY(&epoch->arena, uint32_t, count);
	postings_init(&epoch->meant, count, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++) {
		struct arena_mark mark = arena_mark(&scratch);
		place_people(epoch, &epoch->raw->facts[id], places, &scratch);
		arena_rewind(&scratch, mark);
	}
	postings_settle(&epoch->meant, &epoch->arena);
	fill_actors(epoch, &scratch);
	lay_people(epoch);
	index_names(epoch, &scratch);
	index_keys(epoch, &scratch);
	epoch->slugs = dictionary_make(&epoch->raw->slugs, &epoch->arena);
	epoch->names = dictionary_make(&epoch->raw->names, &epoch->arena);
	epoch->keys = dictionary_make(&epoch->raw->keys, &epoch->arena);
	arena_clear(&scratch);
}
