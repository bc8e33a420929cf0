#include "unit/app/stage.h"

static void test_in_text(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "\n/INGENIEURS");
	CHECK_CASE("accents and case do not matter", app->hit_count == 12);
	CHECK_CASE("the first hit is current while it is typed",
		app->reader.current.at.start == app->hits[0].start);
	stage_type(&stage, "\nnn");
	CHECK_CASE("n goes to the next", app->reader.current.at.start == app->hits[2].start);
	CHECK_CASE("and brings it into view",
		page_row(&app->page, app->hits[2].start) >= app->page_top);
	stage_type(&stage, "NNN");
	CHECK_CASE("N goes back, from the first to the last",
		app->reader.current.at.start == app->hits[11].start);
	stage_type(&stage, "n");
	CHECK_CASE("n from the last to the first", app->reader.current.at.start == app->hits[0].start);
	stage_type(&stage, "J");
	CHECK_CASE("the next article is searched too", app->hit_count == 12);
	stage_key(&stage, KEYS_ESCAPE);
	CHECK_CASE("Escape clears the hits", app->hit_count == 0 && app->reader.find[0] == 0);
	stage_close(&stage);
}

static void test_cancelled(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "\njj");
	uint32_t offset = app->reader.offset;
	stage_type(&stage, "/ingenieurs\n");
	stage_type(&stage, "/paragraphe 11");
	CHECK_CASE("it goes to the hit", app->hit_count == 1 && app->reader.offset > offset);
	offset = app->before.offset;
	stage_key(&stage, KEYS_ESCAPE);
	CHECK_CASE("Escape brings the place back", app->reader.offset == offset);
	CHECK_CASE("and what was searched before", app->hit_count == 12);
	stage_type(&stage, "/\n");
	CHECK_CASE("nothing typed searches on", app->hit_count == 12);
	stage_close(&stage);
}

static void test_in_list(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "/barrages");
	CHECK_CASE("the selected title already holds it", app->list.selected == 5);
	stage_type(&stage, "\nn");
	CHECK_CASE("n goes to the next title", app->list.selected == 2);
	stage_type(&stage, "n");
	CHECK_CASE("and round", app->list.selected == 5);
	stage_type(&stage, "/etiage");
	CHECK_CASE("accents do not matter", app->list.selected == 4);
	stage_key(&stage, KEYS_ESCAPE);
	CHECK_CASE("Escape brings the selection back", app->list.selected == 5);
	stage_type(&stage, "/zzz\n");
	CHECK_CASE("nothing found moves nothing", app->list.selected == 5);
	stage_close(&stage);
}

static void test_narrowing(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 36, 120);
	stage_key(&stage, KEYS_BACK_TAB);
	uint32_t rows = app->sidebar_row_count;
	stage_type(&stage, "/dub");
	CHECK_CASE("a section is narrowed", app->sidebar_row_count < rows);
	stage_type(&stage, "\n\n");
	CHECK_CASE(
		"the cursor is on what is left", app->query->count == 1 && app->listed_count == 4);
	stage_key(&stage, KEYS_ESCAPE);
	CHECK_CASE("Escape clears the narrowing", app->sidebar.narrow[FACET_PEOPLE][0] == 0);
	CHECK_CASE("the sidebar keeps the keys", app->focus == PANE_SIDEBAR);
	stage_type(&stage, "?/menti\n");
	CHECK_TEXT("the help is narrowed", span_of(app->overlay.narrow), SPAN("menti"));
	stage_key(&stage, KEYS_ESCAPE);
	CHECK_CASE("Escape clears that first",
		app->overlay.which == OVERLAY_HELP && app->overlay.narrow[0] == 0);
	stage_key(&stage, KEYS_ESCAPE);
	CHECK_CASE("then closes the help", app->overlay.which == OVERLAY_NONE);
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_in_text),
		cmocka_unit_test(test_cancelled),
		cmocka_unit_test(test_in_list),
		cmocka_unit_test(test_narrowing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
