#include "unit/check.h"

#include "app/picker.h"
#include "base/buf.h"

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

/* The text with the letters that the pattern takes in brackets. */
static const char *marked(const char *text, const char *pattern, struct arena *arena)
{
	struct extent *hits;
	struct buf buf;
	uint32_t count = picker_letters(span_of(text), span_of(pattern), &hits, arena), at = 0;

	buf_init(&buf, arena);
	for (uint32_t i = 0; i < count; i++) {
		buf_add(&buf, span_cut(span_of(text), at, hits[i].start));
		buf_char(&buf, '[');
		buf_add(&buf, span_in(span_of(text), hits[i]));
		buf_char(&buf, ']');
		at = hits[i].end;
	}
	buf_text(&buf, text + at);
	return arena_string(arena, buf_span(&buf));
}

static void test_letters(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *text, *pattern, *want;
	} cases[] = {
		{"nothing typed marks nothing", "Sergueï Lavrov", "", "Sergueï Lavrov"},
		{"a run is marked in one", "Sergueï Lavrov", "lav", "Sergueï [Lav]rov"},
		{"accents in the text are marked with their letters", "Hélène Ōe", "hel", "[Hél]ène Ōe"},
		{"accents that are typed do not matter", "Helene", "HÉL", "[Hel]ene"},
		{"an accent that stands apart goes with its letter", "He\xcc\x81l", "he", "[He\xcc\x81]l"},
		{"two letters that are written as one are marked as one", "Œuvrard", "oeu", "[Œu]vrard"},
		{"every word is marked, in any order", "Antony Blinken", "bli ant", "[Ant]ony [Bli]nken"},
		{"words that share letters do not mark them twice", "Antony", "ant an", "[Ant]ony"},
		{"words that meet are one stretch", "Antony", "ant ony", "[Antony]"},
		{"initials rather than letters inside", "Jean-Luc Melun", "jlm", "[J]ean-[L]uc [M]elun"},
		{"the whole word rather than its letters here and there", "Donald Trump", "dump", "[D]onald Tr[ump]"},
		{"another script", "Дмитрий Песков", "песк", "Дмитрий [Песк]ов"},
		{"nothing, where one word is not there", "Antony Blinken", "ant zzz", "Antony Blinken"},
		{"nothing, where letters stand in another order", "Lavrov", "vorval", "Lavrov"},
		{"bytes that are no text", "a\xff\xfe" "b", "b", "a\xff\xfe[b]"},
		{"an empty text", "", "a", ""},
	};
	/* clang-format on */
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].label, span_of(marked(cases[i].text, cases[i].pattern, &arena)),
			span_of(cases[i].want));
	arena_clear(&arena);
}

/* What is marked is what was scored: any text that matches has marks, and no other. */
static void test_letters_as_scored(void **state)
{
	static const char *const patterns[] = {"a", "ab", "ba", "aab", "b a", "abba", "c ab"};
	char text[] = "       ";
	struct arena arena;
	struct extent *hits;

	(void)state;
	arena_init(&arena);
	for (unsigned n = 0; n < 16384; n++) {
		for (unsigned i = 0; i < 7; i++)
			text[i] = "abc "[n >> 2 * i & 3];
		for (size_t p = 0; p < COUNT(patterns); p++) {
			struct span pattern = span_of(patterns[p]);
			uint32_t count = picker_letters(span_of(text), pattern, &hits, &arena);
			int score = picker_score(span_of(text), pattern, &arena);
			CHECK_CASE(text, (count > 0) == (score > 0));
			for (uint32_t i = 0; i < count; i++)
				CHECK_CASE(
					text, hits[i].start < hits[i].end &&
						      (i == 0 || hits[i - 1].end < hits[i].start));
		}
		arena_clear(&arena);
	}
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
		cmocka_unit_test(test_letters),
		cmocka_unit_test(test_letters_as_scored),
		cmocka_unit_test(test_ties),
		cmocka_unit_test(test_hostile),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
