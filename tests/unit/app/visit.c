#include "unit/app/stage.h"

static void test_back_and_forward(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 36, 120);
	stage_type(&stage, "\njjjjj");
	uint32_t offset = app->reader.offset;
	stage_type(&stage, "J");
	stage_type(&stage, "jjj");
	uint32_t second = app->reader.offset;
	stage_type(&stage, "<");
	CHECK_CASE("< comes back to the article", app->list.selected == 5);
	CHECK_CASE("and its place", app->reader.offset == offset);
	stage_type(&stage, ">");
	CHECK_CASE("> goes forward again", app->list.selected == 4 && app->reader.offset == second);
	stage_type(&stage, "q");
	stage_type(&stage, "jjj<");
	CHECK_CASE("from an article that was passed over, < comes to the one opened last",
		app->list.selected == 4);
	stage_type(&stage, ">");
	CHECK_CASE("and > to that one", app->list.selected == 1);
	stage_key(&stage, KEYS_BACKSPACE);
	CHECK_CASE("Backspace goes back", app->list.selected == 4);
	stage_close(&stage);
}

static void test_filters(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 36, 120);
	stage_type(&stage, "jj\nfmalenko\n");
	CHECK_CASE("Malenko is not in the article: its neighbour is selected",
		app->listed_count == 4 && app->list.selected == 2);
	stage_type(&stage, "<");
	CHECK_CASE("< brings the filter back and the article",
		app->query->count == 0 && app->list.selected == 3);
	stage_type(&stage, ">");
	CHECK_CASE("> filters again", app->query->count == 1 && app->list.selected == 2);
	stage_type(&stage, "U");
	CHECK_CASE("U takes the filter back", app->query->count == 0);
	stage_close(&stage);
}

static void test_outside(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 36, 120);
	stage_type(&stage, "fmalenko\nr");
	CHECK_CASE("related articles are found", app->related_count > 0);
	CHECK_CASE("the panel has the keys", app->focus == PANE_RELATED);
	uint32_t outside = 0;
	while (outside < app->related_count && app_is_inside(app, app->related_rows[outside].id))
		outside++;
	CHECK_CASE("some outside the filter", outside < app->related_count);
	for (uint32_t i = 0; i < outside; i++)
		stage_type(&stage, "j");
	article_id before = app->list.selected, there = app->related_rows[outside].id;
	stage_type(&stage, "\n");
	CHECK_CASE("Enter jumps", app->list.selected == there && app->focus == PANE_READER);
	CHECK_CASE("it stands in the list, outside the filter",
		app->kept == there && !app_is_inside(app, there) && app->listed_count == 5);
	CHECK_CASE("the filter stays", app->query->count == 1);
	stage_check("outside the filter", &stage);
	stage_type(&stage, "<");
	CHECK_CASE("< jumps back to the panel",
		app->list.selected == before && app->focus == PANE_RELATED);
	stage_type(&stage, ">");
	stage_key(&stage, KEYS_ESCAPE);
	stage_type(&stage, "TT");
	CHECK_CASE("the filter applied anew lets it go",
		app->listed_count == 4 && app->kept == ARTICLE_NONE);
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_back_and_forward),
		cmocka_unit_test(test_filters),
		cmocka_unit_test(test_outside),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
