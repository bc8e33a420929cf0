#include "unit/app/keeping.h"

#include "unit/app/archive.h"

/* Puts the cursor on a value by its label; null when it is not there. */
static const struct sidebar_row *go_to(struct stage *stage, const char *label)
{
	struct app *app = &stage->app;

	stage_type(stage, "g");
	for (uint32_t i = 0; i < app->sidebar_row_count; i++) {
		const struct sidebar_row *row = &app->sidebar_rows[app->sidebar.cursor];
		if (row->kind == SIDEBAR_VALUE && !strcmp(row->value.clause.label, label))
			return row;
		stage_type(stage, "j");
	}
	return NULL;
}

static void test_choosing(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 36, 120);
	stage_key(&stage, KEYS_BACK_TAB);
	assert_non_null(go_to(&stage, "Igor Malenko"));
	stage_type(&stage, "\n");
	CHECK_CASE("Enter includes", app->listed_count == 4);
	const struct sidebar_row *row = &app->sidebar_rows[app->sidebar.cursor];
	CHECK_TEXT("the cursor stays on the value", span_of(row->value.clause.label),
		SPAN("Igor Malenko"));
	CHECK_CASE("which is marked", row->value.choice == CHOICE_INCLUDED);
	stage_type(&stage, "x");
	CHECK_CASE("x excludes instead", app->listed_count == 2 && app->query->clauses[0].exclude);
	stage_type(&stage, "x");
	CHECK_CASE("again clears", app->query->count == 0);
	stage_type(&stage, "\n");
	assert_non_null(go_to(&stage, "Claire Dubreuil"));
	stage_type(&stage, "\n");
	CHECK_CASE("two people, both named", app->listed_count == 3);
	stage_type(&stage, "o");
	CHECK_CASE("o: any of them", app->listed_count == 5);
	stage_type(&stage, "oC");
	CHECK_CASE("and all again", app->listed_count == 6 && !app->query->any_person);
	assert_non_null(go_to(&stage, "2021"));
	stage_type(&stage, "o");
	CHECK_CASE("years are not joined so, which is said",
		!app->query->any_person && app->message[0]);
	stage_close(&stage);
}

/* Puts the cursor on a heading; null when it is not there. */
static const struct sidebar_row *go_to_heading(struct stage *stage, enum facet facet)
{
	struct app *app = &stage->app;

	stage_type(stage, "g");
	for (uint32_t i = 0; i < app->sidebar_row_count; i++) {
		const struct sidebar_row *row = &app->sidebar_rows[app->sidebar.cursor];
		if (row->kind == SIDEBAR_HEADING && row->facet == facet)
			return row;
		stage_type(stage, "j");
	}
	return NULL;
}

static uint32_t values_of(const struct app *app, enum facet facet)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < app->sidebar_row_count; i++)
		count += app->sidebar_rows[i].facet == facet &&
			 app->sidebar_rows[i].kind == SIDEBAR_VALUE;
	return count;
}

static void test_sections(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 36, 120);
	stage_key(&stage, KEYS_BACK_TAB);
	CHECK_CASE("the cursor begins on a value",
		app->sidebar_rows[app->sidebar.cursor].kind == SIDEBAR_VALUE);
	const struct sidebar_row *heading = go_to_heading(&stage, FACET_PEOPLE);
	CHECK_CASE("the people are open", heading && heading->more == 0);
	stage_type(&stage, "\n");
	heading = &app->sidebar_rows[app->sidebar.cursor];
	CHECK_CASE("Enter closes the section",
		heading->kind == SIDEBAR_HEADING && values_of(app, FACET_PEOPLE) == 0);
	CHECK_CASE("which says how much it holds", heading->more == epoch_actor_count(app->epoch));
	stage_type(&stage, "fperson:malenko\n");
	CHECK_CASE("what is chosen is seen all the same", values_of(app, FACET_PEOPLE) == 1);
	stage_type(&stage, "C");
	assert_non_null(go_to_heading(&stage, FACET_PEOPLE));
	stage_type(&stage, "/mal");
	CHECK_CASE("narrowing opens it", values_of(app, FACET_PEOPLE) == 1);
	stage_key(&stage, KEYS_ESCAPE);
	CHECK_CASE("and leaves it open", values_of(app, FACET_PEOPLE) == 2);
	assert_non_null(go_to_heading(&stage, FACET_DATES));
	stage_type(&stage, "\n");
	CHECK_CASE("the years close too", values_of(app, FACET_DATES) == 0);
	stage_close(&stage);
}

