#include "unit/check.h"

static void test_cut(void **state)
{
	static const struct {
		const char *label, *text;
		size_t start, end;
		const char *want;
	} cases[] = {
		{"a stretch inside", "depeche", 2, 4, "pe"},
		{"an end past the end is clipped", "depeche", 5, 99, "he"},
		{"a start past the end is empty", "depeche", 99, 100, ""},
		{"a start past its end is empty", "depeche", 5, 2, ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].label,
			span_cut(span_of(cases[i].text), cases[i].start, cases[i].end),
			span_of(cases[i].want));
}

static void test_find(void **state)
{
	static const struct {
		const char *label, *text, *needle;
		size_t start, want;
	} cases[] = {
		{"the first of two", "lundi, lundi", "lundi", 0, 0},
		{"from a start on", "lundi, lundi", "lundi", 1, 7},
		{"nothing is the length", "lundi", "mardi", 0, 5},
		{"a needle that begins at the end", "aab", "ab", 0, 1},
		{"an empty needle is where one starts", "abc", "", 2, 2},
		{"a needle longer than the text", "a", "ab", 0, 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_CASE(cases[i].label,
			span_find(span_of(cases[i].text), span_of(cases[i].needle),
				cases[i].start) == cases[i].want);
}

static void test_lines(void **state)
{
	struct span rest = SPAN("one\r\n\ntwo\nlast"), line;
	static const char *const want[] = {"one", "", "two", "last"};

	(void)state;
	for (size_t i = 0; i < COUNT(want); i++) {
		CHECK_CASE(want[i], span_line(&rest, &line));
		CHECK_TEXT(want[i], line, span_of(want[i]));
	}
	CHECK_CASE("a text without a last line feed ends", !span_line(&rest, &line));
}

static void test_compare(void **state)
{
	(void)state;
	CHECK_CASE("a prefix comes first", span_compare(SPAN("ab"), SPAN("abc")) < 0);
	CHECK_CASE("bytes are unsigned", span_compare(SPAN("\xc3"), SPAN("z")) > 0);
	CHECK_CASE("equal", span_compare(SPAN("ab"), SPAN("ab")) == 0);
	CHECK_CASE("a zero is a byte", !span_equal(SPAN("a\0b"), SPAN("a\0c")));
	CHECK_CASE("starts", span_starts(SPAN("depeche"), SPAN("dep")));
	CHECK_CASE("does not start", !span_starts(SPAN("de"), SPAN("dep")));
	CHECK_CASE("ends", span_ends(SPAN("depeche"), SPAN("che")));
	CHECK_TEXT("trimmed", span_trim(SPAN(" \t a b\r\n")), SPAN("a b"));
	CHECK_TEXT("null is empty", span_of(NULL), SPAN(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_compare),
	};

	return cmocka_run_group_tests_name("base/span", tests, NULL, NULL);
}
