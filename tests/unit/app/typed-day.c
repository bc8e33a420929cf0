#include "unit/check.h"

#include "app/typed-day.h"

#include "base/arena.h"

static void test_typed(void **state)
{
	static const struct {
		const char *label, *line, *want;
		size_t start;
	} cases[] = {
		{"day, month and year", "5 February 2021", "2021-02-05", 0},
		{"in French, behind other words", "lavrov 5 février 2021", "2021-02-05", 7},
		{"the first", "1er mars 2021", "2021-03-01", 0},
		{"the month first", "Feb 5, 2021", "2021-02-05", 0},
		{"an ending of a number", "march 3rd 2021", "2021-03-03", 0},
		{"in figures, the day first", "5/2/2021", "2021-02-05", 0},
		{"as a filter wants it", "2021-02-05", "2021-02-05", 0},
		{"a month and its year", "janvier 2021", "2021-01", 0},
		{"in figures", "2021-01", "2021-01", 0},
		{"a year", "2021", "2021", 0},
		{"without its year", "5 feb", "1999-02-05", 0},
		{"a month alone", "februar", "1999-02", 0},
		{"the end of the line counts", "2021 peskov", NULL, 0},
		{"a number is no day", "5", NULL, 0},
		{"nor is a long one a year", "20210", NULL, 0},
		{"there is no such day", "31 february 2021", NULL, 0},
		{"a word is none", "peskov", NULL, 0},
		{"nothing is none", "", NULL, 0},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct typed_day day = {0};
		bool read = typed_day_read(span_of(cases[i].line), &day, &arena);
		const char *iso = read ? typed_day_iso(&day, 1999, &arena) : NULL;
		CHECK_CASE(cases[i].label, !iso == !cases[i].want);
		if (!iso || !cases[i].want)
			continue;
		CHECK_TEXT(cases[i].label, span_of(iso), span_of(cases[i].want));
		CHECK_CASE(cases[i].label, day.start == cases[i].start);
	}
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_typed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
