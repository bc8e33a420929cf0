#include "base/strings.h"

#include "base/map.h"

#include <string.h>

#define SLOTS_FIRST 16u
#define BYTES_FIRST 256u
#define BYTES_MOST (64u << 10)

void strings_init(struct strings *strings, struct arena *arena)
{
	*strings = (struct strings){.arena = arena};
}

uint32_t strings_hash(struct span text)
{
	return (uint32_t)(hash_bytes(text) >> 16);
}

/* The slot of the string, or the free one where it belongs.  There is always a free one. */
static uint32_t slot_of(const struct strings *strings, uint32_t hash, struct span text)
{
	uint32_t mask = strings->slot_count - 1, slot = hash & mask;

	while (strings->slots[slot]) {
		const struct string *string = strings_at(strings, strings->slots[slot] - 1);
		if (string->hash == hash &&
			span_equal((struct span){string->at, string->len}, text))
			break;
		slot = (slot + 1) & mask;
	}
	return slot;
}

static void grow(struct strings *strings)
{
	strings->slot_count = strings->slot_count ? strings->slot_count * 2 : SLOTS_FIRST;
	strings->slots = ARENA_ARRAY(strings->arena, uint32_t, strings->slot_count);
	uint32_t mask = strings->slot_count - 1;
	for (uint32_t i = 0; i < strings->count; i++) {
		uint32_t slot = strings_at(strings, i)->hash & mask;
		while (strings->slots[slot])
			slot = (slot + 1) & mask;
		strings->slots[slot] = i + 1;
	}
}

/* Short strings lie side by side, without a gap. */
static const char *keep(struct strings *strings, struct span text)
{
	if (text.len > strings->room) {
		size_t room = strings->count ? BYTES_MOST : BYTES_FIRST;
		if (text.len > room / 4)
			return arena_copy(strings->arena, text.at, text.len);
		strings->bytes = arena_alloc(strings->arena, room);
		strings->room = room;
	}
	char *at = strings->bytes;
	if (text.len)
		memcpy(at, text.at, text.len);
	strings->bytes += text.len;
	strings->room -= text.len;
	return at;
}

static void add(struct strings *strings, uint32_t hash, struct span text)
{
	uint32_t number = strings->count, block = 0, room = 1u << STRINGS_FIRST;

	if (number >> STRINGS_FIRST) {
		block = 32u - STRINGS_FIRST - (uint32_t)__builtin_clz(number);
		room = 1u << (block + STRINGS_FIRST - 1);
	}
	if (!strings->blocks[block])
		strings->blocks[block] = ARENA_ARRAY(strings->arena, struct string, room);
	strings->blocks[block][number & (room - 1)] =
		(struct string){keep(strings, text), (uint32_t)text.len, hash};
	strings->count++;
}

uint32_t strings_put(struct strings *strings, struct span text)
{
	uint32_t hash = strings_hash(text);

	if ((uint64_t)strings->count * 4 >= (uint64_t)strings->slot_count * 3)
		grow(strings);
	uint32_t slot = slot_of(strings, hash, text);
	if (!strings->slots[slot]) {
		add(strings, hash, text);
		strings->slots[slot] = strings->count;
	}
	return strings->slots[slot] - 1;
}

uint32_t strings_find(const struct strings *strings, struct span text)
{
	if (strings->count == 0)
		return STRINGS_NONE;
	uint32_t slot = slot_of(strings, strings_hash(text), text);
	return strings->slots[slot] ? strings->slots[slot] - 1 : STRINGS_NONE;
}
