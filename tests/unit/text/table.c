#include "unit/check.h"

#include "text/table.h"

static void test_find(void **state)
{
	static const struct {
		char word[12];
		int number;
	} rows[] = {{"a", 1}, {"ab", 2}, {"abc", 3}, {"b", 4}, {"\xC3\xA9", 5}};
	static const struct {
		const char *label;
		struct span word;
		int want;
	} cases[] = {
		{"the first", {"a", 1}, 1},
		{"a prefix of the next", {"ab", 2}, 2},
		{"the longest", {"abc", 3}, 3},
		{"the last, whose bytes are high", {"\xC3\xA9", 2}, 5},
		{"longer than any", {"abcd", 4}, 0},
		{"between two", {"aa", 2}, 0},
		{"a zero inside is no end", {"a\0", 2}, 0},
		{"nothing", {"", 0}, 0},
		{"before the first", {"A", 1}, 0},
		{"after the last", {"\xFF", 1}, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const void *row = TABLE_FIND(rows, COUNT(rows), cases[i].word);
		int got = row ? rows[((const char *)row - (const char *)rows) / (int)sizeof *rows]
					  .number
			      : 0;
		CHECK_CASE(cases[i].label, got == cases[i].want);
	}
	assert_null(TABLE_FIND(rows, 0, SPAN("a")));
}

static void test_index(void **state)
{
	static const struct {
		char word[8];
	} rows[] = {{"a"}, {"b"}, {"c"}, {"\xC3\xA9"}};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	struct table_index index = table_index(rows, sizeof *rows, 3, &arena);
	assert_null(table_index_find(&index, SPAN("a")));
	for (size_t i = 0; i < 4; i += 2)
		table_index_add(&index, i);
	table_index_add(&index, 0); /* twice is once */
	assert_ptr_equal(table_index_find(&index, SPAN("a")), &rows[0]);
	assert_ptr_equal(table_index_find(&index, SPAN("c")), &rows[2]);
	assert_null(table_index_find(&index, SPAN("b")));
	assert_null(table_index_find(&index, SPAN("")));
	assert_null(table_index_find(&index, SPAN("ca")));
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_index),
	};

	return cmocka_run_group_tests_name("text/table", tests, NULL, NULL);
}