/* So many articles, a year apart from each other, each in words of its own. */
static struct sample *years_make(uint32_t count, struct arena *arena)
{
	static const char *const parts[] = {"ba", "cor", "du", "fel", "gri", "lo", "man", "ne",
		"pol", "ra", "sti", "tu", "val", "zo", "mer", "ti"};
	struct sample *made = ARENA_ARRAY(arena, struct sample, count);

	for (uint32_t i = 0; i < count; i++) {
		uint32_t dice = i + 1;
		const char *words = "";
		for (int word = 0; word < 60; word++) {
			dice = dice * 1664525u + 1013904223u;
			words = arena_format(arena, "%s le %s%s%s", words, parts[dice >> 28],
				parts[dice >> 24 & 15], parts[dice >> 20 & 15]);
		}
		made[i] = (struct sample){arena_format(arena, "%u.txt", i),
			arena_format(arena, "Le %s%s du lac\n\nPublié le 3 mars %u\n\nVoici%s.\n",
				parts[i % 16], parts[i / 16], 1990 + i, words)};
	}
	return made;
}

static const struct sidebar_row *more_of(const struct app *app, enum facet facet)
{
	for (uint32_t i = 0; i < app->sidebar_row_count; i++)
		if (app->sidebar_rows[i].kind == SIDEBAR_MORE &&
			app->sidebar_rows[i].facet == facet)
			return &app->sidebar_rows[i];
	return NULL;
}

/* Whether a value stands in the sidebar. */
static bool is_shown(const struct app *app, const char *label)
{
	for (uint32_t i = 0; i < app->sidebar_row_count; i++)
		if (app->sidebar_rows[i].kind == SIDEBAR_VALUE &&
			!strcmp(app->sidebar_rows[i].value.clause.label, label))
			return true;
	return false;
}

static void test_years(void **state)
{
	struct archive_of_test archive;
	struct stage stage = {0};
	struct app *app = &stage.app;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	archive_begin(&archive, years_make(30, &arena), 30);
	app_init(app, NULL, "years");
	app_resize(app, 36, 120);
	app_take(app, archive.epoch, load_progress(archive.load), false);
	stage_key(&stage, KEYS_BACK_TAB);
	CHECK_CASE("of many years the newest are shown", values_of(app, FACET_DATES) == 8);
	CHECK_CASE("up to the last one",
		is_shown(app, "2019") && is_shown(app, "2012") && !is_shown(app, "2011"));
	const struct sidebar_row *more = more_of(app, FACET_DATES);
	CHECK_CASE("above them stands how many are earlier", more && more->more == 22);
	stage_type(&stage, "fdate:1999\n");
	CHECK_CASE("one that is chosen is seen", is_shown(app, "1999"));
	more = more_of(app, FACET_DATES);
	CHECK_CASE("and is no longer among the others", more && more->more == 21);
	stage_type(&stage, "C");
	stage_type(&stage, "g");
	for (uint32_t i = 0; i < app->sidebar_row_count; i++)
		if (app->sidebar_rows[app->sidebar.cursor].kind != SIDEBAR_MORE)
			stage_type(&stage, "j");
	stage_type(&stage, "\n");
	CHECK_CASE("Enter shows them all", values_of(app, FACET_DATES) == 30);
	stage_type(&stage, "\n");
	CHECK_CASE("and fewer again", values_of(app, FACET_DATES) == 8);
	app_clear(app);
	archive_end(&archive);
	arena_clear(&arena);
}

