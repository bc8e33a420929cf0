#include "store/postings.h"

void postings_init(struct postings *postings, uint32_t rows, struct arena *arena)
{
	*postings = (struct postings){
		.starts = ARENA_ARRAY(arena, size_t, (size_t)rows + 2), .rows = rows};
}

/* After this starts[r + 1] is where row r begins; putting moves it to where the row ends, which
 * is where row r + 1 begins. */
void postings_settle(struct postings *postings, struct arena *arena)
{
	size_t sum = 0;

	for (size_t row = 0; row < postings->rows; row++) {
		size_t count = postings->starts[row + 2];
		postings->starts[row + 1] = sum;
		sum += count;
	}
	/* The row after the last was its count and must not be read as a place. */
	postings->starts[(size_t)postings->rows + 1] = sum;
	postings->ids = ARENA_ARRAY(arena, uint32_t, sum);
	postings->count = sum;
}

const uint32_t *postings_patched(const struct postings *postings, uint32_t row, uint32_t *count)
{
	const struct postings_patch *patch = postings->patch;
	struct postings own = *postings;

	if (patch->order)
		row = patch->order[row];
	uint32_t other = patch_row(&patch->rows, row);
	if (other != PATCH_NONE)
		return postings_row(&patch->others, other, count);
	*count = 0;
	own.patch = NULL;
	return own.starts ? postings_row(&own, row, count) : own.ids;
}
