#include "store/extend.h"

#include "base/varint.h"
#include "store/steps.h"

void *extend_array(const void *a, size_t a_count, const void *b, size_t b_count, size_t each,
	struct arena *arena)
{
	char *both = arena_array(arena, a_count + b_count, each);

	if (a_count)
		memcpy(both, a, a_count * each);
	if (b_count)
		memcpy(both + a_count * each, b, b_count * each);
	return both;
}

void *extend_wider(const void *a, size_t count, size_t total, size_t each, struct arena *arena)
{
	void *wider = arena_array(arena, total, each);

	if (count)
		memcpy(wider, a, count * each);
	return wider;
}

struct shelf extend_shelf(const struct shelf *a, const struct shelf *b, struct arena *arena)
{
	struct shelf both = {.count = a->count + b->count, .len = a->len + b->len};

	both.bytes = extend_array(a->bytes, a->len, b->bytes, b->len, 1, arena);
	both.starts = extend_array(
		a->starts, a->count, b->starts, (size_t)b->count + 1, sizeof *both.starts, arena);
	for (uint32_t i = 0; i <= b->count; i++)
		both.starts[a->count + i] += a->len;
	return both;
}

static uint32_t row_now(const uint32_t *row_of, uint32_t row)
{
	return row_of ? row_of[row] : row;
}

struct postings extend_postings(const struct postings *from, const uint32_t *row_of, uint32_t rows,
	const struct additions *more, struct arena *arena)
{
	struct postings made;
	uint32_t count;

	postings_init(&made, rows, arena);
	for (uint32_t row = 0; row < from->rows; row++) {
		postings_row(from, row, &count);
		made.starts[row_now(row_of, row) + 2] += count;
	}
	for (uint32_t i = 0; i < more->count; i++)
		postings_count(&made, more->at[i].row);
	postings_settle(&made, arena);
	for (uint32_t row = 0; row < from->rows; row++) {
		const uint32_t *ids = postings_row(from, row, &count);
		for (uint32_t i = 0; i < count; i++)
			postings_put(&made, row_now(row_of, row), ids[i]);
	}
	for (uint32_t i = 0; i < more->count; i++)
		postings_put(&made, more->at[i].row, more->at[i].id);
	made.or_none = from->or_none;
	return made;
}

/* A row with numbers behind it. */
static struct span row_with(
	struct span row, const uint32_t *ids, uint32_t count, struct arena *arena)
{
	struct steps steps = steps_of(row);
	uint32_t id = 0, least = 0;
	struct buf buf;

	while (steps_next(&steps, UINT32_MAX, &id))
		least = id + 1;
	buf_init(&buf, arena);
	buf_add(&buf, row);
	for (uint32_t i = 0; i < count; least = ids[i++] + 1)
		varint_put(&buf, ids[i] - least);
	return buf_span(&buf);
}

struct shelf extend_steps(
	const struct shelf *from, uint32_t rows, const struct additions *more, struct arena *arena)
{
	static const struct postings none = {.rows = 0};
	struct shelf_spans spans = {.count = 0};
	struct arena scratch;
	uint32_t count;

	arena_init(&scratch);
	struct postings added = extend_postings(&none, NULL, rows, more, &scratch);
	for (uint32_t row = 0; row < rows; row++) {
		const uint32_t *ids = postings_row(&added, row, &count);
		struct span old = shelf_at(from, row);
		*vec_push(&scratch, &spans) = count ? row_with(old, ids, count, &scratch) : old;
	}
	struct shelf made = shelf_make(&spans, arena);
	arena_clear(&scratch);
	return made;
}

/* places: of each fresh string, in their order, before how many of the old ones it comes. */
static uint32_t *merge_sorted(const struct lexicon_view *base, const uint32_t *places,
	uint32_t fresh, struct arena *arena)
{
	uint32_t *sorted = ARENA_ARRAY(arena, uint32_t, (size_t)base->count + fresh);
	uint32_t at = 0;

	for (uint32_t i = 0, old = 0; i <= fresh; i++) {
		uint32_t until = i < fresh ? places[i] : base->count;
		while (old < until)
			sorted[at++] = base->sorted[old++];
		if (i < fresh)
			sorted[at++] = base->count + i;
	}
	return sorted;
}

/* Strings that are not there yet are numbered in their order, so that they need no sorting. */
struct lexicon_view extend_lexicon(const struct lexicon_view *base, const struct lexicon_view *more,
	uint32_t **numbers, struct arena *arena, struct arena *scratch)
{
	struct lexicon_view made = {.count = base->count};
	uint32_t *places = ARENA_ARRAY(scratch, uint32_t, more->count);
	struct shelf_spans fresh = {.count = 0};

	*numbers = ARENA_ARRAY(scratch, uint32_t, more->count);
	for (uint32_t i = 0; i < more->count; i++) {
		uint32_t number = more->sorted[i], past;
		struct span text = view_text(more, number);
		(*numbers)[number] = view_find(base, text);
		if ((*numbers)[number] != LEXICON_NONE)
			continue;
		view_range(base, text, &places[fresh.count], &past);
		(*numbers)[number] = made.count++;
		*vec_push(scratch, &fresh) = text;
	}
	struct shelf strings = shelf_make(&fresh, scratch);
	made.strings = extend_shelf(&base->strings, &strings, arena);
	made.sorted = merge_sorted(base, places, fresh.count, arena);
	return made;
}
