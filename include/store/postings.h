#ifndef DEPECHE_STORE_POSTINGS_H
#define DEPECHE_STORE_POSTINGS_H

/*
 * For each row a list of numbers, all lists in one array: word → articles, actor → articles,
 * stem → words.  Built in two walks over the same things: postings_count each, postings_settle,
 * then postings_put each, in the order in which a row is to hold them.  Lists that share the arrays
 * of others have a patch.
 */

#include "store/patch.h"

struct postings {
	size_t *starts; /* rows + 2; row r is ids[starts[r] .. starts[r + 1]) once all is put;
			   null: all that there is is in the patch */
	uint32_t *ids;
	uint32_t rows;  /* with those of the patch */
	size_t count;   /* of ids, once it is settled */
	uint32_t limit; /* not 0: ids may be any, and a row with one from here on is not read */
	bool or_none;   /* but UINT32_MAX is one that can be there */
	const struct postings_patch *patch; /* null: none */
};

struct postings_patch {
	struct patch rows;
	const uint32_t *order; /* of each row, which one it was, the new ones behind; null: that */
	struct postings others;
};

void postings_init(struct postings *, uint32_t rows, struct arena *);
void postings_settle(struct postings *, struct arena *);

static inline void postings_count(struct postings *postings, uint32_t row)
{
	postings->starts[row + 2]++;
}

static inline void postings_put(struct postings *postings, uint32_t row, uint32_t id)
{
	postings->ids[postings->starts[row + 1]++] = id;
}

/* Whether all are below the limit; with or_none, or UINT32_MAX. */
static inline bool numbers_are_below(
	const uint32_t *numbers, uint64_t count, uint32_t limit, bool or_none)
{
	bool below = true;

	for (uint64_t i = 0; i < count && below; i++)
		below = numbers[i] < limit || (or_none && numbers[i] == UINT32_MAX);
	return below;
}

/* Of those with a patch. */
const uint32_t *postings_patched(const struct postings *, uint32_t row, uint32_t *count);

/* Total: a row that cannot be there is empty. */
static inline const uint32_t *postings_row(
	const struct postings *postings, uint32_t row, uint32_t *count)
{
	*count = 0;
	if (row >= postings->rows)
		return postings->ids;
	if (postings->patch)
		return postings_patched(postings, row, count);
	size_t start = postings->starts[row], end = postings->starts[row + 1];
	if (start > end || end > postings->count)
		return postings->ids;
	if (postings->limit && !numbers_are_below(postings->ids + start, end - start,
				       postings->limit, postings->or_none))
		return postings->ids;
	*count = (uint32_t)(end - start);
	return postings->ids + start;
}

/* How long a row is that holds what it may. */
static inline uint32_t postings_length(const struct postings *postings, uint32_t row)
{
	size_t start, end;
	uint32_t count;

	if (row >= postings->rows)
		return 0;
	if (postings->patch)
		return (void)postings_patched(postings, row, &count), count;
	start = postings->starts[row];
	end = postings->starts[row + 1];
	return start > end || end > postings->count ? 0 : (uint32_t)(end - start);
}

static inline size_t postings_total(const struct postings *postings)
{
	return postings->count;
}

#endif
