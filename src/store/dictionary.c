#include "store/dictionary.h"

static uint32_t first_slot(const struct dictionary *dictionary, struct span key)
{
	return (uint32_t)(hash_bytes(key) >> 7) & (dictionary->slot_count - 1);
}

static void put_slot(struct dictionary *dictionary, struct span key, uint32_t place)
{
	uint32_t slot = first_slot(dictionary, key);

	while (dictionary->slots[slot])
		slot = (slot + 1) & (dictionary->slot_count - 1);
	dictionary->slots[slot] = place + 1;
}

struct dictionary dictionary_make(const struct map *map, struct arena *arena)
{
	struct dictionary made = {.slot_count = map->slot_count};
	struct shelf_spans keys = {.count = 0};
	struct arena scratch;

	arena_init(&scratch);
	made.values = ARENA_ARRAY(arena, uint32_t, map->count);
	made.slots = ARENA_ARRAY(arena, uint32_t, made.slot_count);
	for (uint32_t i = 0; i < map->count; i++) {
		*vec_push(&scratch, &keys) = map->entries[i].key;
		made.values[i] = map->entries[i].value;
		put_slot(&made, map->entries[i].key, i);
	}
	made.keys = shelf_make(&keys, arena);
	arena_clear(&scratch);
	return made;
}

struct dictionary dictionary_extend(
	const struct dictionary *old, const struct map *more, struct arena *arena)
{
	struct dictionary made = *old, *behind = ARENA_NEW(arena, struct dictionary);

	if (more->count == 0)
		return made;
	*behind = dictionary_make(more, arena);
	made.keys = shelf_extend(&old->keys, &behind->keys, arena);
	made.behind = behind;
	return made;
}

/* Of the keys that are its own, where the others are behind. */
static uint32_t find_own(const struct dictionary *dictionary, struct span key)
{
	if (dictionary->slot_count == 0)
		return DICTIONARY_NONE;
	uint32_t slot = first_slot(dictionary, key);
	for (uint32_t tried = 0; tried < dictionary->slot_count; tried++) {
		uint32_t place = dictionary->slots[slot];
		if (place == 0)
			return DICTIONARY_NONE;
		if (place <= dictionary->keys.count &&
			span_equal(shelf_at(&dictionary->keys, place - 1), key))
			return place - 1;
		slot = (slot + 1) & (dictionary->slot_count - 1);
	}
	return DICTIONARY_NONE;
}

/* How many keys are its own. */
static uint32_t own_count(const struct dictionary *dictionary)
{
	return dictionary->keys.count - (dictionary->behind ? dictionary->behind->keys.count : 0);
}

uint32_t dictionary_find(const struct dictionary *dictionary, struct span key)
{
	uint32_t place = find_own(dictionary, key);

	if (place != DICTIONARY_NONE || !dictionary->behind)
		return place;
	place = find_own(dictionary->behind, key);
	return place == DICTIONARY_NONE ? place : own_count(dictionary) + place;
}

uint32_t dictionary_get(const struct dictionary *dictionary, struct span key)
{
	uint32_t place = dictionary_find(dictionary, key), own = own_count(dictionary);

	if (place == DICTIONARY_NONE)
		return place;
	return place < own ? dictionary->values[place] : dictionary->behind->values[place - own];
}
