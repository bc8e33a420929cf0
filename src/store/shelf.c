#include "store/shelf.h"

struct shelf shelf_make(const struct shelf_spans *spans, struct arena *arena)
{
	struct shelf shelf = {.count = spans->count};

	shelf.starts = ARENA_ARRAY(arena, uint64_t, (size_t)spans->count + 1);
	for (uint32_t i = 0; i < spans->count; i++)
		shelf.starts[i + 1] = shelf.starts[i] + spans->at[i].len;
	shelf.len = shelf.starts[spans->count];
	shelf.bytes = arena_alloc(arena, shelf.len);
	for (uint32_t i = 0; i < spans->count; i++)
		if (spans->at[i].len)
			memcpy(shelf.bytes + shelf.starts[i], spans->at[i].at, spans->at[i].len);
	return shelf;
}

struct span shelf_ended(const char *string)
{
	struct span span = span_of(string);

	span.len++;
	return span;
}
