#include "store/dictionary.h"

static uint32_t first_slot(const struct dictionary *dictionary, struct span key)
{
	return (uint32_t)(hash_bytes(key) >> 7) & (dictionary->slot_count - 1);
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
		uint32_t slot = first_slot(&made, map->entries[i].key);
		while (made.slots[slot])
			slot = (slot + 1) & (made.slot_count - 1);
		made.slots[slot] = i + 1;
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
