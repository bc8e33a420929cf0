#include "unit/app/stage.h"

#define WORD "fparagraphe\n"

static void test_lines(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label;
		int rows, cols;
		const char *keys;
		int lines;
	} cases[] = {
		{"without words a row is one line", 36, 120, "O", 1},
		{"beside the reader it has a second one all the same", 50, 200, "", 2},
		{"with words there is room for the passage", 50, 200, WORD, 2},
		{"that stand nowhere there is none", 36, 120, "fzzzz\nO", 1},
		{"a choice that is no word needs none", 36, 120, "fis:unread\nO", 1},
		{"what is switched off is not sought", 36, 120, WORD "TO", 1},
		{"a low list keeps its rows", 36, 120, WORD, 1},
		{"unless they are wanted", 36, 120, WORD ":set snippets on\n", 2},
		{"alone on the screen it is high enough", 36, 120, WORD "O", 2},
		{"or they are not wanted at all", 50, 200, WORD ":set snippets off\n", 1},
		{"too narrow a list has none", 30, 40, WORD, 1},
	};
	/* clang-format on */
	struct stage stage;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		stage_open(&stage, cases[i].rows, cases[i].cols);
		stage_type(&stage, cases[i].keys);
		stage_check(cases[i].label, &stage);
		CHECK_CASE(cases[i].label, stage.app.list_lines == cases[i].lines);
		stage_close(&stage);
	}
}

static void test_moving(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys;
		uint32_t place, top;
	} cases[] = {
		{"what is scrolled into view is seen whole", "jjj", 3, 1},
		{"the last row too", "G", 5, 3},
		{"half a list down is half of the rows that are seen", "d", 2, 0},
		{"and up again", "Gu", 3, 3},
		{"the passages go, the rows that fit are back", "G:set snippets off\n", 5, 0},
	};
	/* clang-format on */
	struct stage stage;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		stage_open(&stage, 36, 120); /* seven rows of the screen */
		stage_type(&stage, WORD ":set snippets on\n");
		stage_type(&stage, cases[i].keys);
		stage_check(cases[i].label, &stage);
		CHECK_CASE(cases[i].label, stage.app.selected_place == cases[i].place);
		CHECK_CASE(cases[i].label, stage.app.list.top == cases[i].top);
		stage_close(&stage);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_moving),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
