#include "base/sort.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

static int by_long(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

#define FEW 24u    /* are put in their places one by one */
#define MANY 1024u /* are too many for room on the stack */

/* Where those of each value of a byte begin; false when all have the same one. */
static bool begin_bytes(uint32_t starts[256], uint32_t count)
{
	uint32_t sum = 0;

	for (int value = 0; value < 256; value++) {
		uint32_t here = starts[value];
		if (here == count)
			return false;
		starts[value] = sum;
		sum += here;
	}
	return true;
}

/* By their bytes from that one on, the least first: what was ordered stays so among those that are
 * alike.  Source: Knuth, The Art of Computer Programming, 5.2.5. */
static void sort_bytes(uint64_t *numbers, uint32_t count, int byte)
{
	uint64_t room[MANY];

	for (; byte < 8; byte++) {
		uint32_t starts[256] = {0};
		for (uint32_t i = 0; i < count; i++)
			starts[numbers[i] >> 8 * byte & 0xFF]++;
		if (!begin_bytes(starts, count))
			continue;
		for (uint32_t i = 0; i < count; i++)
			room[starts[numbers[i] >> 8 * byte & 0xFF]++] = numbers[i];
		memcpy(numbers, room, count * sizeof *numbers);
	}
}

static void put_one_by_one(uint64_t *numbers, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++) {
		uint64_t number = numbers[i];
		uint32_t place = i;
		for (; place > 0 && numbers[place - 1] > number; place--)
			numbers[place] = numbers[place - 1];
		numbers[place] = number;
	}
}

static void sort_from(uint64_t *numbers, uint32_t count, int byte)
{
	if (count <= FEW)
		put_one_by_one(numbers, count);
	else if (count <= MANY)
		sort_bytes(numbers, count, byte);
	else
		qsort(numbers, count, sizeof *numbers, by_long);
}

void sort_longs(uint64_t *numbers, uint32_t count)
{
	sort_from(numbers, count, 0);
}

void sort_high(uint64_t *numbers, uint32_t count)
{
	sort_from(numbers, count, 4);
}

void sort_numbers(uint32_t *numbers, uint32_t count)
{
	uint64_t longs[MANY];

	if (count > MANY) {
		qsort(numbers, count, sizeof *numbers, by_number);
		return;
	}
	for (uint32_t i = 0; i < count; i++)
		longs[i] = numbers[i];
	sort_longs(longs, count);
	for (uint32_t i = 0; i < count; i++)
		numbers[i] = (uint32_t)longs[i];
}

uint32_t sort_once(uint32_t *numbers, uint32_t count)
{
	uint32_t kept = 0;

	sort_numbers(numbers, count);
	for (uint32_t i = 0; i < count; i++)
		if (kept == 0 || numbers[kept - 1] != numbers[i])
			numbers[kept++] = numbers[i];
	return kept;
}