static void test_own_sections(void **state)
{
	char folder[] = "/tmp/depeche-sidebar-XXXXXX";
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	assert_non_null(mkdtemp(folder));
	keeping_open(&stage, folder);
	stage_type(&stage, "+lac\n");
	stage_key(&stage, KEYS_BACK_TAB);
	assert_non_null(go_to(&stage, "lac"));
	stage_type(&stage, "\n");
	CHECK_CASE("a tag is a value", app->result.count == 1);
	stage_type(&stage, "Cflac");
	stage_key(&stage, 'S' & 0x1f);
	stage_type(&stage, "Au lac\n");
	CHECK_CASE("a filter with a name", app->saved_count == 1);
	uint32_t found = app->result.count;
	stage_type(&stage, "C");
	assert_non_null(go_to(&stage, "Au lac"));
	stage_type(&stage, "x");
	CHECK_CASE("cannot be left out", app->query->count == 0);
	stage_type(&stage, "\n");
	CHECK_CASE("is taken up", app->query->count == 1 && app->result.count == found);
	CHECK_CASE("and marked",
		app->sidebar_rows[app->sidebar.cursor].value.choice == CHOICE_INCLUDED);
	stage_type(&stage, "\n");
	CHECK_CASE("again clears", app->query->count == 0);
	keeping_close(&stage);
	keeping_remove(folder);
}

static void test_dates(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 36, 120);
	stage_key(&stage, KEYS_BACK_TAB);
	assert_non_null(go_to(&stage, "2021"));
	stage_type(&stage, "\n");
	CHECK_CASE("a year", app->query->count == 1 && app->listed_count == 3);
	stage_type(&stage, "j");
	const struct sidebar_row *month = &app->sidebar_rows[app->sidebar.cursor];
	CHECK_CASE("opens its months", month->indent == 1 && month->most == 2);
	stage_type(&stage, "j\n");
	CHECK_CASE(
		"a month takes the year's place", app->query->count == 1 && app->listed_count == 2);
	stage_type(&stage, "j\n");
	CHECK_CASE("a day that of the month", app->query->count == 1 && app->listed_count == 1);
	CHECK_CASE(
		"a day stands under its month", app->sidebar_rows[app->sidebar.cursor].indent == 2);
	stage_type(&stage, "\n");
	CHECK_CASE("again clears", app->query->count == 0);
	assert_non_null(go_to(&stage, "2020"));
	stage_type(&stage, "x");
	CHECK_CASE("a year is left out", app->listed_count == 4);
	stage_close(&stage);
}

static void test_drawer(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	CHECK_CASE("closed on a narrow screen", app->panes.pane[PANE_SIDEBAR].rows == 0);
	stage_type(&stage, "B");
	CHECK_CASE("B opens the drawer",
		app->focus == PANE_SIDEBAR && app->panes.pane[PANE_SIDEBAR].rows > 0);
	stage_key(&stage, '\t');
	CHECK_CASE("it closes when the keys go elsewhere",
		app->focus == PANE_LIST && app->panes.pane[PANE_SIDEBAR].rows == 0);
	app_resize(app, 36, 120);
	CHECK_CASE("open beside on a wide one", app->panes.pane[PANE_SIDEBAR].rows > 0);
	stage_type(&stage, "B");
	CHECK_CASE("until B closes it", app->panes.pane[PANE_SIDEBAR].rows == 0);
	stage_type(&stage, "h");
	CHECK_CASE("then nothing is to the left", app->focus == PANE_LIST);
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_choosing),
		cmocka_unit_test(test_sections),
		cmocka_unit_test(test_years),
		cmocka_unit_test(test_own_sections),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_drawer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
