#include "store/extend.h"

#include <string.h>

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

/* Rows on their way. */
struct patching {
	const struct postings *from; /* null: rows are empty */
	const struct patch *patch;
	struct postings less; /* what goes from each row */
};

/* What is left of a row that was there, into ids; how many.  What goes is in the row's order. */
static uint32_t left_of(const struct patching *p, uint32_t row, uint32_t *ids)
{
	uint32_t count = 0, less_count, next = 0, left = 0;
	const uint32_t *old = p->from ? postings_row(p->from, row, &count) : NULL;
	const uint32_t *less = postings_row(&p->less, row, &less_count);

	for (uint32_t i = 0; i < count; i++) {
		if (next < less_count && old[i] == less[next])
			next++;
		else
			ids[left++] = old[i];
	}
	return left;
}

/* How long the longest is of the rows that were there. */
static uint32_t longest_of(const struct patching *p)
{
	uint32_t longest = 0;

	for (uint32_t i = 0; p->from && i < p->patch->changed_count; i++) {
		uint32_t length = postings_length(p->from, p->patch->changed[i]);
		longest = length > longest ? length : longest;
	}
	return longest;
}

/* The rows that are others now, and those behind the last. */
static struct postings others_of(const struct patching *p, uint32_t rows,
	const struct additions *more, struct arena *arena, struct arena *scratch)
{
	const struct patch *patch = p->patch;
	struct postings made;
	uint32_t *ids = ARENA_ARRAY(scratch, uint32_t, longest_of(p));

	postings_init(&made, patch->changed_count + (rows - patch->first), arena);
	for (uint32_t i = 0; i < patch->changed_count; i++)
		made.starts[i + 2] += left_of(p, patch->changed[i], ids);
	for (uint32_t i = 0; i < more->count; i++)
		postings_count(&made, patch_row(patch, more->at[i].row));
	postings_settle(&made, arena);
	for (uint32_t i = 0; i < patch->changed_count; i++) {
		uint32_t left = left_of(p, patch->changed[i], ids);
		for (uint32_t k = 0; k < left; k++)
			postings_put(&made, i, ids[k]);
	}
	for (uint32_t i = 0; i < more->count; i++)
		postings_put(&made, patch_row(patch, more->at[i].row), more->at[i].id);
	return made;
}

struct postings extend_postings(const struct postings *from, const uint32_t *order, uint32_t rows,
	const struct additions *more, struct arena *arena)
{
	static const struct additions nothing = {.count = 0};

	return extend_without(from, order, rows, more, &nothing, arena);
}

struct postings extend_without(const struct postings *from, const uint32_t *order, uint32_t rows,
	const struct additions *more, const struct additions *less, struct arena *arena)
{
	struct postings_patch *patch = ARENA_NEW(arena, struct postings_patch);
	struct patching p = {.from = from, .patch = &patch->rows};
	struct postings made = {.starts = NULL};
	struct arena scratch;

	arena_init(&scratch);
	if (from)
		made = *from;
	patch->rows = patch_make(from ? from->rows : rows, more->count + less->count, arena);
	for (uint32_t i = 0; i < more->count; i++)
		patch_add(&patch->rows, more->at[i].row);
	for (uint32_t i = 0; i < less->count; i++)
		patch_add(&patch->rows, less->at[i].row);
	if (less->count)
		p.less = extend_postings(NULL, NULL, patch->rows.first, less, &scratch);
	patch->order = order;
	patch->others = others_of(&p, rows, more, arena, &scratch);
	made.rows = rows;
	made.patch = patch;
	arena_clear(&scratch);
	return made;
}

struct shelf extend_rows(const struct patch *rows, const struct shelf_spans *others, uint32_t count,
	struct arena *arena)
{
	struct shelf_patch *patch = ARENA_NEW(arena, struct shelf_patch);

	patch->rows = *rows;
	patch->rows.changed =
		arena_copy(arena, rows->changed, rows->changed_count * sizeof *rows->changed);
	patch->rows.slots = arena_copy(arena, rows->slots, rows->slot_count * sizeof *rows->slots);
	patch->others = shelf_make(others, arena);
	return (struct shelf){.count = count, .patch = patch};
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
	for (uint32_t i = 0, place = 0; i < more->count; i++) {
		uint32_t number = more->sorted[i];
		struct span text = view_text(more, number);
		place = view_place(base, text, place);
		uint32_t known = place < base->count ? base->sorted[place] : LEXICON_NONE;
		if (known != LEXICON_NONE && span_equal(view_text(base, known), text)) {
			(*numbers)[number] = known;
			continue;
		}
		(*numbers)[number] = made.count++;
		places[fresh.count] = place;
		*vec_push(scratch, &fresh) = text;
	}
	struct shelf strings = shelf_make(&fresh, scratch);
	made.strings = shelf_extend(&base->strings, &strings, arena);
	made.sorted = merge_sorted(base, places, fresh.count, arena);
	return made;
}
