#include "unit/check.h"

#include "unit/app/archive.h"

#include "app/beside.h"
#include "app/story-rows.h"

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

static const char *compared(article_id a, article_id b, bool json, struct arena *arena)
{
	const struct listing listing = {.epoch = archive.epoch, .json = json};
	struct beside beside;
	struct buf buf;

	beside_make(archive.epoch, a, b, &beside, arena);
	buf_init(&buf, arena);
	beside_print(&listing, &beside, &buf);
	return buf.at;
}

static void check_says(const char *label, const char *text, const char *words)
{
	if (!strstr(text, words))
		CHECK_FAILED("%s: \"%s\" does not say \"%s\"", label, text, words);
}

static void test_compare(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	const char *itself = compared(0, 0, false, &arena), *other = compared(0, 2, false, &arena);
	check_says("an article is the same as itself", itself, "100 % the same text");
	check_says("every paragraph of it", itself, "\n= Le préfet");
	CHECK_CASE("nothing is in one alone", !strstr(itself, "\n< ") || strstr(itself, "\n> "));
	CHECK_CASE("nor named in one alone", !strstr(itself, "names alone"));
	check_says("who is named in the first alone", other, "< names alone: Étienne Marsac");
	check_says("what only the first has", other, "\n< La maire");
	check_says("what only the second has", other, "\n> Une réunion");
	CHECK_CASE("furniture is not compared", !strstr(other, "\n< Publié"));
	arena_clear(&arena);
}

static void test_json(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	const char *other = compared(0, 1, true, &arena);
	check_says("the two", other, "{\"a\":{\"path\":");
	check_says("what they share", other, "\"percent\":");
	check_says("their parts", other, "\"parts\":[{\"kind\":");
	CHECK_CASE("on one line", strchr(other, '\n') == other + strlen(other) - 1);
	arena_clear(&arena);
}

static uint32_t rows_of(uint64_t bits, struct story_row **rows, struct arena *arena)
{
	const struct result result = {.bits = &bits};

	return story_rows_make(archive.epoch, &result, rows, arena);
}

static void test_stories(void **state)
{
	const struct listing listing = {.epoch = archive.epoch};
	struct story_row *rows = NULL;
	struct arena arena;
	struct buf buf;

	(void)state;
	arena_init(&arena);
	CHECK_CASE("one story of two articles",
		rows_of(0xF, &rows, &arena) == 1 && rows[0].count == 2 && rows[0].articles[0] == 0);
	CHECK_CASE("who is named in both", rows[0].people_count == 2);
	buf_init(&buf, &arena);
	story_rows_row(&listing, &rows[0], &buf);
	check_says("its number, days and count", buf.at, "0  14–16 March 2022  2 articles  ");
	check_says("its people", buf.at, "\n  Étienne Marsac, Odile Castagne\n");
	CHECK_CASE("only what passes is told",
		rows_of(2, &rows, &arena) == 1 && rows[0].count == 1 && rows[0].articles[0] == 1);
	CHECK_CASE("named once is not named in several", rows[0].people_count == 0);
	CHECK_CASE("no story passes", rows_of(4, &rows, &arena) == 0);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_stories),
	};

	return cmocka_run_group_tests_name("app/beside", tests, begin, end);
}
