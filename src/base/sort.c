#include "base/sort.h"

#include <stdlib.h>

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

void sort_numbers(uint32_t *numbers, uint32_t count)
{
	if (count > 1)
		qsort(numbers, count, sizeof *numbers, by_number);
}

void sort_longs(uint64_t *numbers, uint32_t count)
{
	if (count > 1)
		qsort(numbers, count, sizeof *numbers, by_long);
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
