#include "unit/check.h"

#include "app/panes.h"

#include <stdio.h>

static bool is_shown(struct area area)
{
	return area.rows > 0 && area.cols > 0;
}

static bool is_inside(struct area area, int rows, int cols)
{
	return area.row >= 0 && area.col >= 0 && area.rows >= 0 && area.cols >= 0 &&
	       area.row + area.rows <= rows && area.col + area.cols <= cols;
}

static bool overlap(struct area a, struct area b)
{
	return is_shown(a) && is_shown(b) && a.row < b.row + b.rows && b.row < a.row + a.rows &&
	       a.col < b.col + b.cols && b.col < a.col + a.cols;
}

static void check_size(struct panes_wish wish)
{
	struct panes panes = panes_of(wish);
	bool columns = panes.arrangement == ARRANGED_COLUMNS;
	struct area all[PANE_COUNT + 6] = {panes.top, panes.status,
		{panes.rule_top, 0, panes.rule_top >= 0, wish.cols},
		{panes.rule_status, 0, panes.rule_status >= 0, wish.cols},
		{panes.pane[PANE_LIST].row, panes.rule_sidebar, panes.rule_sidebar >= 0, 1}};
	int count = 5;
	char label[80];

	snprintf(label, sizeof label, "%d x %d, focus %d, sidebar %d, related %d, alone %d",
		wish.rows, wish.cols, (int)wish.focus, wish.sidebar, wish.related, wish.maximised);
	if (panes.rule_list >= 0 && columns)
		all[count++] = (struct area){
			panes.pane[PANE_LIST].row, panes.rule_list, panes.pane[PANE_LIST].rows, 1};
	else if (panes.rule_list >= 0)
		all[count++] = (struct area){
			panes.rule_list, panes.pane[PANE_LIST].col, 1, panes.pane[PANE_LIST].cols};
	for (int pane = 0; pane < PANE_COUNT; pane++)
		all[count++] = panes.pane[pane];
	for (int i = 0; i < count; i++) {
		CHECK_CASE(label, is_inside(all[i], wish.rows, wish.cols) || !is_shown(all[i]));
		for (int j = 0; j < i; j++)
			CHECK_CASE(label, !overlap(all[i], all[j]));
	}
	if (panes.arrangement == ARRANGED_MESSAGE)
		return;
	if (wish.focus != PANE_RELATED || wish.related)
		CHECK_CASE(label, is_shown(panes.pane[wish.focus]) ||
					  (wish.focus == PANE_SIDEBAR && !wish.sidebar));
	CHECK_CASE(label, is_shown(panes.top) && is_shown(panes.status));
}

static void test_every_size(void **state)
{
	(void)state;
	for (int rows = 1; rows <= 200; rows += rows < 60 ? 1 : 20)
		for (int cols = 1; cols <= 500; cols += cols < 160 ? 1 : 20)
			for (unsigned i = 0; i < PANE_COUNT * 8; i++)
				check_size((struct panes_wish){.rows = rows,
					.cols = cols,
					.focus = (enum pane)(i / 8),
					.sidebar = i & 1,
					.related = i & 2,
					.maximised = i & 4,
					.list_rows = i & 2 ? rows / 2 : 0});
}

static void test_drawn_sizes(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label;
		struct panes_wish wish;
		enum arrangement arrangement;
		int list_rows, reader_rows, reader_cols;
	} cases[] = {
		{"80 x 24 has a list of seven rows", {24, 80, PANE_LIST, false, false, false, 0},
			ARRANGED_DRAWER, 7, 12, 80},
		{"the list is as high as it was wished", {36, 120, PANE_LIST, true, false, false, 15},
			ARRANGED_STACKED, 15, 16, 92},
		{"the text keeps four rows", {24, 80, PANE_LIST, false, false, false, 99},
			ARRANGED_DRAWER, 15, 4, 80},
		{"a wish for rows is nothing to columns", {50, 200, PANE_LIST, true, false, false, 15},
			ARRANGED_COLUMNS, 46, 46, 84},
		{"a drawer narrows the list and the reader", {24, 80, PANE_SIDEBAR, true, false, false, 0},
			ARRANGED_DRAWER, 7, 12, 52},
		{"120 x 36 is stacked beside the sidebar", {36, 120, PANE_LIST, true, false, false, 0},
			ARRANGED_STACKED, 7, 24, 92},
		{"the related panel takes six rows and a rule", {36, 120, PANE_LIST, true, true, false, 0},
			ARRANGED_STACKED, 7, 17, 92},
		{"140 columns hold a reader of 72", {40, 140, PANE_LIST, true, false, false, 0},
			ARRANGED_COLUMNS, 36, 36, 76},
		{"200 columns give the list what the text leaves", {50, 200, PANE_LIST, true, false, false, 0},
			ARRANGED_COLUMNS, 46, 46, 84},
		{"below 60 columns one pane at a time", {24, 59, PANE_READER, true, false, false, 0},
			ARRANGED_ONE, 0, 20, 59},
		{"a low screen shows one pane", {8, 100, PANE_LIST, true, false, false, 0},
			ARRANGED_ONE, 6, 0, 0},
		{"10 x 3 is too small", {3, 10, PANE_LIST, true, false, false, 0},
			ARRANGED_MESSAGE, 0, 0, 0},
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct panes panes = panes_of(cases[i].wish);
		CHECK_CASE(cases[i].label, panes.arrangement == cases[i].arrangement);
		CHECK_CASE(cases[i].label, panes.pane[PANE_LIST].rows == cases[i].list_rows);
		CHECK_CASE(cases[i].label, panes.pane[PANE_READER].rows == cases[i].reader_rows);
		CHECK_CASE(cases[i].label, panes.pane[PANE_READER].cols == cases[i].reader_cols);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_size),
		cmocka_unit_test(test_drawn_sizes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
