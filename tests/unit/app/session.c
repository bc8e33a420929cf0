#include "unit/app/keeping.h"

#include "app/journal-saved.h"
#include "app/session.h"
#include "app/threads.h"
#include "store/epoch-stories.h"

/* A stage that comes back to how the archive was left. */
static void come_back(struct stage *stage, const char *folder, const char *archive)
{
	struct journal *journal;
	struct fault why;

	assert_int_equal(journal_open(&journal, folder, &why), OK);
	stage_open_with(stage, 36, 120, journal);
	session_begin(&stage->app, archive, true);
	stage_load(stage, true);
}

static void test_back(void **state)
{
	char folder[] = "/tmp/depeche-session-XXXXXX";
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	assert_non_null(mkdtemp(folder));
	come_back(&stage, folder, "/a\n");
	CHECK_CASE("nothing is known at first", app->query->count == 0 && app->list.selected == 5);
	stage_type(&stage, "flac\nsjj\nBrWO");
	int measure = app->reader.measure;
	article_id id = app->reader.article;
	uint32_t count = app->result.count;
	CHECK_CASE("some pass", count > 2 && count < STAGE_ARTICLES + 1);
	keeping_close(&stage);

	come_back(&stage, folder, "/a\n");
	CHECK_CASE("the filter", app->query->count == 1 && app->result.count == count);
	CHECK_CASE("the article", app->reader.article == id && app->focus == PANE_READER);
	CHECK_CASE("the order", app->list.order == ORDER_TITLE);
	CHECK_CASE("the panes", !app->sidebar.open && app->related.open && app->maximised);
	CHECK_CASE("how wide a line is", app->reader.measure == measure && measure != 72);
	stage_check("all is as it must be", &stage);
	keeping_close(&stage);

	come_back(&stage, folder, "/b\n");
	CHECK_CASE("another archive is not concerned", app->query->count == 0 && app->sidebar.open);
	keeping_close(&stage);
	keeping_remove(folder);
}

/* Stories of which articles are looked at one by one. */
static void test_opened(void **state)
{
	char folder[] = "/tmp/depeche-session-XXXXXX";
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	assert_non_null(mkdtemp(folder));
	come_back(&stage, folder, "/a\n");
	stage_reprint(&stage);
	CHECK_CASE("the stage has a story", threads_show(app, 3) && app->list.opened.count == 1);
	app_key(app, 'S', stage.now += 10);
	session_end(app);
	app->list.opened.count = 0;
	session_begin(app, "/a\n", true);
	app_take(app, app->epoch, app->progress, false);
	CHECK_CASE("an opened story is open again",
		app->list.opened.count == 1 &&
			app->list.opened.at[0] == epoch_story(app->epoch, 2)->articles[0]);
	keeping_close(&stage);
	keeping_remove(folder);
}

/* What cannot be understood, or is not there, is passed over. */
static void test_odd(void **state)
{
	static const char *const sessions[] = {"", "\n\n", "filter person:zorglub\n",
		"article zz\n", "article ffffffffffffffffffffffffffffffff\nreader\n",
		"filter (((\norder x\n", "order\nfilter\narticle", "filter \xff\n",
		"stories\nstories\nno-sidebar\nx"};
	char folder[] = "/tmp/depeche-session-XXXXXX";
	struct stage stage;

	(void)state;
	assert_non_null(mkdtemp(folder));
	for (size_t i = 0; i < COUNT(sessions); i++) {
		keeping_open(&stage, folder);
		journal_set_session(stage.app.journal, "/a\n", sessions[i], NULL);
		keeping_close(&stage);
		come_back(&stage, folder, "/a\n");
		CHECK_CASE(sessions[i],
			stage.app.listed_count == STAGE_ARTICLES || stage.app.list.by_story);
		stage_type(&stage, "jk\n");
		stage_check(sessions[i], &stage);
		keeping_close(&stage);
	}
	keeping_remove(folder);
}

static void test_touched(void **state)
{
	char folder[] = "/tmp/depeche-session-XXXXXX";
	struct stage stage;
	struct journal *journal;
	struct fault why;

	(void)state;
	assert_non_null(mkdtemp(folder));
	come_back(&stage, folder, "/a\n");
	stage_type(&stage, "flac\n");
	keeping_close(&stage);
	assert_int_equal(journal_open(&journal, folder, &why), OK);
	stage_open_with(&stage, 36, 120, journal);
	session_begin(&stage.app, "/a\n", true);
	stage_type(&stage, "j");
	stage_load(&stage, true);
	CHECK_CASE("whoever has typed a key is not taken elsewhere", stage.app.query->count == 0);
	keeping_close(&stage);
	keeping_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_back),
		cmocka_unit_test(test_opened),
		cmocka_unit_test(test_odd),
		cmocka_unit_test(test_touched),
	};
	return cmocka_run_group_tests_name("app/session", tests, NULL, NULL);
}
