#include "unit/check.h"

#include "app/hanging.h"

static void test_hanging(void **state)
{
	static const struct {
		const char *label, *line;
		enum hanging want;
		int width;
	} cases[] = {
		{"a bullet and a blank", "• les vannes", HANGING_BULLET, 2},
		{"a hyphen", "- les vannes", HANGING_BULLET, 2},
		{"a blank that does not break", "–\xc2\xa0les vannes", HANGING_BULLET, 2},
		{"a number", "1. Les vannes", HANGING_NUMBER, 3},
		{"two digits", "12) Les vannes", HANGING_NUMBER, 4},
		{"a letter", "b) les vannes", HANGING_NUMBER, 3},
		{"a year is none", "2021. Une année", HANGING_NONE, 0},
		{"a decimal is none", "3.5 millions", HANGING_NONE, 0},
		{"a hyphen in a word is none", "-il", HANGING_NONE, 0},
		{"a turn of a conversation is none", "— Entrez.", HANGING_NONE, 0},
		{"a sign alone is none", "•", HANGING_NONE, 0},
		{"nothing is none", "", HANGING_NONE, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int width = -1;
		enum hanging got = hanging_of(span_of(cases[i].line), &width);
		CHECK_CASE(cases[i].label, got == cases[i].want && width == cases[i].width);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hanging),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
