#include "store/patch.h"

/* The slot of a row, or the free one where it belongs. */
static uint32_t slot_of(const struct patch *patch, uint32_t row)
{
	uint32_t slot = (uint32_t)(row * UINT64_C(0x9E3779B97F4A7C15) >> 40);

	for (slot &= patch->slot_count - 1; patch->slots[slot];
		slot = (slot + 1) & (patch->slot_count - 1))
		if (patch->changed[patch->slots[slot] - 1] == row)
			break;
	return slot;
}

struct patch patch_make(uint32_t rows, uint32_t most, struct arena *arena)
{
	struct patch made = {.first = rows};

	if (most > rows)
		most = rows;
	if (most == 0)
		return made;
	/* At most half are taken, so that a search ends soon. */
	for (made.slot_count = 2;
		made.slot_count / 2 < most && made.slot_count < UINT32_C(1) << 31;)
		made.slot_count *= 2;
	made.changed = ARENA_ARRAY(arena, uint32_t, most);
	made.slots = ARENA_ARRAY(arena, uint32_t, made.slot_count);
	return made;
}

void patch_add(struct patch *patch, uint32_t row)
{
	if (row >= patch->first)
		return;
	uint32_t slot = slot_of(patch, row);
	if (patch->slots[slot])
		return;
	patch->changed[patch->changed_count] = row;
	patch->slots[slot] = ++patch->changed_count;
}

uint32_t patch_row(const struct patch *patch, uint32_t row)
{
	if (row >= patch->first)
		return patch->changed_count + (row - patch->first);
	if (patch->changed_count == 0)
		return PATCH_NONE;
	uint32_t place = patch->slots[slot_of(patch, row)];
	return place ? place - 1 : PATCH_NONE;
}
