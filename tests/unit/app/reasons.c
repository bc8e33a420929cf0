#include "unit/check.h"

#include "unit/app/archive.h"

#include "app/reasons.h"

static struct archive_of_test archive;

static int begin(void **state)
{
	(void)state;
	archive_begin(&archive, dam_samples, COUNT(dam_samples));
	return 0;
}

static int end(void **state)
{
	(void)state;
	archive_end(&archive);
	return 0;
}

/* The reasons for the pair, joined by a bar; "" when they are not related. */
static const char *reasons(article_id from, article_id to, struct arena *arena)
{
	struct related_article *related = NULL;
	uint32_t count = epoch_related(archive.epoch, from, 10, &related, arena);

	for (uint32_t i = 0; i < count; i++) {
		const char **found = NULL, *line = "";

		if (related[i].id != to)
			continue;
		uint32_t reasons = reasons_related(archive.epoch, from, &related[i], &found, arena);
		for (uint32_t k = 0; k < reasons; k++)
			line = arena_format(arena, "%s%s%s", line, k ? " | " : "", found[k]);
		return line;
	}
	return "";
}

static void check_says(const char *label, const char *line, const char *words)
{
	if (!strstr(line, words))
		CHECK_FAILED("%s: \"%s\" does not say \"%s\"", label, line, words);
}

static void test_related(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	const char *there = reasons(0, 1, &arena), *back = reasons(1, 0, &arena);
	check_says("people by their surnames", there, "Castagne");
	check_says("people by their surnames", there, "Marsac");
	check_says("words shared", there, "vannes");
	check_says("one event", there, "same event");
	check_says("the other one is later", there, "2 days later");
	check_says("and seen from it earlier", back, "2 days earlier");
	CHECK_CASE("a name is not told twice",
		strstr(there, "Marsac") && !strstr(strstr(there, "Marsac") + 1, "Marsac"));
	CHECK_CASE(
		"no distance to what has no day", !strstr(reasons(0, 2, &arena), "earlier") &&
							  !strstr(reasons(0, 2, &arena), "later"));
	arena_clear(&arena);
}

/* A relation as it may come from elsewhere, at any distance. */
static void test_distance(void **state)
{
	static const struct {
		int32_t days;
		const char *want;
	} cases[] = {{0, "the same day"}, {1, "1 day later"}, {-1, "1 day earlier"},
		{59, "59 days later"}, {60, "2 months later"}, {-400, "13 months earlier"},
		{729, "24 months later"}, {730, "2 years later"}, {-3653, "10 years earlier"},
		{INT32_MAX, "years later"}, {INT32_MIN + 1, "years earlier"}};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct related_article related = {.id = 1};
		const char **found = NULL;
		struct arena arena;

		arena_init(&arena);
		related.relation.days_apart = cases[i].days;
		related.relation.about = DAY_NONE;
		CHECK_CASE(cases[i].want,
			reasons_related(archive.epoch, 0, &related, &found, &arena) == 1);
		check_says("distance", found[0], cases[i].want);
		arena_clear(&arena);
	}
}

/* Everything that a relation can say, in the order in which it is said. */
static void test_all(void **state)
{
	static const char *const want[] = {"same event", "94 % the same text",
		"about 5 February 2021", "3 days earlier", "and 2 other versions"};
	struct related_article related = {.id = 1, .percent = 94, .versions = 2};
	const char **found = NULL;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	related.relation.same_story = true;
	related.relation.about = day_of(2021, 2, 5);
	related.relation.days_apart = -3;
	assert_int_equal(reasons_related(archive.epoch, 0, &related, &found, &arena), COUNT(want));
	for (size_t i = 0; i < COUNT(want); i++)
		assert_string_equal(found[i], want[i]);
	related.versions = 1;
	assert_int_equal(reasons_related(archive.epoch, 0, &related, &found, &arena), COUNT(want));
	assert_string_equal(found[4], "and 1 other version");
	arena_clear(&arena);
}

static void test_facts(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	assert_string_equal(
		reasons_facts(archive.epoch, 0, &arena), "14 March 2022 08:30 · 2 people · 1 min");
	check_says("no day is told where none is known", reasons_facts(archive.epoch, 2, &arena),
		"undated");
	check_says("English articles too", reasons_facts(archive.epoch, 3, &arena), "3 April 2021");
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_related),
		cmocka_unit_test(test_distance),
		cmocka_unit_test(test_all),
		cmocka_unit_test(test_facts),
	};

	return cmocka_run_group_tests_name("app/reasons", tests, begin, end);
}
