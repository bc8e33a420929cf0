#include "text/table.h"

#include "base/map.h"

#include <string.h>

/* Eight bytes as a number that orders as they do. */
static uint64_t head_of(const char *at)
{
	const unsigned char *bytes = (const unsigned char *)at;

	return (uint64_t)bytes[0] << 56 | (uint64_t)bytes[1] << 48 | (uint64_t)bytes[2] << 40 |
	       (uint64_t)bytes[3] << 32 | (uint64_t)bytes[4] << 24 | (uint64_t)bytes[5] << 16 |
	       (uint64_t)bytes[6] << 8 | (uint64_t)bytes[7];
}

/* The same of a word, as if zeros followed it. */
static uint64_t head_of_word(struct span word)
{
	uint64_t head = 0;

	if (word.len >= TABLE_HEAD)
		return head_of(word.at);
	for (size_t i = 0; i < word.len; i++)
		head |= (uint64_t)(unsigned char)word.at[i] << (56 - 8 * i);
	return head;
}

/* Bytewise, as strcmp; a zero in the word is a byte like others. */
static int order_of(const char *row, size_t each, struct span word)
{
	size_t len = strnlen(row, each);
	size_t common = len < word.len ? len : word.len;
	int order = common ? memcmp(row, word.at, common) : 0;

	return order ? order : (len > word.len) - (len < word.len);
}

size_t table_place(const void *rows, size_t count, size_t each, struct span word)
{
	const char *first = rows;
	uint64_t head = head_of_word(word);
	size_t low = 0;

	/* Halving without a branch that could be guessed wrong. */
	for (size_t left = count; left > 0;) {
		size_t half = left / 2;
		bool before = head_of(first + (low + half) * each) < head;
		low = before ? low + half + 1 : low;
		left = before ? left - half - 1 : half;
	}
	while (low < count && head_of(first + low * each) == head &&
		order_of(first + low * each, each, word) < 0)
		low++;
	return low;
}

bool table_is(const void *row, size_t each, struct span word)
{
	const char *string = row;

	return word.len < each && (word.len == 0 || memcmp(string, word.at, word.len) == 0) &&
	       string[word.len] == '\0';
}

const void *table_find(const void *rows, size_t count, size_t each, struct span word)
{
	size_t place = table_place(rows, count, each, word);
	const char *row = (const char *)rows + place * each;

	return place < count && table_is(row, each, word) ? row : NULL;
}

struct table_index table_index(const void *rows, size_t each, size_t room, struct arena *arena)
{
	struct table_index index = {.rows = rows, .each = each, .mask = 15};

	while (index.mask < room * 2)
		index.mask = index.mask * 2 + 1;
	index.slots = ARENA_ARRAY(arena, uint16_t, index.mask + 1);
	return index;
}

/* The slot of the word, or the free one where it belongs. */
static uint32_t slot_of(const struct table_index *index, struct span word)
{
	uint32_t slot = (uint32_t)(hash_bytes(word) >> 20) & index->mask;

	while (index->slots[slot]) {
		const char *row = index->rows + (index->slots[slot] - 1u) * index->each;
		if (table_is(row, index->each, word))
			break;
		slot = (slot + 1) & index->mask;
	}
	return slot;
}

void table_index_add(struct table_index *index, size_t place)
{
	const char *row = index->rows + place * index->each;

	index->slots[slot_of(index, span_of(row))] = (uint16_t)(place + 1);
}

const void *table_index_find(const struct table_index *index, struct span word)
{
	uint16_t found = index->slots[slot_of(index, word)];

	return found ? index->rows + (found - 1u) * index->each : NULL;
}
