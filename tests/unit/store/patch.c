#include "unit/check.h"

#include "store/dictionary.h"
#include "store/extend.h"

/* A row, told as its numbers. */
static struct span row_told(const struct postings *postings, uint32_t row, struct arena *arena)
{
	uint32_t count;
	const uint32_t *ids = postings_row(postings, row, &count);
	struct buf out;

	buf_init(&out, arena);
	for (uint32_t i = 0; i < count; i++)
		buf_text(&out, arena_format(arena, "%u ", (unsigned)ids[i]));
	CHECK_CASE("its length", postings_length(postings, row) == count);
	return buf_span(&out);
}

/* Rows of 0, 1 and 2 numbers, over and over: row r has 10 r, 10 r + 1. */
static struct postings some_postings(uint32_t rows, struct arena *arena)
{
	struct postings made;

	postings_init(&made, rows, arena);
	for (uint32_t row = 0; row < rows; row++)
		for (uint32_t i = 0; i < row % 3; i++)
			postings_count(&made, row);
	postings_settle(&made, arena);
	for (uint32_t row = 0; row < rows; row++)
		for (uint32_t i = 0; i < row % 3; i++)
			postings_put(&made, row, row * 10 + i);
	return made;
}

static void test_postings(void **state)
{
	static struct addition pairs[] = {{2, 91}, {0, 92}, {6, 93}, {2, 94}, {5, 95}};
	static const uint32_t order[] = {6, 0, 1, 5, 2, 3, 4};
	static const char *const want[] = {"92 ", "10 ", "20 21 91 94 ", "", "40 ", "95 ", "93 "};
	const struct additions more = {.at = pairs, .count = COUNT(pairs)};
	const struct additions nothing = {.count = 0};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	struct postings old = some_postings(5, &arena);
	struct postings made = extend_postings(&old, NULL, 7, &more, &arena);
	struct postings moved = extend_postings(&old, order, 7, &more, &arena);
	struct postings same = extend_postings(&old, NULL, 5, &nothing, &arena);
	struct postings alone = extend_postings(NULL, NULL, 7, &more, &arena);
	for (uint32_t row = 0; row < 7; row++) {
		CHECK_TEXT("numbers behind, and rows", row_told(&made, row, &arena),
			span_of(want[row]));
		CHECK_TEXT("in another order", row_told(&moved, row, &arena),
			span_of(want[order[row]]));
		CHECK_TEXT("nothing behind", row_told(&same, row, &arena),
			row_told(&old, row, &arena));
	}
	CHECK_TEXT("of nothing: a row", row_told(&alone, 2, &arena), SPAN("91 94 "));
	CHECK_TEXT("and one that has none", row_told(&alone, 1, &arena), SPAN(""));
	CHECK_TEXT("no such row", row_told(&made, 7, &arena), SPAN(""));
	arena_clear(&arena);
}

/* Any rows, told from as many tables of them. */
static void test_rows(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t rows = 0; rows < 40; rows++) {
		struct patch patch = patch_make(rows, rows, &arena);
		for (uint32_t row = 0; row < rows + 2; row += 3) {
			patch_add(&patch, row);
			patch_add(&patch, row);
		}
		CHECK_CASE("each once", patch.changed_count == (rows + 2) / 3);
		for (uint32_t row = 0; row < rows; row++)
			CHECK_CASE("those and no other",
				patch_row(&patch, row) == (row % 3 ? PATCH_NONE : row / 3));
		CHECK_CASE("behind", patch_row(&patch, rows + 1) == patch.changed_count + 1);
	}
	arena_clear(&arena);
}

static struct shelf shelf_of_words(const char *const *words, uint32_t count, struct arena *arena)
{
	struct shelf_spans spans = {.count = 0};

	for (uint32_t i = 0; i < count; i++)
		*vec_push(arena, &spans) = span_of(words[i]);
	return shelf_make(&spans, arena);
}

static void test_shelf(void **state)
{
	static const char *const words[] = {"un", "", "deux", "trois", "quatre"};
	struct arena arena, scratch;

	(void)state;
	arena_init(&arena);
	for (uint32_t first = 0; first <= COUNT(words); first++) {
		arena_init(&scratch);
		struct shelf old = shelf_of_words(words, first, &arena);
		struct shelf more =
			shelf_of_words(words + first, (uint32_t)COUNT(words) - first, &scratch);
		struct shelf made = shelf_extend(&old, &more, &arena);
		arena_clear(&scratch);
		CHECK_CASE("all", made.count == COUNT(words));
		for (uint32_t i = 0; i < COUNT(words); i++)
			CHECK_TEXT("each", shelf_at(&made, i), span_of(words[i]));
		CHECK_TEXT("no such string", shelf_at(&made, COUNT(words)), SPAN(""));
	}
	arena_clear(&arena);
}

static void put(struct map *map, const char *key, uint32_t value)
{
	map_put(map, span_of(key), NULL)->value = value;
}

static void test_dictionary(void **state)
{
	static const struct {
		const char *label, *key;
		uint32_t place, value;
	} cases[] = {
		{"that was there", "a", 0, 7},
		{"another", "b", 1, 8},
		{"that came", "c", 2, 9},
		{"the last", "d", 3, 10},
		{"that is not there", "e", DICTIONARY_NONE, DICTIONARY_NONE},
	};
	struct map old, more;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	map_init(&old, &arena);
	map_init(&more, &arena);
	put(&old, "a", 7);
	put(&old, "b", 8);
	put(&more, "c", 9);
	put(&more, "d", 10);
	struct dictionary before = dictionary_make(&old, &arena);
	struct dictionary made = dictionary_extend(&before, &more, &arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct span key = span_of(cases[i].key);
		CHECK_CASE(cases[i].label, dictionary_find(&made, key) == cases[i].place);
		CHECK_CASE(cases[i].label, dictionary_get(&made, key) == cases[i].value);
	}
	CHECK_CASE("that was there has not changed",
		dictionary_get(&before, SPAN("c")) == DICTIONARY_NONE && before.keys.count == 2);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_postings),
		cmocka_unit_test(test_shelf),
		cmocka_unit_test(test_dictionary),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
