#include "unit/check.h"

#include "app/picker.h"

#include <string.h>

static void test_matches(void **state)
{
	static const struct span items[] = {{"dmitri peskov", 13}, {"sergei lavrov", 13},
		{"pedro sanchez kovacs", 20}, {"jake sullivan", 13}, {"antony blinken", 14}};
	/* clang-format off */
	static const struct {
		const char *label, *pattern;
		uint32_t count, first;
	} cases[] = {
		{"nothing typed shows everybody in their order", "", 5, 0},
		{"blanks are nothing", "  ", 5, 0},
		{"a beginning finds its word", "sul", 1, 3},
		{"capitals and accents do not matter", "PÉSKOV", 2, 0},
		{"an unbroken word comes before scattered letters", "peskov", 2, 0},
		{"letters in order suffice", "lvv", 1, 1},
		{"every word must be found", "ant bli", 1, 4},
		{"words come in any order", "bli ant", 1, 4},
		{"one word that is nowhere suffices against it", "ant zzz", 0, 0},
		{"letters out of order are no match", "vorval", 0, 0},
	};
	/* clang-format on */
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct picker_match *matches;
		uint32_t count = picker_match(
			items, COUNT(items), span_of(cases[i].pattern), &matches, &arena);
		CHECK_CASE(cases[i].label, count == cases[i].count);
		CHECK_CASE(cases[i].label, count == 0 || matches[0].item == cases[i].first);
		for (uint32_t m = 1; m < count; m++)
			CHECK_CASE(cases[i].label, matches[m - 1].score >= matches[m].score);
	}
	arena_clear(&arena);
}

static void test_scores(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *pattern, *better, *worse;
	} cases[] = {
		{"the start of the text beats the middle", "lav", "lavrov", "slavorum"},
		{"the start of a word beats the inside of one", "ma", "anna martin", "emma x"},
		{"a run beats a gap", "abc", "xabc", "xaxbc"},
		{"a short gap beats a long one", "ab", "xa.b", "xa....b"},
		{"a word that is there whole beats its last letter's detour to another word", "trump",
			"donald trump", "trum pence"},
		{"initials beat letters inside", "jlm", "jean-luc melenchon", "julia almeida"},
		{"initials count", "dp", "dmitri peskov", "adaptation"},
	};
	/* clang-format on */
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct span pattern = span_of(cases[i].pattern);
		int better = picker_score(span_of(cases[i].better), pattern, &arena);
		int worse = picker_score(span_of(cases[i].worse), pattern, &arena);
		CHECK_CASE(cases[i].label, worse > 0);
		CHECK_CASE(cases[i].label, better > worse);
	}
	arena_clear(&arena);
}

/* Among forms that fit equally well the order of the items, the most named first, decides. */
static void test_ties(void **state)
{
	static const struct span items[] = {{"trump", 5}, {"trump-pence", 11}};
	struct picker_match *matches;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	uint32_t count = picker_match(items, COUNT(items), SPAN("trump"), &matches, &arena);
	CHECK_CASE("both fit equally", count == 2 && matches[0].score == matches[1].score);
	CHECK_CASE("the first one is first", matches[0].item == 0);
	arena_clear(&arena);
}

static void test_hostile(void **state)
{
	char text[5000], pattern[3000];
	struct arena arena;

	(void)state;
	arena_init(&arena);
	memset(text, 'a', sizeof text);
	memset(pattern, 'a', sizeof pattern);
	CHECK_CASE("long texts and patterns are looked at in part",
		picker_score((struct span){text, sizeof text},
			(struct span){pattern, sizeof pattern}, &arena) > 0);
	memset(text, 0xff, sizeof text);
	CHECK_CASE("bad bytes match nothing",
		picker_score((struct span){text, sizeof text}, SPAN("a"), &arena) == 0);
	CHECK_CASE("an empty text has nothing", picker_score(SPAN(""), SPAN("a"), &arena) == 0);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_matches),
		cmocka_unit_test(test_scores),
		cmocka_unit_test(test_ties),
		cmocka_unit_test(test_hostile),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
