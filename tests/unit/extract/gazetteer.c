#include "unit/check.h"

#include "extract/gazetteer.h"
#include "text/fold.h"

static unsigned lists_of(const char *word, enum language language)
{
	struct arena arena;

	arena_init(&arena);
	unsigned lists = gazetteer_word(fold(span_of(word), &arena), language);
	arena_clear(&arena);
	return lists;
}

static void test_words(void **state)
{
	static const struct {
		const char *label, *word;
		enum language language;
		unsigned with, without;
	} cases[] = {
		{"a man's given name", "Dmitri", LANGUAGE_FR, LIST_GIVEN_MALE, LIST_GIVEN_FEMALE},
		{"a woman's", "Ursula", LANGUAGE_FR, LIST_GIVEN_FEMALE, LIST_GIVEN_MALE},
		{"accents do not count", "Sergueï", LANGUAGE_FR, LIST_GIVEN_MALE, 0},
		{"two given names with a hyphen", "Jean-Vincent", LANGUAGE_FR, LIST_GIVEN_MALE, 0},
		{"a given name and a place", "Jean-Paris", LANGUAGE_FR, 0, LIST_GIVEN},
		{"a Cyrillic given name", "Дмитрий", LANGUAGE_RU, LIST_GIVEN_MALE, 0},
		{"in the dative", "Дмитрию", LANGUAGE_RU, LIST_GIVEN_MALE, 0},
		{"a Polish instrumental", "Dmitrijem", LANGUAGE_PL, LIST_GIVEN_MALE, 0},
		{"which is none in French", "Dmitrijem", LANGUAGE_FR, 0, LIST_GIVEN},
		{"a genitive that is also a woman's name", "Александра", LANGUAGE_RU, LIST_GIVEN,
			0},
		{"a country is no given name", "France", LANGUAGE_FR, LIST_PLACE, LIST_GIVEN},
		{"a country in a case", "Ирана", LANGUAGE_RU, LIST_PLACE, LIST_GIVEN},
		{"a French town", "Saint-Denis", LANGUAGE_FR, LIST_PLACE, LIST_GIVEN},
		{"a man's title", "M", LANGUAGE_FR, LIST_TITLE_MALE, LIST_TITLE_PLURAL},
		{"of several men", "MM", LANGUAGE_FR, LIST_TITLE_MALE | LIST_TITLE_PLURAL, 0},
		{"a woman's title", "Mme", LANGUAGE_FR, LIST_TITLE_FEMALE, LIST_TITLE_MALE},
		{"a function", "porte-parole", LANGUAGE_FR, LIST_ROLE, 0},
		{"a people", "Russe", LANGUAGE_FR, LIST_PEOPLES, 0},
		{"its women", "Norvégiennes", LANGUAGE_FR, LIST_PEOPLES, 0},
		{"a verb of saying", "déclaré", LANGUAGE_FR, LIST_SAYING, 0},
		{"a particle", "von", LANGUAGE_DE, LIST_PARTICLE, 0},
		{"an organisation", "Kremlin", LANGUAGE_FR, LIST_ORGANISATION, LIST_GIVEN},
		{"a day", "Lundi", LANGUAGE_FR, LIST_COMMON, LIST_GIVEN},
		{"a street", "rue", LANGUAGE_FR, LIST_NAMESAKE, 0},
		{"a law", "loi", LANGUAGE_FR, LIST_AFFAIR, 0},
		{"a surname that stands first", "Xi", LANGUAGE_FR, LIST_SURNAME_FIRST, 0},
		{"an unknown word", "Peskov", LANGUAGE_FR, 0, ~0u},
		{"nothing", "", LANGUAGE_FR, 0, ~0u},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		unsigned lists = lists_of(cases[i].word, cases[i].language);
		CHECK_CASE(cases[i].label, (lists & cases[i].with) == cases[i].with);
		CHECK_CASE(cases[i].label, (lists & cases[i].without) == 0);
	}
}

static void test_places(void **state)
{
	static const struct {
		const char *label;
		const char *words[4];
		int count, want;
	} cases[] = {
		{"one word", {"russie"}, 1, 1},
		{"three words", {"coree", "du", "nord", "et"}, 4, 3},
		{"the longest wins", {"pays", "de", "galles"}, 3, 3},
		{"its beginning alone is none", {"pays", "de"}, 2, 0},
		{"no place", {"peskov", "a"}, 2, 0},
		{"nothing", {""}, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct span words[4];
		for (int w = 0; w < cases[i].count; w++)
			words[w] = span_of(cases[i].words[w]);
		CHECK_CASE(cases[i].label,
			gazetteer_place_words(words, cases[i].count) == cases[i].want);
	}
}

static void test_phrases(void **state)
{
	struct span elysees[] = {SPAN("premier"), SPAN("ministre"), SPAN("slovaque")};
	unsigned lists = 0;

	(void)state;
	CHECK_CASE("a function of two words", gazetteer_phrase(elysees, 3, &lists) == 2);
	CHECK_CASE("a function of two words", lists & LIST_ROLE);
	CHECK_CASE("its first word begins a phrase", gazetteer_begins_phrase(elysees[0]));
	CHECK_CASE("another does not", !gazetteer_begins_phrase(elysees[2]));
	CHECK_CASE("a name of both kinds tells no gender",
		gazetteer_gender(LIST_GIVEN) == GENDER_UNKNOWN);
	CHECK_CASE("a woman's name", gazetteer_gender(LIST_GIVEN_FEMALE) == GENDER_FEMALE);
}

static void test_strangers(void **state)
{
	uint32_t taken = 0;

	(void)state;
	/* Words are not kept, only parts of their hashes: strangers must hardly ever be known. */
	for (uint32_t i = 0; i < 100000; i++) {
		char word[] = {'q', 'x', (char)('a' + i % 26), (char)('a' + i / 26 % 26),
			(char)('a' + i / 676 % 26), (char)('a' + i / 17576 % 26), 'z'};
		taken += gazetteer_lists((struct span){word, sizeof word}) != 0;
	}
	CHECK_CASE("a stranger in ten thousand at most", taken <= 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_phrases),
		cmocka_unit_test(test_strangers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
