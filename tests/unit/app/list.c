#include "app/list-goto.h"
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
		{"without words relevance is no order", "sss", 5, 0},
		{"by relevance: the rarer of two words first", "faccord OR barrages\nsssg", 2, 0},
		{"by relevance: a filter without words is by date", "fbarrages\nsssCg", 5, 0},
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

static void test_goto(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *words;
		bool found;
		article_id selected;
		const char *said;
	} cases[] = {
		{"a day", "2021-05-02", true, 3, ""},
		{"blanks around it are nothing", "  2020-01-04 ", true, 0, ""},
		{"the first article listed of a month", "2021-05", true, 4, ""},
		{"of a year", "2020", true, 1, ""},
		{"of a day on which there is none the nearest", "2021-05-07", true, 4,
			"no article of Friday 7 May 2021; the nearest is of 9 May 2021"},
		{"before the first there is the first", "1066", true, 0,
			"no article of 1066; the nearest is of 4 Jan 2020"},
		{"the beginning", "0%", true, 5, ""},
		{"the end", "100 %", true, 0, ""},
		{"a share of the rows", "50%", true, 3, ""},
		{"an article by its place", "2", true, 4, ""},
		{"there is no article 0", "0", false, 5, "the list goes from 1 to 6"},
		{"nor one beyond the last", "7", false, 5, "the list goes from 1 to 6"},
		{"nor more than everything", "101%", false, 5,
			"a day (2021-02-03), month, year, number or share (75%) is wanted"},
		{"nor is there a thirtieth of February", "2021-02-30", false, 5,
			"a day (2021-02-03), month, year, number or share (75%) is wanted"},
		{"nothing is no place", "", false, 5,
			"a day (2021-02-03), month, year, number or share (75%) is wanted"},
		{"a number of any length is survived", "99999999999999999999999999999999", false, 5,
			"a day (2021-02-03), month, year, number or share (75%) is wanted"},
	};
	/* clang-format on */
	struct stage stage;

	(void)state;
	stage_open(&stage, 36, 120);
	for (size_t i = 0; i < COUNT(cases); i++) {
		stage_type(&stage, "g");
		bool found = list_goto(&stage.app, span_of(cases[i].words));
		CHECK_CASE(cases[i].label, found == cases[i].found);
		CHECK_TEXT(cases[i].label, span_of(stage.app.message), span_of(cases[i].said));
		app_resize(&stage.app, 36, 120);
		CHECK_CASE(cases[i].label, stage.app.list.selected == cases[i].selected);
		stage_check(cases[i].label, &stage);
	}
	list_goto(&stage.app, SPAN("1"));
	list_goto(&stage.app, SPAN("2020-01-04"));
	stage_type(&stage, "<");
	CHECK_CASE("it can be gone back from", stage.app.list.selected == 5);
	stage_type(&stage, "fzzzz\n");
	CHECK_CASE("an empty list has no places", !list_goto(&stage.app, SPAN("1")));
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_moving),
		cmocka_unit_test(test_neighbours),
		cmocka_unit_test(test_growing),
		cmocka_unit_test(test_goto),
		cmocka_unit_test(test_empty),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
