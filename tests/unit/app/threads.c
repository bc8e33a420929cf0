#include "app/list-goto.h"
#include "store/epoch-stories.h"
#include "unit/app/stage.h"

static enum thread thread_of(const struct app *app, article_id id)
{
	return app->list_rows[app->list_places[id] - 1].thread;
}

/* From the top of the list down to an article. */
static void go_to(struct stage *stage, article_id id)
{
	stage_type(stage, "g");
	for (int i = 0; i < STAGE_ARTICLES && stage->app.list.selected != id; i++)
		stage_type(stage, "j");
	CHECK_CASE("it is in the list", stage->app.list.selected == id);
}

static void test_threads(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_reprint(&stage);
	const struct story *story = epoch_story(app->epoch, 2);
	CHECK_CASE("a reprint is the same story", story && story == epoch_story(app->epoch, 3));
	uint32_t folded = story->count - 1;
	stage_type(&stage, "S");
	CHECK_CASE("one row for a story", app->listed_count == STAGE_ARTICLES - folded);
	article_id head = story->articles[0];
	for (uint32_t i = 0; i < story->count; i++)
		head = app->list_places[story->articles[i]] ? story->articles[i] : head;
	CHECK_CASE("which tells how many it stands for",
		thread_of(app, head) == THREAD_FOLDED &&
			app->list_rows[app->list_places[head] - 1].count == story->count);
	CHECK_CASE("others stand alone", thread_of(app, 5) == THREAD_NONE);
	go_to(&stage, head);
	stage_type(&stage, "o");
	CHECK_CASE("o opens it", app->listed_count == STAGE_ARTICLES);
	CHECK_CASE("the selection stays", app->list.selected == head);
	stage_type(&stage, "j");
	CHECK_CASE("below stands another", thread_of(app, app->list.selected) == THREAD_INSIDE);
	stage_type(&stage, "o");
	CHECK_CASE("o folds it under the first",
		app->list.selected == head && app->listed_count == STAGE_ARTICLES - folded);
	stage_check("by story", &stage);
	stage_type(&stage, "amalenko\n");
	uint32_t counted = 0;
	for (uint32_t i = 0; i < app->listed_count; i++)
		counted += app->list_rows[i].count;
	CHECK_CASE("the rows count what passes", counted == app->result.count);
	stage_check("by story, filtered", &stage);
	stage_type(&stage, "CS");
	CHECK_CASE(
		"article by article again", app->listed_count == STAGE_ARTICLES && !app->list_rows);
	stage_check("article by article", &stage);
	stage_close(&stage);
}

static void test_shown(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_reprint(&stage);
	go_to(&stage, 2);
	stage_type(&stage, "S");
	CHECK_CASE("what is selected stays selected", app->list.selected == 2);
	stage_check("grouped around the selection", &stage);
	stage_type(&stage, "S");
	go_to(&stage, 3);
	stage_type(&stage, "S");
	CHECK_CASE("be it the one or the other", app->list.selected == 3);
	stage_check("grouped around the other one", &stage);
	stage_close(&stage);
}

/* What is folded is still gone through. */
static void test_steps(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *keys;
		article_id selected;
	} cases[] = {
		{"rows go from fold to fold", "jjj", 1},
		{"an earlier day may be in a fold", ",,,", 2},
		{"and so may a later one", "G,;;", 2},
		{"the next day is outside again", ",,,;;", 4},
		{"a mention in a fold is gone to", "jj))))))))", 2},
		{"and from below the last one", "G(((((((((((", 2},
		{"an unread article in a fold", "MjMjMgi", 2},
		{"and from below", "GKI", 2},
		{"a title in a fold is found", "/accord\nn", 2},
	};
	/* clang-format on */
	struct stage stage;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		stage_open(&stage, 24, 80);
		stage_reprint(&stage);
		stage_type(&stage, "S");
		CHECK_CASE("the later one is the row of both",
			thread_of(&stage.app, 3) == THREAD_FOLDED);
		stage_type(&stage, cases[i].keys);
		stage_check(cases[i].label, &stage);
		CHECK_CASE(cases[i].label, stage.app.list.selected == cases[i].selected);
		stage_close(&stage);
	}
}

/* Articles count, not rows. */
static void test_places(void **state)
{
	struct stage stage;
	struct app *app = &stage.app;

	(void)state;
	stage_open(&stage, 24, 80);
	stage_reprint(&stage);
	stage_type(&stage, "S");
	CHECK_CASE("all are gone through", app->walked_count == STAGE_ARTICLES);
	CHECK_CASE("one story", app->story_count == 1);
	stage_type(&stage, "G");
	CHECK_CASE("the last article is the last of all",
		app->walked_place == STAGE_ARTICLES - 1 && app->selected_place < app->walked_place);
	CHECK_CASE("one in a fold has its place", list_goto(app, SPAN("4")));
	app_resize(app, 24, 80);
	CHECK_CASE("and is shown", app->list.selected == 2 && app->walked_place == 3);
	stage_type(&stage, "S");
	CHECK_CASE("article by article places are rows",
		app->walked_place == app->selected_place && app->story_count == 0);
	stage_close(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_threads),
		cmocka_unit_test(test_shown),
		cmocka_unit_test(test_steps),
		cmocka_unit_test(test_places),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
