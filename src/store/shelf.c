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

struct shelf shelf_extend(const struct shelf *first, const struct shelf *more, struct arena *arena)
{
	struct shelf made = *first;
	struct shelf_patch *patch = ARENA_NEW(arena, struct shelf_patch);

	if (more->count == 0)
		return made;
	patch->rows = patch_make(first->count, 0, arena);
	patch->others = *more;
	patch->others.starts =
		arena_copy(arena, more->starts, ((size_t)more->count + 1) * sizeof *more->starts);
	patch->others.bytes = arena_copy(arena, more->bytes, more->len);
	made.count += more->count;
	made.patch = patch;
	return made;
}

struct span shelf_ended(const char *string)
{
	struct span span = span_of(string);

	span.len++;
	return span;
}

struct span shelf_patched(const struct shelf *shelf, uint32_t number)
{
	uint32_t row = patch_row(&shelf->patch->rows, number);
	struct shelf own = *shelf;

	if (row != PATCH_NONE)
		return shelf_at(&shelf->patch->others, row);
	own.patch = NULL;
	return own.starts ? shelf_at(&own, number) : SPAN("");
}
