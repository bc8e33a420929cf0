#include "unit/check.h"

#include "know/stories-index.h"

/* Four articles out of their order in time; terms 0 to 4, of which 3 stands nowhere. */
static const struct story_term first[] = {{0, 0.5f, STORY_TITLE, 0}, {2, 0.25f, 0, 0}};
static const struct story_term second[] = {{0, 0.125f, 0, 0}};
static const struct story_term third[] = {{1, 1, 0, 0}, {2, 0.75f, STORY_LEAD, 0}, {4, 0.5f, 0, 0}};
static const int32_t days[] = {7, 9};

static const struct story_article articles[] = {
	{.terms = first, .term_count = 2, .day = 30, .days = days, .day_count = 2},
	{.terms = second, .term_count = 1, .day = DAY_NONE},
	{.terms = third, .term_count = 3, .day = 10, .days = days, .day_count = 1},
	{.day = 20},
};
static const float rarities[] = {3, 1, 4, 1, 5};
static const struct story_archive archive = {
	.articles = articles, .count = 4, .rarities = rarities, .term_count = 5};

static void test_order(void **state)
{
	static const uint32_t want[] = {2, 3, 0, 1};
	struct story_index index;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	story_index_make(&index, &archive, &arena);
	for (uint32_t place = 0; place < 4; place++) {
		CHECK_CASE("by day, the undated last", index.articles[place] == want[place]);
		CHECK_CASE("and back", index.places[want[place]] == place);
	}
	CHECK_CASE("the first of a day", story_index_place(&index, 20) == 1);
	CHECK_CASE("after all that are dated", story_index_place(&index, 31) == 3);
	CHECK_CASE("before all", story_index_place(&index, INT32_MIN) == 0);
	arena_clear(&arena);
}

static void check_row(const struct story_index *index, uint32_t term, const char *want)
{
	struct arena arena;
	const char *got = "";

	arena_init(&arena);
	for (size_t i = index->starts[term]; i < index->starts[term + 1]; i++)
		got = arena_format(
			&arena, "%s%u*%.3f ", got, index->at[i], (double)index->weights[i]);
	CHECK_TEXT("row of a term", span_of(got), span_of(want));
	arena_clear(&arena);
}

static void test_rows(void **state)
{
	struct story_index index;
	struct arena arena;
	uint32_t all = 0;

	(void)state;
	arena_init(&arena);
	story_index_make(&index, &archive, &arena);
	check_row(&index, 0, "2*0.500 3*0.125 ");
	check_row(&index, 1, "0*1.000 ");
	check_row(&index, 2, "0*0.750 2*0.250 ");
	check_row(&index, 3, "");
	check_row(&index, 4, "0*0.500 ");
	CHECK_CASE("all of a row", story_index_count(&index, 2, 0, 4, &all) == 2 && all == 2);
	CHECK_CASE(
		"those of some weeks", story_index_count(&index, 2, 1, 3, &all) == 1 && all == 2);
	CHECK_CASE("none", story_index_count(&index, 3, 0, 4, &all) == 0 && all == 0);
	CHECK_CASE("lengths of titles and leads", index.title_lengths[0] == 3 &&
							  index.lead_lengths[2] == 4 &&
							  index.title_lengths[3] == 0);
	CHECK_CASE("how many speak of a day", map_get_number(&index.spoken, 7)->value == 2 &&
						      map_get_number(&index.spoken, 9)->value == 1);
	arena_clear(&arena);
}

static void test_empty(void **state)
{
	const struct story_archive none = {.count = 0};
	struct story_index index;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	story_index_make(&index, &none, &arena);
	CHECK_CASE("no place", story_index_place(&index, 5) == 0);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
