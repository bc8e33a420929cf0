#include "text/number.h"

const char *number_grouped(uint32_t number, struct arena *arena)
{
	if (number < 10000)
		return arena_format(arena, "%u", (unsigned)number);
	if (number < 1000000)
		return arena_format(
			arena, "%u %03u", (unsigned)(number / 1000), (unsigned)(number % 1000));
	return arena_format(arena, "%u %03u %03u", (unsigned)(number / 1000000),
		(unsigned)(number / 1000 % 1000), (unsigned)(number % 1000));
}
