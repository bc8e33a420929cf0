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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_asked),
		cmocka_unit_test(test_printed),
		cmocka_unit_test(test_for_good),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
