#include "unit/app/stage.h"

/* The row that the cursor is on: "2021-05-01..2021-05-31 2/2". */
static const char *at(const struct stage *stage, struct arena *arena)
{
	const struct timeline *timeline = &stage->app.timeline;
	const struct tally_row *row = &timeline->tally.rows[timeline->cursor];

	return arena_format(arena, "%s..%s %u/%u", day_iso(row->from, PRECISION_DAY, arena),
		day_iso(row->to, PRECISION_DAY, arena), row->here, row->all);
}

static void test_steps(void **state)
{
	static const struct {
		const char *label, *keys, *want;
	} cases[] = {
		{"it opens on the article that is selected, by month where years are shown", "t",
			"2022-06-01..2022-06-30 1/1"},
		{"on that of another article", "jjt", "2021-05-01..2021-05-31 2/2"},
		{"a step back goes over what is empty", "t,", "2021-05-01..2021-05-31 2/2"},
		{"the first of all is the end", "t,,,,,,,", "2020-01-01..2020-01-31 1/1"},
		{"a row up may be empty", "tk", "2021-06-01..2022-05-31 0/0"},
		{"zooming in lands on the first article", "t,z", "2021-04-26..2021-05-02 1/1"},
		{"zooming out on the period around", "t,zZZ", "2021-01-01..2021-12-31 3/3"},
		{"nothing is longer than a year", "tZZZZ", "2022-01-01..2022-12-31 1/1"},
		{"nothing is shorter than a day", "tzzzzz", "2022-06-30..2022-06-30 1/1"},
		{"the filter can be typed in it", "tfbarrages\n,", "2021-04-01..2021-04-30 1/1"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct stage stage;
		stage_open(&stage, 24, 80);
		stage_type(&stage, cases[i].keys);
		CHECK_CASE(cases[i].label, stage.app.overlay.which == OVERLAY_TIMELINE);
		CHECK_TEXT(cases[i].label, span_of(at(&stage, &stage.app.arena)),
			span_of(cases[i].want));
		stage_check(cases[i].label, &stage);
		stage_close(&stage);
	}
}

static void test_narrow(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "t,\n");
	CHECK_CASE("Enter closes", app->overlay.which == OVERLAY_NONE && app->focus == PANE_LIST);
	CHECK_CASE("and leaves the articles of that month", app->result.count == 2);
	CHECK_TEXT("with a chip", span_of(app->query->clauses[0].label), SPAN("May 2021"));
	stage_type(&stage, "t");
	CHECK_CASE("the other months can still be reached",
		app->timeline.tally.most_here == 2 && app->timeline.tally.rows[0].here == 1);
	stage_type(&stage, ",\n");
	CHECK_CASE(
		"another month takes its place", app->query->count == 1 && app->result.count == 1);
	stage_type(&stage, "UUt");
	CHECK_CASE("both are undone", app->result.count == STAGE_ARTICLES);
	stage_type(&stage, "tt,k\n");
	CHECK_CASE("an empty month is no filter", app->query->count == 0);
	stage_key(&stage, KEYS_ESCAPE);
	CHECK_CASE("Escape closes", app->overlay.which == OVERLAY_NONE);
	stage_check("after the timeline", &stage);
	stage_close(&stage);
}

static void test_split(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "tss");
	CHECK_CASE("who is named most, as nobody is chosen", app->timeline.part_count == 2);
	CHECK_CASE("each has a count a month",
		app->timeline.tally.rows[0].parts[0] + app->timeline.tally.rows[0].parts[1] == 1);
	stage_type(&stage, "s");
	CHECK_CASE("and together again", app->timeline.part_count == 0);
	stage_close(&stage);
}

static void test_sizes(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "tzz");
	for (int rows = 1; rows < 40; rows++)
		for (int cols = 1; cols < 240; cols += 17) {
			app_resize(app, rows, cols);
			struct timeline_layout layout =
				timeline_layout(&app->timeline, panes_body(&app->panes));
			CHECK_CASE("the cursor's row is shown",
				app->timeline.cursor >= app->timeline.top &&
					app->timeline.cursor <
						app->timeline.top + (uint32_t)layout.rows.rows);
		}
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_steps),
		cmocka_unit_test(test_narrow),
		cmocka_unit_test(test_split),
		cmocka_unit_test(test_sizes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
