#include "base/map.h"

#include "base/vec.h"

#include <string.h>

#define FIRST_SLOTS 16u

static uint64_t rotate(uint64_t x, int bits)
{
	return x << bits | x >> (64 - bits);
}

/* Four or eight bytes as a little-endian number, on any machine: compilers see one load. */
static uint64_t load_four(const unsigned char *at)
{
	return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 |
	       (uint64_t)at[3] << 24;
}

static uint64_t load_le(const unsigned char *at)
{
	return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 |
	       (uint64_t)at[3] << 24 | (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 |
	       (uint64_t)at[6] << 48 | (uint64_t)at[7] << 56;
}

/* The same of fewer than eight; what is loaded twice falls on itself. */
static uint64_t load_tail(const unsigned char *at, size_t len)
{
	if (len >= 4)
		return load_four(at) | load_four(at + len - 4) << (8 * (len - 4));
	if (len == 0)
		return 0;
	return (uint64_t)at[0] | (uint64_t)at[len / 2] << (8 * (len / 2)) |
	       (uint64_t)at[len - 1] << (8 * (len - 1));
}

uint64_t hash_mix(uint64_t a, uint64_t b)
{
	uint64_t x = (a ^ rotate(b, 29)) * UINT64_C(0x9e3779b97f4a7c15);

	x ^= x >> 32;
	x *= UINT64_C(0xd6e8feb86659fd93);
	return x ^ x >> 29;
}

uint64_t hash_bytes(struct span span)
{
	const unsigned char *at = (const unsigned char *)span.at;
	uint64_t hash = span.len;
	size_t left = span.len;

	for (; left >= 8; left -= 8, at += 8)
		hash = hash_mix(hash, load_le(at));
	return hash_mix(hash, load_tail(at, left));
}

/* Four chains, none of which waits for another; no step of them loses anything. */
uint64_t hash_long(struct span span)
{
	const unsigned char *at = (const unsigned char *)span.at;
	uint64_t lanes[4] = {span.len, 1, 2, 3};
	size_t left = span.len;

	for (; left >= 32; left -= 32, at += 32)
		for (size_t i = 0; i < 4; i++)
			lanes[i] = rotate(
				(lanes[i] ^ load_le(at + 8 * i)) * UINT64_C(0x9e3779b97f4a7c15),
				29);
	for (size_t i = 1; i < 4; i++)
		lanes[0] = hash_mix(lanes[0], lanes[i]);
	return hash_mix(lanes[0], hash_bytes((struct span){(const char *)at, left}));
}

static void sip_round(uint64_t v[4])
{
	v[0] += v[1];
	v[2] += v[3];
	v[1] = rotate(v[1], 13) ^ v[0];
	v[3] = rotate(v[3], 16) ^ v[2];
	v[0] = rotate(v[0], 32);
	v[2] += v[1];
	v[0] += v[3];
	v[1] = rotate(v[1], 17) ^ v[2];
	v[3] = rotate(v[3], 21) ^ v[0];
	v[2] = rotate(v[2], 32);
}

static void sip_take(uint64_t v[4], uint64_t word)
{
	v[3] ^= word;
	sip_round(v);
	sip_round(v);
	v[0] ^= word;
}

static uint64_t sip_give(uint64_t v[4])
{
	for (int i = 0; i < 4; i++)
		sip_round(v);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}

struct digest digest_of(struct span span)
{
	/* The initial state for an all-zero key, the second word marked for 128 bits of output. */
	uint64_t v[4] = {UINT64_C(0x736f6d6570736575), UINT64_C(0x646f72616e646f6d) ^ 0xee,
		UINT64_C(0x6c7967656e657261), UINT64_C(0x7465646279746573)};
	const unsigned char *at = (const unsigned char *)span.at;
	size_t left = span.len;

	for (; left >= 8; left -= 8, at += 8)
		sip_take(v, load_le(at));
	sip_take(v, (uint64_t)span.len << 56 | load_tail(at, left));
	v[2] ^= 0xee;
	uint64_t high = sip_give(v);
	v[1] ^= 0xdd;
	return (struct digest){high, sip_give(v)};
}

void map_init(struct map *map, struct arena *arena)
{
	*map = (struct map){.arena = arena};
}

/* The slot of the key, or the free one where it belongs.  There is always a free one. */
static uint32_t slot_of(const struct map *map, uint64_t hash, struct span key)
{
	uint32_t mask = map->slot_count - 1;
	uint32_t slot = (uint32_t)(hash >> 7) & mask;

	while (map->slots[slot]) {
		const struct map_entry *entry = &map->entries[map->slots[slot] - 1];
		if (entry->hash == hash && span_equal(entry->key, key))
			break;
		slot = (slot + 1) & mask;
	}
	return slot;
}

static void grow(struct map *map)
{
	map->slot_count = map->slot_count ? map->slot_count * 2 : FIRST_SLOTS;
	map->slots = ARENA_ARRAY(map->arena, uint32_t, map->slot_count);
	for (uint32_t i = 0; i < map->count; i++)
		map->slots[slot_of(map, map->entries[i].hash, map->entries[i].key)] = i + 1;
}

static struct map_entry *put(struct map *map, uint64_t hash, struct span key, bool *made)
{
	if ((uint64_t)map->count * 4 >= (uint64_t)map->slot_count * 3)
		grow(map);
	uint32_t slot = slot_of(map, hash, key);
	bool is_new = map->slots[slot] == 0;
	if (is_new) {
		map->entries = vec_room(
			map->arena, map->entries, map->count, &map->room, sizeof *map->entries);
		if (!map->borrows || key.len == 0)
			key = key.len ? arena_span(map->arena, key) : SPAN("");
		map->entries[map->count] = (struct map_entry){hash, key, 0};
		map->slots[slot] = ++map->count;
	}
	if (made)
		*made = is_new;
	return &map->entries[map->slots[slot] - 1];
}

struct map_entry *map_put(struct map *map, struct span key, bool *made)
{
	return put(map, hash_bytes(key), key, made);
}

struct map_entry *map_put_number(struct map *map, uint64_t key, bool *made)
{
	return put(map, key * UINT64_C(0x9e3779b97f4a7c15), SPAN(""), made);
}

static const struct map_entry *get(const struct map *map, uint64_t hash, struct span key)
{
	if (map->count == 0)
		return NULL;
	uint32_t index = map->slots[slot_of(map, hash, key)];
	return index ? &map->entries[index - 1] : NULL;
}

const struct map_entry *map_get(const struct map *map, struct span key)
{
	return get(map, hash_bytes(key), key);
}

const struct map_entry *map_get_number(const struct map *map, uint64_t key)
{
	return get(map, key * UINT64_C(0x9e3779b97f4a7c15), SPAN(""));
}
