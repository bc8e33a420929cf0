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
	return strings_hash_of(hash_bytes(text));
}

static uint64_t slot_make(uint32_t hash, uint32_t number)
{
	return (uint64_t)hash << 32 | (number + 1);
}

static uint32_t slot_number(uint64_t slot)
{
	return (uint32_t)slot - 1;
}

/* The slot of the string, or the free one where it belongs.  There is always a free one.  Strings
 * are far apart in memory: none is looked at but that whose hash is the same. */
static uint32_t slot_of(const struct strings *strings, uint32_t hash, struct span text)
{
	uint32_t mask = strings->slot_count - 1, place = hash & mask;

	for (uint64_t slot; (slot = strings->slots[place]) != 0; place = (place + 1) & mask)
		if (slot >> 32 == hash &&
			span_equal(strings_text(strings, slot_number(slot)), text))
			break;
	return place;
}

static void grow(struct strings *strings)
{
	uint32_t old_count = strings->slot_count;
	const uint64_t *old = strings->slots;

	strings->slot_count = old_count ? old_count * 2 : SLOTS_FIRST;
	strings->slots = ARENA_ARRAY(strings->arena, uint64_t, strings->slot_count);
	uint32_t mask = strings->slot_count - 1;
	for (uint32_t i = 0; i < old_count; i++) {
		uint32_t place = (uint32_t)(old[i] >> 32) & mask;
		if (!old[i])
			continue;
		while (strings->slots[place])
			place = (place + 1) & mask;
		strings->slots[place] = old[i];
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
	struct strings_place place = strings_place(strings->count);

	if (!strings->blocks[place.block])
		strings->blocks[place.block] =
			ARENA_ARRAY(strings->arena, struct string, place.room);
	strings->blocks[place.block][place.at] =
		(struct string){keep(strings, text), (uint32_t)text.len, hash};
	strings->count++;
}

uint32_t strings_put(struct strings *strings, struct span text)
{
	uint32_t hash = strings_hash(text);

	if ((uint64_t)strings->count * 4 >= (uint64_t)strings->slot_count * 3)
		grow(strings);
	uint32_t place = slot_of(strings, hash, text);
	if (!strings->slots[place]) {
		strings->slots[place] = slot_make(hash, strings->count);
		add(strings, hash, text);
	}
	return slot_number(strings->slots[place]);
}

uint32_t strings_find(const struct strings *strings, struct span text)
{
	if (strings->count == 0)
		return STRINGS_NONE;
	uint64_t slot = strings->slots[slot_of(strings, strings_hash(text), text)];
	return slot ? slot_number(slot) : STRINGS_NONE;
}

void strings_fetch_slot(const struct strings *strings, uint32_t hash)
{
	if (strings->count)
		__builtin_prefetch(&strings->slots[hash & (strings->slot_count - 1)]);
}

void strings_fetch_string(const struct strings *strings, uint32_t hash)
{
	if (strings->count == 0)
		return;
	uint64_t slot = strings->slots[hash & (strings->slot_count - 1)];
	if (slot >> 32 == hash && slot)
		__builtin_prefetch(strings_at(strings, slot_number(slot)));
}
