#include "unit/check.h"

#include "ui/clipboard.h"

static void test_sequences(void **state)
{
	static const struct {
		const char *label, *text, *want;
	} cases[] = {
		{"nothing", "", "\033]52;c;\033\\"},
		{"a group", "abc", "\033]52;c;YWJj\033\\"},
		{"one byte over", "abcd", "\033]52;c;YWJjZA==\033\\"},
		{"two bytes over", "abcde", "\033]52;c;YWJjZGU=\033\\"},
		{"bytes above 127", "\xff\xfe\xfd", "\033]52;c;//79\033\\"},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].label,
			span_of(clipboard_sequence(span_of(cases[i].text), &arena)),
			span_of(cases[i].want));
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sequences),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
