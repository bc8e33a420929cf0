#include "unit/check.h"

#include "ui/canvas.h"

#include <locale.h>

static struct span picture(const struct canvas *canvas, bool styles)
{
	struct buf buf;
	buf_init(&buf, canvas->arena);
	canvas_picture(canvas, styles, &buf);
	return buf_span(&buf);
}

static void test_text_is_clipped(void **state)
{
	static const struct {
		const char *label;
		struct area area;
		int row, col;
		const char *text;
		const char *want;
		int next;
	} cases[] = {
		{"text where there is room", {0, 0, 2, 6}, 1, 1, "abc", "\n abc\n", 4},
		{"text is cut at the area's edge", {0, 0, 2, 4}, 0, 2, "abc", "  ab\n\n", 4},
		{"an area has its own origin", {1, 2, 1, 4}, 0, 1, "abc", "\n   abc\n", 4},
		{"an area that leaves the grid", {0, 4, 9, 90}, 0, 0, "abc", "    ab\n\n", 2},
		{"an area that begins before it", {-1, -2, 2, 6}, 1, 0, "abc", "c\n\n", 3},
		{"a row outside the area", {0, 0, 1, 6}, 1, 0, "abc", "\n\n", 0},
		{"a wide letter is not halved", {0, 0, 1, 4}, 0, 1, "a中中", " a中\n\n", 4},
		{"and leaves its place blank", {0, 0, 1, 3}, 0, 0, "中中", "中\n\n", 2},
		{"an area without cells", {0, 0, 0, 0}, 0, 0, "abc", "\n\n", 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		arena_init(&arena);
		struct canvas canvas = canvas_make(2, 6, &arena);
		int next = canvas_put(&canvas, cases[i].area, cases[i].row, cases[i].col,
			STYLE_TEXT, span_of(cases[i].text));
		CHECK_TEXT(cases[i].label, picture(&canvas, false), span_of(cases[i].want));
		CHECK_CASE(cases[i].label, next == cases[i].next);
		arena_clear(&arena);
	}
}

static void test_right(void **state)
{
	static const struct {
		const char *label, *text;
		int col, end;
		const char *want;
		int first;
	} cases[] = {
		{"ends before its column", "ab", 0, 6, "    ab\n", 4},
		{"is cut with an ellipsis", "abcdef", 2, 6, "  abc…\n", 2},
		{"a wide letter that does not fit", "中中中", 2, 6, "   中…\n", 3},
		{"has no room at all", "ab", 4, 4, "\n", 4},
		{"has room for its ellipsis alone", "ab", 5, 6, "     …\n", 5},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		arena_init(&arena);
		struct canvas canvas = canvas_make(1, 6, &arena);
		int first = canvas_put_right(&canvas, canvas_area(&canvas), 0, cases[i].col,
			cases[i].end, STYLE_TEXT, span_of(cases[i].text));
		CHECK_TEXT(cases[i].label, picture(&canvas, false), span_of(cases[i].want));
		CHECK_CASE(cases[i].label, first == cases[i].first);
		arena_clear(&arena);
	}
}

/* Whatever overwrites one half of a wide letter takes the other away. */
static void test_halves(void **state)
{
	struct arena arena;
	(void)state;
	arena_init(&arena);
	for (int col = 0; col < 6; col++) {
		struct canvas canvas = canvas_make(1, 6, &arena);
		struct area all = canvas_area(&canvas);
		canvas_put(&canvas, all, 0, 0, STYLE_TEXT, SPAN("中中中"));
		canvas_put(&canvas, all, 0, col, STYLE_TEXT, SPAN("x"));
		int cells = 0;
		for (int i = 0; i < 6; i++)
			cells += canvas.cells[i].glyph.width;
		assert_int_equal(cells, 6);
		canvas_blank(&canvas, (struct area){0, col, 1, 1});
		cells = 0;
		for (int i = 0; i < 6; i++)
			cells += canvas.cells[i].glyph.width;
		assert_int_equal(cells, 6);
	}
	arena_clear(&arena);
}

static void test_rules_join(void **state)
{
	struct arena arena;
	(void)state;
	arena_init(&arena);
	struct canvas canvas = canvas_make(5, 9, &arena);
	canvas_rule(&canvas, 0, 0, 0, 8, false);
	canvas_rule(&canvas, 4, 0, 4, 8, false);
	canvas_rule(&canvas, 0, 3, 4, 3, false);
	canvas_rule(&canvas, 2, 3, 2, 8, false);
	CHECK_TEXT("rules meet", picture(&canvas, false),
		SPAN("───┬─────\n   │\n   ├─────\n   │\n───┴─────\n"));
	canvas_rule(&canvas, 2, 3, 2, 8, true);
	CHECK_TEXT("the focused one is heavy", picture(&canvas, false),
		SPAN("───┬─────\n   │\n   ┝━━━━━\n   │\n───┴─────\n"));
	canvas_rule(&canvas, -1, 0, -1, 8, false);
	canvas_rule(&canvas, 0, 12, 4, 12, false);
	canvas_rule(&canvas, 3, -4, 3, 90, false);
	CHECK_TEXT("outside the grid there is nothing", picture(&canvas, false),
		SPAN("───┬─────\n   │\n   ┝━━━━━\n───┼─────\n───┴─────\n"));
	arena_clear(&arena);
}

static void test_above(void **state)
{
	struct arena arena;
	(void)state;
	arena_init(&arena);
	struct canvas canvas = canvas_make(5, 9, &arena);
	struct area last = {4, 0, 1, 9};
	canvas_put(&canvas, canvas_area(&canvas), 1, 0, STYLE_TEXT, SPAN("lost 1"));
	canvas_rule(&canvas, 3, 0, 3, 8, false);
	canvas_rule(&canvas, 0, 6, 3, 6, false);
	struct area above = canvas_above(&canvas, last, 2);
	canvas_put(&canvas, above, 0, 0, STYLE_TEXT, SPAN("first"));
	canvas_put(&canvas, above, 1, 0, STYLE_TEXT, SPAN("second"));
	CHECK_TEXT("the rule lies on top of what is said", picture(&canvas, false),
		SPAN("      │\n──────┴──\nfirst\nsecond\n\n"));
	above = canvas_above(&canvas, (struct area){1, 0, 1, 9}, 1);
	CHECK_TEXT("at the upper edge it gives way", picture(&canvas, false),
		SPAN("\n──────┴──\nfirst\nsecond\n\n"));
	canvas_put(&canvas, canvas_area(&canvas), 2, 0, STYLE_TEXT, SPAN("stays"));
	above = canvas_above(&canvas, last, 1);
	CHECK_TEXT("where there is no rule, none comes", picture(&canvas, false),
		SPAN("\n──────┴──\nstays\n\n\n"));
	assert_true(above.row == 3 && above.rows == 1 && above.cols == 9);
	canvas_above(&canvas, (struct area){0, 0, 1, 9}, 1);
	arena_clear(&arena);
}

static void test_styles_and_cursor(void **state)
{
	struct arena arena;
	(void)state;
	arena_init(&arena);
	struct canvas canvas = canvas_make(2, 6, &arena);
	struct area all = canvas_area(&canvas);
	canvas_put(&canvas, all, 0, 0, STYLE_TITLE, SPAN("ab"));
	canvas_put(&canvas, all, 0, 3, STYLE_MENTION, SPAN("c"));
	canvas_select(&canvas, (struct area){0, 0, 2, 3}, 1);
	canvas_select(&canvas, all, 7);
	CHECK_TEXT("a second picture names the styles", picture(&canvas, true),
		SPAN("ab c\n\n---- styles ----\nTT m\nrrr\n"));
	canvas_cursor(&canvas, (struct area){0, 1, 2, 3}, 5, 9, true);
	assert_true(canvas.cursor_row == 1 && canvas.cursor_col == 3 && canvas.cursor_shown);
	canvas_cursor(&canvas, (struct area){9, 9, 2, 3}, 0, 0, false);
	assert_true(canvas.cursor_shown); /* an area outside changes nothing */
	struct canvas least = canvas_make(0, -3, &arena);
	assert_true(least.rows == 1 && least.cols == 1);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_is_clipped),
		cmocka_unit_test(test_right),
		cmocka_unit_test(test_halves),
		cmocka_unit_test(test_rules_join),
		cmocka_unit_test(test_above),
		cmocka_unit_test(test_styles_and_cursor),
	};
	if (!setlocale(LC_ALL, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
