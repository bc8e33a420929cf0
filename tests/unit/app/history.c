#include "unit/check.h"

#include "app/history.h"
#include "app/undo.h"

static struct visit visit_of(article_id id)
{
	return (struct visit){.query = query_empty(), .article = id, .offset = id * 10};
}

static void test_browsing(void **state)
{
	struct history history = {0};

	(void)state;
	CHECK_CASE("nowhere to go at first", !history_go(&history, -1) && !history_go(&history, 1));
	for (article_id id = 0; id < 3; id++)
		history_visit(&history, visit_of(id));
	CHECK_CASE("back", history_go(&history, -1)->article == 1);
	CHECK_CASE("back again", history_go(&history, -1)->article == 0);
	CHECK_CASE("no further", !history_can(&history, -1));
	CHECK_CASE("forward", history_go(&history, 1)->article == 1);
	struct visit later = visit_of(1);
	later.offset = 77;
	history_update(&history, later);
	CHECK_CASE("the latest place is kept", history.visits[history.at].offset == 77);
	history_visit(&history, visit_of(9));
	CHECK_CASE("going elsewhere forgets what lay ahead", !history_can(&history, 1));
	CHECK_CASE("but not what lay behind", history_go(&history, -1)->offset == 77);
}

static void test_room(void **state)
{
	struct history history = {0};
	uint32_t back = 0;

	(void)state;
	for (article_id id = 0; id < 3 * HISTORY_ROOM; id++)
		history_visit(&history, visit_of(id));
	CHECK_CASE("no more than there is room for", history.count == HISTORY_ROOM);
	while (history_go(&history, -1))
		back++;
	CHECK_CASE("all of it can be gone back", back == HISTORY_ROOM - 1);
	CHECK_CASE(
		"the oldest are forgotten", history.visits[history.at].article == 2 * HISTORY_ROOM);
}

static void test_undo(void **state)
{
	struct undo undo = {0};

	(void)state;
	CHECK_CASE("nothing to undo", undo_pop(&undo).kind == CHANGE_NONE);
	for (uint32_t i = 0; i < UNDO_ROOM + 5; i++)
		undo_push(&undo, (struct change){.kind = CHANGE_MARK, .mark = {.offset = i}});
	for (uint32_t i = 0; i < UNDO_ROOM; i++)
		CHECK_CASE(
			"the newest comes first", undo_pop(&undo).mark.offset == UNDO_ROOM + 4 - i);
	CHECK_CASE("the oldest are forgotten", undo_pop(&undo).kind == CHANGE_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_browsing),
		cmocka_unit_test(test_room),
		cmocka_unit_test(test_undo),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
