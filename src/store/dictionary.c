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
	uint32_t before = old->keys.count, count = before + more->count;
	struct dictionary made = {.slot_count = old->slot_count ? old->slot_count : 8};
	struct shelf_spans keys = {.count = 0};
	struct arena scratch;

	arena_init(&scratch);
	while (made.slot_count / 2 < count)
		made.slot_count *= 2;
	made.values = ARENA_ARRAY(arena, uint32_t, count);
	made.slots = ARENA_ARRAY(arena, uint32_t, made.slot_count);
	for (uint32_t i = 0; i < count; i++) {
		const struct map_entry *entry = i < before ? NULL : &more->entries[i - before];
		struct span key = entry ? entry->key : shelf_at(&old->keys, i);
		*vec_push(&scratch, &keys) = key;
		made.values[i] = entry ? entry->value : old->values[i];
		put_slot(&made, key, i);
	}
	made.keys = shelf_make(&keys, arena);
	arena_clear(&scratch);
	return made;
}

uint32_t dictionary_find(const struct dictionary *dictionary, struct span key)
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

uint32_t dictionary_get(const struct dictionary *dictionary, struct span key)
{
	uint32_t place = dictionary_find(dictionary, key);

	return place == DICTIONARY_NONE ? DICTIONARY_NONE : dictionary->values[place];
}
