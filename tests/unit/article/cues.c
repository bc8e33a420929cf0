#include "unit/check.h"

#include "article/cues.h"
#include "base/arena.h"
#include "text/fold.h"
#include "text/word.h"

static void test_table(void **state)
{
	struct arena arena;
	struct word word;

	(void)state;
	arena_init(&arena);
	for (uint32_t i = 0; i < cue_phrase_count; i++) {
		struct span phrase = span_of(cue_phrases[i].phrase);
		CHECK_TEXT("a phrase is folded", fold(phrase, &arena), phrase);
		struct words words = words_of(phrase);
		CHECK_CASE(phrase.at, words_next(&words, &word));
		CHECK_CASE(phrase.at, cue_begins(span_cut(phrase, word.start, word.end)));
		CHECK_CASE(phrase.at, cue_phrases[i].opening != 0);
		CHECK_CASE(phrase.at, (cue_phrases[i].anywhere & ~cue_phrases[i].opening) == 0);
		CHECK_CASE(phrase.at,
			i == 0 || span_compare(span_of(cue_phrases[i - 1].phrase), phrase) < 0);
		CHECK_CASE(phrase.at, cue_at(phrase, cue_start(phrase), UINT32_MAX) == phrase.len);
	}
	CHECK_CASE("half a word begins nothing", !cue_begins(SPAN("partag")));
	CHECK_CASE("nor does any word", !cue_begins(SPAN("gouvernement")));
	arena_clear(&arena);
}

static void test_lines(void **state)
{
	static const struct {
		const char *label, *line;
		uint32_t has, lacks;
	} cases[] = {
		{"a pointer opens", "lire aussi: un phare a vendre", CUE_POINTER | CUE_TERMINATOR,
			0},
		{"behind a sign too", ">> lire aussi", CUE_POINTER, 0},
		{"but says nothing inside a sentence", "on peut lire aussi ce livre", 0,
			CUE_POINTER},
		{"a network anywhere", "commenter via facebook", CUE_SHARING | CUE_DOING, 0},
		{"only as a word of its own", "facebookeries", 0, CUE_SHARING},
		{"a label of a day", "derniere mise a jour a 09h18", CUE_LABEL | CUE_UPDATED, 0},
		{"a sign of rights", "© 2021 la gazette", CUE_LEGAL, 0},
		{"a writer", "par anne roy", CUE_BY, 0},
		{"no writer inside", "vu par anne roy", 0, CUE_BY},
		{"other scripts", "читаите также", CUE_POINTER, 0},
		{"nothing", "le pont rouvre", 0, UINT32_MAX},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		uint32_t cues = cues_of(span_of(cases[i].line));
		CHECK_CASE(cases[i].label, (cues & cases[i].has) == cases[i].has);
		CHECK_CASE(cases[i].label, (cues & cases[i].lacks) == 0);
	}
}

static void test_alone(void **state)
{
	(void)state;
	assert_true(cue_alone(SPAN("tags:"), CUE_TAGS));
	assert_true(cue_alone(SPAN("- s'abonner -"), CUE_SHARING));
	assert_false(cue_alone(SPAN("tags: x"), CUE_TAGS));
	assert_false(cue_alone(SPAN(""), UINT32_MAX));
	assert_true(cue_is_agency(SPAN("afp")));
	assert_false(cue_is_agency(SPAN("anne roy")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
