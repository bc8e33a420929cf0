#include "app/marks.h"
#include "store/own.h"
#include "unit/app/keeping.h"

#include <sys/stat.h>

static void test_for_good(void **state)
{
	char folder[] = "/tmp/depeche-marks-XXXXXX";
	struct stage stage;

	(void)state;
	assert_non_null(mkdtemp(folder));
	keeping_open(&stage, folder);
	stage_type(&stage, "\njjjjjj.");
	uint32_t before = stage.app.reader.offset;
	stage_type(&stage, "Jjj");
	uint32_t offset = stage.app.reader.offset;
	keeping_close(&stage);

	/* The same articles in another folder: a moved file keeps its marks. */
	keeping_open(&stage, folder);
	CHECK_CASE("starred for good", app_mark(&stage.app, 5).starred);
	CHECK_CASE("read for good", app_mark(&stage.app, 5).read && app_mark(&stage.app, 4).read);
	CHECK_CASE("others are not", !app_mark(&stage.app, 3).read);
	stage_type(&stage, "J");
	CHECK_CASE("the place that was on the screen at the end",
		offset > 0 && stage.app.reader.offset == offset);
	stage_type(&stage, "K");
	CHECK_CASE("the place in the one before", before > 0 && stage.app.reader.offset == before);
	stage_type(&stage, "UU");
	CHECK_CASE("another run's marks are not undone", app_mark(&stage.app, 5).starred);
	keeping_close(&stage);
	keeping_remove(folder);
}

/* Filters ask for what was marked, at once and after the archive was read again. */
static void test_asked(void **state)
{
	struct stage stage;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_type(&stage, "jj.kk");
	stage_type(&stage, "fis:starred\n");
	CHECK_CASE("the starred one alone", stage.app.result.count == 1);
	CHECK_CASE("it is that one", app_is_inside(&stage.app, 3));
	stage_load(&stage, true);
	CHECK_CASE("after a reload too", stage.app.result.count == 1);
	stage_type(&stage, "CU");
	stage_type(&stage, "f-is:starred\n");
	CHECK_CASE("the others", stage.app.result.count == STAGE_ARTICLES - 1);
	stage_close(&stage);
}

/* What is only printed is told by the same journal, which stays as it is. */
static void test_printed(void **state)
{
	char folder[] = "/tmp/depeche-marks-XXXXXX";
	struct stage stage;
	struct fault why;

	(void)state;
	assert_non_null(mkdtemp(folder));
	stage_open(&stage, 24, 80);
	CHECK_CASE("no journal is no failure",
		marks_tell_printed(stage.app.epoch, folder, &why) == OK);
	CHECK_CASE("and none is made", rmdir(folder) == 0 && mkdir(folder, 0700) == 0);
	stage_close(&stage);
	keeping_open(&stage, folder);
	stage_type(&stage, "jj.");
	keeping_close(&stage);
	stage_open(&stage, 24, 80);
	CHECK_CASE("nothing is known before", !own_has(epoch_own(stage.app.epoch), OWN_STARRED, 3));
	CHECK_CASE("the journal is read", marks_tell_printed(stage.app.epoch, folder, &why) == OK);
	CHECK_CASE("what was starred", own_has(epoch_own(stage.app.epoch), OWN_STARRED, 3));
	CHECK_CASE("and nothing else", own_count(epoch_own(stage.app.epoch), OWN_STARRED) == 1);
	stage_close(&stage);
	keeping_remove(folder);
}

static uint32_t starred(const struct app *app)
{
	uint32_t count = 0;

	for (article_id id = 0; id < STAGE_ARTICLES; id++)
		count += app_mark(app, id).starred;
	return count;
}

/* "*" and a key: all that is listed, undone as one. */
static void mark_all(struct stage *stage)
{
	struct app *app = &stage->app;

	stage_type(stage, "jj.fmalenko\n");
	CHECK_CASE("some pass", app->result.count == 4);
	stage_type(stage, "*.");
	CHECK_CASE("all of them are starred, and what was", starred(app) == 5);
	CHECK_CASE("and nothing is read by it", !app_mark(app, 0).read);
	stage_type(stage, "*M");
	CHECK_CASE("read too", app_mark(app, 0).read && app_mark(app, 5).read);
	CHECK_CASE("but not what does not pass", !app_mark(app, 4).read);
	stage_type(stage, "fis:read\n");
	CHECK_CASE("filters know", app->result.count == 4);
	stage_type(stage, "UUU");
	CHECK_CASE("one undo for the filter, one for each key", starred(app) == 1);
	CHECK_CASE("as it was", !app_mark(app, 0).read && app_mark(app, 3).starred);
	stage_type(stage, "*.*.");
	CHECK_CASE("all starred lose it", starred(app) == 1);
	stage_type(stage, "*j");
	CHECK_CASE("another key does nothing", starred(app) == 1 && !app->menu);
	stage_type(stage, "Cfzzzz\n*");
	CHECK_CASE("an empty list has nothing to mark", !app->menu);
	stage_check("marks for all", stage);
}

static void test_all(void **state)
{
	char folder[] = "/tmp/depeche-marks-XXXXXX";
	struct stage stage;

	(void)state;
	stage_open(&stage, 24, 80);
	mark_all(&stage);
	stage_close(&stage);
	assert_non_null(mkdtemp(folder));
	keeping_open(&stage, folder);
	mark_all(&stage);
	stage_type(&stage, "qC*.");
	keeping_close(&stage);
	keeping_open(&stage, folder);
	CHECK_CASE("kept for good", starred(&stage.app) == STAGE_ARTICLES);
	keeping_close(&stage);
	keeping_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_asked),
		cmocka_unit_test(test_printed),
		cmocka_unit_test(test_for_good),
		cmocka_unit_test(test_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
