#include "unit/check.h"

#include "ui/hyperlink.h"

#include <string.h>

static void test_sequences(void **state)
{
	static const struct {
		const char *label, *url, *want; /* null: none */
	} cases[] = {
		{"an address", "https://lac.example/a?b=c;d",
			"\033]8;id=7;https://lac.example/a?b=c;d\033\\"},
		{"one that is not safe", "http://lac.example",
			"\033]8;id=7;http://lac.example\033\\"},
		{"what would end the sequence is no sign of it", "https://a.example/\033\\\a\r\nx",
			"\033]8;id=7;https://a.example/%1B\\%07%0D%0Ax\033\\"},
		{"blanks and letters that are not ASCII", "https://a.example/é b",
			"\033]8;id=7;https://a.example/%C3%A9%20b\033\\"},
		{"a control sign of eight bits", "https://a.example/\xc2\x9c",
			"\033]8;id=7;https://a.example/%C2%9C\033\\"},
		{"a script", "javascript:alert(1)", NULL},
		{"a file", "file:///etc/passwd", NULL},
		{"no address", "https://", NULL},
		{"nothing", "", NULL},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *got = hyperlink_sequence(span_of(cases[i].url), 7, &arena);
		CHECK_CASE(cases[i].label, (got == NULL) == (cases[i].want == NULL));
		CHECK_TEXT(cases[i].label, span_of(got), span_of(cases[i].want));
	}
	arena_clear(&arena);
}

static void test_length(void **state)
{
	struct arena arena;
	char url[HYPERLINK_MOST + 2] = "https://";

	(void)state;
	arena_init(&arena);
	memset(url + 8, 'a', HYPERLINK_MOST - 8);
	assert_non_null(hyperlink_sequence(span_of(url), 1, &arena));
	url[HYPERLINK_MOST - 1] = ' ';
	assert_null(hyperlink_sequence(span_of(url), 1, &arena));
	url[HYPERLINK_MOST - 1] = 'a';
	url[HYPERLINK_MOST] = 'a';
	assert_null(hyperlink_sequence(span_of(url), 1, &arena));
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sequences), cmocka_unit_test(test_length)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
