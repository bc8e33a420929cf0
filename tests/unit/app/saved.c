#include "unit/app/keeping.h"

#include "app/journal-saved.h"
#include "app/saved.h"

static void test_save(void **state)
{
	char folder[] = "/tmp/depeche-saved-XXXXXX";
	struct stage stage;
	struct app *app = &stage.app;
	struct fault why;

	(void)state;
	assert_non_null(mkdtemp(folder));
	keeping_open(&stage, folder);
	CHECK_CASE("no filter", saved_save(app, SPAN("a"), &why) == ERR_USAGE);
	stage_type(&stage, "fperson:malenko\n");
	uint32_t count = app->result.count;
	CHECK_CASE("no name", saved_save(app, SPAN("  "), &why) == ERR_USAGE);
	CHECK_CASE("saved", !saved_save(app, SPAN("Malenko"), &why));
	stage_type(&stage, "F pourparlers");
	stage_key(&stage, 'S' & 0x1f);
	CHECK_CASE("Ctrl-S asks for a name", app->prompt.use == PROMPT_SAVE);
	stage_type(&stage, "Au bord du lac\n");
	CHECK_CASE("two rows", app->saved_count == 2);
	CHECK_CASE("with what each finds",
		app->saved_rows[0].articles == count && app->saved_rows[1].articles == 1);
	CHECK_CASE("the second is on the screen",
		!app->saved_rows[0].chosen && app->saved_rows[1].chosen);
	stage_type(&stage, "C");
	CHECK_CASE(
		"taken up", !saved_use(app, SPAN("malenko"), &why) && app->result.count == count);
	stage_type(&stage, "U");
	CHECK_CASE("which can be undone", app->query->count == 0);
	CHECK_CASE("none of that name", saved_use(app, SPAN("x"), &why) == ERR_ABSENT);
	keeping_close(&stage);

	keeping_open(&stage, folder);
	CHECK_CASE("kept for good", app->saved_count == 2);
	CHECK_CASE("dropped", !saved_drop(app, SPAN("malenko"), &why));
	stage_type(&stage, "j");
	CHECK_CASE("gone", app->saved_count == 1);
	stage_type(&stage, "U");
	CHECK_CASE("it is back, last", app->saved_count == 2 && app->saved_rows[1].works &&
					       strcmp(app->saved_rows[1].name, "malenko") == 0);
	keeping_close(&stage);
	keeping_remove(folder);
}

static uint32_t starred_by_hand(const struct app *app)
{
	uint32_t count = 0;

	for (article_id id = 0; id < epoch_count(app->epoch); id++)
		count += app_mark(app, id).starred;
	return count;
}

/* What the reader marks changes what a filter finds; all the others are not looked for again. */
static void test_marked(void **state)
{
	char folder[] = "/tmp/depeche-saved-XXXXXX";
	struct stage stage;
	struct app *app = &stage.app;
	struct fault why;

	(void)state;
	assert_non_null(mkdtemp(folder));
	keeping_open(&stage, folder);
	stage_type(&stage, "fis:starred\n");
	CHECK_CASE("saved", !saved_save(app, SPAN("Stars"), &why));
	stage_type(&stage, "Cflac\n");
	uint32_t lake = app->result.count;
	CHECK_CASE("saved too", !saved_save(app, SPAN("Lake"), &why));
	stage_type(&stage, "C");
	CHECK_CASE("nothing has a star yet", app->saved_rows[0].articles == 0 &&
						     app->saved_rows[1].articles == lake &&
						     lake > 0);
	stage_type(&stage, ".fdubreuil\n");
	CHECK_CASE("one has", starred_by_hand(app) == 1 && app->saved_rows[0].articles == 1 &&
				      app->saved_rows[1].articles == lake);
	keeping_close(&stage);
	keeping_remove(folder);
}

static void test_undo(void **state)
{
	char folder[] = "/tmp/depeche-saved-XXXXXX";
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	assert_non_null(mkdtemp(folder));
	keeping_open(&stage, folder);
	stage_type(&stage, "flac");
	stage_key(&stage, 'S' & 0x1f);
	stage_type(&stage, "Eaux\nF dubreuil");
	stage_key(&stage, 'S' & 0x1f);
	stage_type(&stage, "EAUX\n");
	CHECK_CASE("the same name takes the place",
		app->saved_count == 1 && strstr(app->saved_rows[0].text, "dubreuil"));
	stage_type(&stage, "U");
	CHECK_CASE("what it was", strcmp(app->saved_rows[0].text, "lac") == 0);
	stage_type(&stage, "UU");
	CHECK_CASE("no longer saved", app->saved_count == 0);
	keeping_close(&stage);
	keeping_remove(folder);
}

static void test_other_archive(void **state)
{
	char folder[] = "/tmp/depeche-saved-XXXXXX";
	struct stage stage;
	struct fault why;

	(void)state;
	assert_non_null(mkdtemp(folder));
	keeping_open(&stage, folder);
	journal_set_filter(stage.app.journal, SPAN("Nobody"), "person:zorglub", &why);
	keeping_close(&stage);
	keeping_open(&stage, folder);
	CHECK_CASE("whom it asks for is not here",
		stage.app.saved_count == 1 && !stage.app.saved_rows[0].works);
	CHECK_CASE("and so it is said", saved_use(&stage.app, SPAN("nobody"), &why) == ERR_ABSENT &&
						strstr(why.words, "zorglub"));
	CHECK_CASE("nothing has changed", stage.app.query->count == 0);
	keeping_close(&stage);
	keeping_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_save),
		cmocka_unit_test(test_marked),
		cmocka_unit_test(test_undo),
		cmocka_unit_test(test_other_archive),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
