#include "store/epoch-parts.h"

#include "text/fold.h"
#include "text/script.h"
#include "text/word.h"

#define NAME_WORDS_MOST 16u

/* Whether each of the keys stands in the actor's row of them. */
static bool has_keys(
	const struct epoch *epoch, uint32_t actor, const uint32_t *rows, uint32_t row_count)
{
	for (uint32_t i = 0; i < row_count; i++) {
		uint32_t count, low = 0;
		const uint32_t *actors = postings_row(&epoch->key_actors, rows[i], &count);
		while (low < count) {
			uint32_t middle = low + (count - low) / 2;
			if (actors[middle] < actor)
				low = middle + 1;
			else
				count = middle;
		}
		uint32_t all;
		postings_row(&epoch->key_actors, rows[i], &all);
		if (low == all || actors[low] != actor)
			return false;
	}
	return true;
}

/* A given name alone means nobody. */
static bool is_surname(const struct actor *actor, struct span key, struct arena *scratch)
{
	struct span surname = span_of(actor->surname);
	struct word word;

	for (struct words it = words_of(surname); words_next(&it, &word);)
		if (span_equal(script_key(span_cut(surname, word.start, word.end), scratch), key))
			return true;
	return false;
}

/* The actor in most articles whose name has every word of this one, by their keys. */
static uint32_t find_by_key(const struct epoch *epoch, struct span name, struct arena *scratch)
{
	uint32_t rows[NAME_WORDS_MOST], row_count = 0, count;
	struct words it = words_of(name);
	struct span key = SPAN("");
	struct word word;

	while (words_next(&it, &word)) {
		key = script_key(span_cut(name, word.start, word.end), scratch);
		uint32_t row = key.len ? dictionary_find(&epoch->keys, key) : DICTIONARY_NONE;
		if (row == DICTIONARY_NONE || row_count == NAME_WORDS_MOST)
			return ACTOR_NONE;
		rows[row_count++] = row;
	}
	if (row_count == 0)
		return ACTOR_NONE;
	const uint32_t *actors = postings_row(&epoch->key_actors, rows[0], &count);
	for (uint32_t i = 0; i < count; i++)
		if (has_keys(epoch, actors[i], rows, row_count) &&
			(row_count > 1 || is_surname(epoch_actor(epoch, actors[i]), key, scratch)))
			return actors[i];
	return ACTOR_NONE;
}

uint32_t epoch_actor_find(const struct epoch *epoch, struct span name)
{
	struct arena scratch;
	struct span trimmed = span_trim(name);
	uint32_t actor = dictionary_get(&epoch->slugs, trimmed);

	arena_init(&scratch);
	if (actor == DICTIONARY_NONE)
		actor = dictionary_get(&epoch->names, fold(trimmed, &scratch));
	if (actor == DICTIONARY_NONE)
		actor = find_by_key(epoch, trimmed, &scratch);
	arena_clear(&scratch);
	return actor < epoch->actor_count ? actor : ACTOR_NONE;
}
