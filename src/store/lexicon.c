#include "store/lexicon.h"

#include <stdlib.h>

/* A string to be sorted: its first bytes as a number decide nearly always. */
struct sortable {
	uint64_t head;
	struct span text;
	uint32_t number;
};

static uint64_t head_of(struct span text)
{
	uint64_t head = 0;

	for (size_t i = 0; i < 8; i++)
		head = head << 8 | (i < text.len ? (unsigned char)text.at[i] : 0u);
	return head;
}

static int by_text(const void *a, const void *b)
{
	const struct sortable *x = a, *y = b;

	if (x->head != y->head)
		return x->head < y->head ? -1 : 1;
	return span_compare(x->text, y->text);
}

void lexicon_init(struct lexicon *lexicon, struct arena *arena)
{
	*lexicon = (struct lexicon){.sorted = NULL};
	strings_init(&lexicon->strings, arena);
}

/* The numbers from sorted_count on, by their strings. */
static uint32_t *sort_new(const struct lexicon *lexicon, struct arena *scratch)
{
	uint32_t first = lexicon->sorted_count, count = lexicon->strings.count - first;
	struct sortable *rows = ARENA_ARRAY(scratch, struct sortable, count);
	uint32_t *numbers = ARENA_ARRAY(scratch, uint32_t, count);

	for (uint32_t i = 0; i < count; i++) {
		struct span text = strings_text(&lexicon->strings, first + i);
		rows[i] = (struct sortable){head_of(text), text, first + i};
	}
	qsort(rows, count, sizeof *rows, by_text);
	for (uint32_t i = 0; i < count; i++)
		numbers[i] = rows[i].number;
	return numbers;
}

static void merge_new(struct lexicon *lexicon, const uint32_t *fresh)
{
	const struct strings *strings = &lexicon->strings;
	const uint32_t *old = lexicon->sorted;
	uint32_t count = strings->count, old_count = lexicon->sorted_count;
	uint32_t *merged = ARENA_ARRAY(strings->arena, uint32_t, count);
	uint32_t i = 0, j = 0, fresh_count = count - old_count;

	for (uint32_t k = 0; k < count; k++) {
		bool from_old = j == fresh_count ||
				(i < old_count && span_compare(strings_text(strings, old[i]),
							  strings_text(strings, fresh[j])) < 0);
		merged[k] = from_old ? old[i++] : fresh[j++];
	}
	lexicon->sorted = merged;
	lexicon->sorted_count = count;
}

struct lexicon_view lexicon_view(struct lexicon *lexicon, struct arena *arena)
{
	const struct strings *strings = &lexicon->strings;
	struct shelf_spans spans = {.count = 0};
	struct arena scratch;

	arena_init(&scratch);
	if (lexicon->sorted_count < strings->count)
		merge_new(lexicon, sort_new(lexicon, &scratch));
	for (uint32_t i = 0; i < strings->count; i++)
		*vec_push(&scratch, &spans) = strings_text(strings, i);
	struct lexicon_view view = {shelf_make(&spans, arena),
		arena_copy(arena, lexicon->sorted, strings->count * sizeof *lexicon->sorted),
		strings->count};
	arena_clear(&scratch);
	return view;
}

static bool is_before(const struct lexicon_view *view, uint32_t place, struct span text, bool past)
{
	struct span other = view_text(view, view->sorted[place]);

	return span_compare(other, text) < 0 || (past && span_starts(other, text));
}

/* The first of the places [low, high) whose string is not before text; with past, the first that
 * does not begin with it either. */
static uint32_t place_among(
	const struct lexicon_view *view, struct span text, bool past, uint32_t low, uint32_t high)
{
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (is_before(view, middle, text, past))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static uint32_t place_of(const struct lexicon_view *view, struct span text, bool past)
{
	return place_among(view, text, past, 0, view->count);
}

uint32_t view_place(const struct lexicon_view *view, struct span text, uint32_t from)
{
	uint32_t low = from, step = 1;

	while (step <= view->count - low && is_before(view, low + step - 1, text, false)) {
		low += step;
		step *= 2;
	}
	return place_among(
		view, text, false, low, step < view->count - low ? low + step : view->count);
}

uint32_t view_find(const struct lexicon_view *view, struct span text)
{
	uint32_t place = place_of(view, text, false);

	if (place == view->count || !span_equal(view_text(view, view->sorted[place]), text))
		return LEXICON_NONE;
	return view->sorted[place];
}

void view_range(const struct lexicon_view *view, struct span prefix, uint32_t *from, uint32_t *to)
{
	*from = place_of(view, prefix, false);
	*to = place_of(view, prefix, true);
}
