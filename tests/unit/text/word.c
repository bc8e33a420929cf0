#include "unit/check.h"

#include "base/buf.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/word.h"
#include "unit/text/noise.h"

/* The words of a text between bars, each after a letter for its kind. */
static struct span shown(
	struct span text, bool (*next)(struct words *, struct word *), struct arena *arena)
{
	static const char kinds[] = {[WORD_LETTERS] = 'w',
		[WORD_NUMBER] = 'n',
		[WORD_INITIAL] = 'i',
		[WORD_ELISION] = 'e',
		[WORD_SIGN] = 's'};
	struct word word;
	struct buf out;

	buf_init(&out, arena);
	for (struct words it = words_of(text); next(&it, &word);) {
		buf_char(&out, kinds[word.kind]);
		buf_char(&out, '|');
		buf_add(&out, span_cut(text, word.start, word.end));
		buf_char(&out, ' ');
	}
	return span_trim(buf_span(&out));
}

static void test_words(void **state)
{
	static const struct {
		const char *label, *text, *want;
	} cases[] = {
		{"an elision is cut", "l'accord", "w|l w|accord"},
		{"so is a hyphen", "Jean-Yves", "w|Jean w|Yves"},
		{"letters and digits are one", "le S300 de 2021", "w|le w|S300 w|de n|2021"},
		{"an accent that stands apart stays", "e\u0301te", "w|e\u0301te"},
		{"ideographs stand alone", "日本", "w|日 w|本"},
		{"katakana run", "プーチン氏", "w|プーチン w|氏"},
		{"a soft hyphen does not cut", "pro\u00ADlongé", "w|pro\u00ADlongé"},
		{"signs are nothing", "« ! » …", ""},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].label, shown(span_of(cases[i].text), words_next, &arena),
			span_of(cases[i].want));
	arena_clear(&arena);
}

static void test_tokens(void **state)
{
	static const struct {
		const char *label, *text, *want;
	} cases[] = {
		{"a title takes its full stop", "M. Lavrov", "i|M. w|Lavrov"},
		{"two initials", "J.-Y. Le Drian", "i|J.-Y. w|Le w|Drian"},
		{"initials without blank", "G.W. Bush", "i|G. i|W. w|Bush"},
		{"several gentlemen", "MM. Lavrov", "w|MM s|. w|Lavrov"},
		{"elisions", "l’accord qu'il", "e|l’ w|accord e|qu' w|il"},
		{"an elision before a mark", "l'« accord »", "e|l' s|« w|accord s|»"},
		{"Italian ones", "dell'accordo", "e|dell' w|accordo"},
		{"inner apostrophes stay", "aujourd'hui O'Brien", "w|aujourd'hui w|O'Brien"},
		{"before a consonant nothing is elided", "N'Djamena", "w|N'Djamena"},
		{"inner hyphens stay", "Saint-Pétersbourg", "w|Saint-Pétersbourg"},
		{"a hyphen at an end does not", "franco- et", "w|franco s|- w|et"},
		{"a missile", "S-400", "w|S-400"},
		{"a day in figures", "26/01/2021", "n|26 s|/ n|01 s|/ n|2021"},
		{"an hour", "09h18", "n|09h18"},
		{"an ordinal", "1er février", "n|1er w|février"},
		{"a web address has no initials", "A.com", "w|A s|. w|com"},
		{"a sentence's end", "Fin.", "w|Fin s|."},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].label, shown(span_of(cases[i].text), tokens_next, &arena),
			span_of(cases[i].want));
	arena_clear(&arena);
}

static void test_looks(void **state)
{
	static const struct {
		const char *label, *text;
		bool capitalised, all_capitals;
	} cases[] = {
		{"a small word", "traité", false, false},
		{"a name", "Élysée", true, false},
		{"a capital inside", "iPhone", true, false},
		{"an acronym", "OTAN", true, true},
		{"with digits", "MH17", true, true},
		{"one letter is not all capitals", "A", true, false},
		{"an initial neither", "M.", true, false},
		{"letters without case", "普京", false, false},
		{"a compound in capitals", "JEAN-YVES", true, true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct words it = words_of(span_of(cases[i].text));
		struct word word;
		assert_true(tokens_next(&it, &word));
		CHECK_CASE(cases[i].label, word.capitalised == cases[i].capitalised);
		CHECK_CASE(cases[i].label, word.all_capitals == cases[i].all_capitals);
		CHECK_CASE(cases[i].label, word.after_space);
	}
}

static void test_after_space(void **state)
{
	static const bool want[] = {true, false, true, false};
	struct words it = words_of(SPAN("a,\u00A0b."));
	struct word word;

	(void)state;
	for (size_t i = 0; i < COUNT(want); i++) {
		assert_true(tokens_next(&it, &word));
		assert_int_equal(word.after_space, want[i]);
	}
	assert_false(tokens_next(&it, &word));
}

static void check_order(struct span text, bool (*next)(struct words *, struct word *))
{
	struct word word;
	size_t end = 0;

	for (struct words it = words_of(text); next(&it, &word); end = word.end) {
		assert_true(word.start >= end && word.end > word.start && word.end <= text.len);
		assert_true(utf8_boundary(text, word.start) && utf8_boundary(text, word.end));
	}
}

/* Whoever sees a plain word does not fold it. */
static void check_plain(
	struct span text, bool (*next)(struct words *, struct word *), struct arena *arena)
{
	struct word word;

	for (struct words it = words_of(text); next(&it, &word);) {
		struct span bytes = span_cut(text, word.start, word.end);
		if (word.plain)
			CHECK_TEXT("a plain word folds to itself", fold(bytes, arena), bytes);
	}
}

static void test_plain(void **state)
{
	static const struct {
		const char *label, *word;
		bool plain;
	} cases[] = {{"an accent", "traité", false}, {"small letters", "traite", true},
		{"a capital", "Traite", false}, {"an acronym", "ONU", false},
		{"digits", "27", true}, {"Cyrillic", "мир", false},
		{"a typographic apostrophe", "aujourd’hui", false}, {"a sign", "«", false}};
	struct arena arena;
	struct word word;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct words it = words_of(span_of(cases[i].word));
		CHECK_CASE(cases[i].label, tokens_next(&it, &word) && word.plain == cases[i].plain);
	}
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++) {
		check_plain(noise(seed, &arena), words_next, &arena);
		check_plain(noise(seed, &arena), tokens_next, &arena);
	}
	arena_clear(&arena);
}

static void test_any_bytes(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++) {
		check_order(noise(seed, &arena), words_next);
		check_order(noise(seed, &arena), tokens_next);
	}
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_looks),
		cmocka_unit_test(test_after_space),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_any_bytes),
	};

	return cmocka_run_group_tests_name("text/word", tests, NULL, NULL);
}
