#include "unit/app/stage.h"

static void test_moving(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys;
		article_id selected;
		uint32_t place;
	} cases[] = {
		{"the latest article comes first", "", 5, 0},
		{"j goes down", "jj", 3, 2},
		{"k goes up, no further than the first", "jkkk", 5, 0},
		{"G goes to the last, j stays there", "Gj", 0, 5},
		{"g goes back to the first", "Gg", 5, 0},
		{"J and K step through articles", "JJK", 4, 1},
		{"an earlier day is , and a later one ;", ",,,;", 3, 2},
		{"there is no later day than the latest", ";", 5, 0},
		{"d goes half a list down", "d", 1, 4},
		{"sorted by title the article stays selected", "jjs", 3, 3},
		{"days are those of the calendar in any order", "s;", 5, 2},
		{"unread is next: what was read is passed over", "jMkJKi", 3, 2},
		{"no unread article above", "jI", 5, 0},
	};
	/* clang-format on */
	struct stage stage;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		stage_open(&stage, 36, 120);
		stage_type(&stage, cases[i].keys);
		stage_check(cases[i].label, &stage);
		CHECK_CASE(cases[i].label, stage.app.list.selected == cases[i].selected);
		CHECK_CASE(cases[i].label, stage.app.selected_place == cases[i].place);
		stage_close(&stage);
	}
}

static void test_neighbours(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "jjfnavigation\n");
	CHECK_CASE("words narrow the list", app->listed_count == 1);
	CHECK_CASE("the nearest neighbour is selected", app->list.selected == 4);
	stage_type(&stage, "Cfzzzz\n");
	CHECK_CASE("an empty list selects nothing", app->list.selected == ARTICLE_NONE);
	stage_type(&stage, "J\nrpn)=MxWO");
	stage_check("keys do nothing in an empty list", &stage);
	stage_type(&stage, "q");
	while (app->query->count > 0)
		stage_type(&stage, "qc");
	CHECK_CASE("the article comes back with the list", app->list.selected == 4);
	stage_close(&stage);
}

/* While the archive is read, newer articles may come above the one that is selected. */
static void test_growing(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;
	uint32_t before;

	(void)state;
	stage_open(&stage, 24, 80);
	app_take(app, app->epoch, load_progress(stage.load), false);
	CHECK_CASE("untouched, the first article stays selected", app->selected_place == 0);
	stage_type(&stage, "jjj");
	before = app->list.selected;
	app_take(app, app->epoch, load_progress(stage.load), false);
	CHECK_CASE("touched, the article stays selected", app->list.selected == before);
	app_take(app, NULL, (struct load_progress){LOAD_READING, 3, 9}, false);
	CHECK_CASE("progress alone changes nothing else", app->progress.done == 3);
	stage_check("progress alone changes nothing else", &stage);
	stage_close(&stage);
}

static void test_empty(void **state)
{
	struct app app;

	(void)state;
	app_init(&app, NULL, "nothing");
	app_resize(&app, 24, 80);
	for (uint32_t key = 1; key < 128; key++) {
		app_key(&app, key, key);
		app_key(&app, KEYS_ESCAPE, key);
	}
	for (uint32_t key = KEYS_UP; key <= KEYS_PASTE; key++)
		app_key(&app, key, 1000);
	CHECK_CASE("every key is survived before the first epoch", app.listed_count == 0);
	app_clear(&app);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_moving),
		cmocka_unit_test(test_neighbours),
		cmocka_unit_test(test_growing),
		cmocka_unit_test(test_empty),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
