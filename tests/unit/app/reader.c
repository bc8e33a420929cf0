#include "unit/app/stage.h"

static void test_place(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "\n");
	CHECK_CASE("Enter goes to the reader", app->focus == PANE_READER);
	stage_type(&stage, "jjjjjjj");
	uint32_t top = app->page_top, offset = app->reader.offset;
	CHECK_CASE("j scrolls by a row", top == 7 && offset > 0);
	app_resize(app, 36, 120);
	CHECK_CASE("the place survives a larger screen", app->reader.offset == offset);
	app_resize(app, 10, 40);
	CHECK_CASE("and a narrow one", app->reader.offset == offset);
	CHECK_CASE("where it is at the top",
		app->page.rows[app->page_top].at.start <= offset &&
			app->page.rows[app->page_top + 1].at.start > offset);
	app_resize(app, 1, 1);
	app_resize(app, 24, 80);
	CHECK_CASE("and none at all", app->page_top == top);
	stage_type(&stage, "W");
	CHECK_CASE(
		"and another width of text", app->page.width == 78 && app->reader.offset == offset);
	stage_type(&stage, "pp");
	CHECK_CASE("and a look at the file", app->reader.offset == offset);
	stage_type(&stage, "JK");
	CHECK_CASE("and other articles", app->reader.offset == offset);
	stage_load(&stage, true);
	CHECK_CASE("and the archive read again", app->reader.offset == offset);
	stage_check("the archive read again", &stage);
	stage_close(&stage);
}

static void test_paging(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;
	uint32_t pages = 0;

	(void)state;
	stage_open(&stage, 24, 80);
	while (app->list.selected == 5 && pages < 50) {
		stage_type(&stage, " ");
		pages++;
	}
	CHECK_CASE("Space reads an article page by page", pages > 3 && pages < 50);
	CHECK_CASE("and then the next one, from its top",
		app->list.selected == 4 && app->page_top == 0);
	CHECK_CASE("without leaving the list", app->focus == PANE_LIST);
	CHECK_CASE("what was scrolled is read", app_mark(app, 5).read);
	stage_type(&stage, "K");
	CHECK_CASE("the end of the article before is where it was left",
		app->page_top + 12 == app->page.row_count);
	for (uint32_t i = 0; i < pages; i++)
		stage_type(&stage, "b");
	CHECK_CASE("b goes back up, not to another article",
		app->page_top == 0 && app->list.selected == 5);
	stage_close(&stage);
}

static void test_one_pane(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, 20, 50);
	stage_type(&stage, " ");
	CHECK_CASE("Space shows the reader first where it is hidden",
		stage.app.focus == PANE_READER && stage.app.page_top == 0);
	stage_type(&stage, "q");
	CHECK_CASE("q goes back to the list", stage.app.focus == PANE_LIST);
	stage_type(&stage, "q");
	CHECK_CASE("and quits from there", stage.app.requests.quit);
	stage_close(&stage);
}

static void test_folds(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	uint32_t rows = app->page.row_count;
	stage_type(&stage, "\nG\n");
	CHECK_CASE("Enter opens the fold on the screen", app->page.row_count == rows + 3);
	stage_type(&stage, "\n");
	CHECK_CASE("and closes it", app->page.row_count == rows);
	stage_type(&stage, "\nJ");
	CHECK_CASE("the next article's are closed", !app->reader.furniture_open);
	stage_close(&stage);
}

static void test_read_marks(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "jjk");
	CHECK_CASE("passing over does not read", app_tick(app, 100000) == -1);
	CHECK_CASE("passing over does not read", !app_mark(app, 4).read);
	app->now = stage.now = 200000;
	stage_type(&stage, "\n");
	CHECK_CASE("two seconds in the reader do", app_tick(app, 200500) == 1510);
	CHECK_CASE("not earlier", !app_mark(app, 4).read);
	CHECK_CASE("no further waiting", app_tick(app, 202011) == -1);
	CHECK_CASE("then it is read", app_mark(app, 4).read);
	stage_type(&stage, "M");
	CHECK_CASE("M makes it unread", !app_mark(app, 4).read);
	CHECK_CASE("and so it stays", app_tick(app, 300000) == -1 && !app_mark(app, 4).read);
	stage_type(&stage, ".");
	CHECK_CASE("a star", app_mark(app, 4).starred);
	stage_type(&stage, "UU");
	CHECK_CASE(
		"undone one after the other", !app_mark(app, 4).starred && app_mark(app, 4).read);
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_place),
		cmocka_unit_test(test_paging),
		cmocka_unit_test(test_one_pane),
		cmocka_unit_test(test_folds),
		cmocka_unit_test(test_read_marks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
