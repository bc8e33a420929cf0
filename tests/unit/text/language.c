#include "unit/check.h"

#include "text/fold.h"
#include "text/language-table.h"
#include "text/language.h"
#include "unit/text/noise.h"

static void test_language_of(void **state)
{
	static const struct {
		const char *code, *text;
	} cases[] = {
		{"fr", "Les deux pays ont prolongé leur accord, a dit la Maison-Blanche."},
		{"fr", "Joe Biden et CNN : un « deal » a été trouvé avec le « New START » à "
		       "Moscou."},
		{"en", "The two countries have extended their treaty, said the White House."},
		{"de", "Die beiden Länder haben ihren Vertrag verlängert, sagte ein Sprecher."},
		{"es", "Los dos países han prorrogado su tratado, según dijo la portavoz."},
		{"it", "I due paesi hanno prorogato il loro trattato, ha detto la portavoce."},
		{"pt", "Os dois países prorrogaram o seu tratado, disse a porta-voz, mas não há "
		       "data."},
		{"nl", "De twee landen hebben hun verdrag verlengd, zei een woordvoerder."},
		{"pl", "Oba kraje przedłużyły swój układ o pięć lat, powiedziała rzeczniczka."},
		{"cs", "Obě země prodloužily svou smlouvu o pět let, řekla mluvčí."},
		{"ru", "Обе страны продлили свой договор на пять лет, сказала представитель."},
		{"uk", "Обидві країни продовжили свій договір на п'ять років, сказала речниця."},
		{"sv", "De båda länderna har förlängt sitt avtal med fem år, säger en talesman."},
		{"ro", "Cele două țări au prelungit tratatul lor cu cinci ani, a spus ea."},
		{"tr", "İki ülke anlaşmayı beş yıl daha uzattı ve bu çok önemli bir adım oldu."},
		{"el", "Οι δύο χώρες παρέτειναν τη συνθήκη τους."},
		{"ar", "مددت الدولتان المعاهدة بينهما لخمس سنوات"},
		{"he", "שתי המדינות האריכו את ההסכם ביניהן"},
		{"zh", "两国将条约延长五年。"},
		{"ja", "両国は条約を五年間延長した。"},
		{"ko", "두 나라는 조약을 오 년 연장했다."},
		{"", "Lavrov, Blinken, Sullivan"},
		{"", "2021 01 26 09:18"},
		{"", "Две страны"},
		{"", "Десната страна удължи договора със съседите, съобщиха от въоръжените сили"},
		{"", "A két ország öt évvel meghosszabbította az egyezményt, és ez nagyon fontos"},
		{"", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].text,
			span_of(language_code(language_of(span_of(cases[i].text)))),
			span_of(cases[i].code));
}

static void test_long_texts_are_sampled(void **state)
{
	struct arena arena;
	struct buf text;

	(void)state;
	arena_init(&arena);
	buf_init(&text, &arena);
	for (int i = 0; i < 30; i++)
		buf_text(&text, "Share this on the net with all of your friends and more. ");
	for (int i = 0; i < 300; i++)
		buf_text(&text, "Le texte lui-même est dans une autre langue que le menu. ");
	assert_int_equal(language_of(buf_span(&text)), LANGUAGE_FR);
	arena_clear(&arena);
}

static void test_names(void **state)
{
	(void)state;
	for (enum language i = LANGUAGE_FR; i < LANGUAGE_COUNT; i++)
		assert_int_equal(language_named(span_of(language_code(i))), i);
	assert_int_equal(language_named(SPAN("FR")), LANGUAGE_FR);
	assert_int_equal(language_named(SPAN("xx")), LANGUAGE_NONE);
	assert_int_equal(language_named(SPAN("")), LANGUAGE_NONE);
	for (enum language i = LANGUAGE_FR; i < LANGUAGE_COUNT; i++)
		assert_true(language_is_code(span_of(language_code(i))));
	assert_true(language_is_code(SPAN("aa")) && language_is_code(SPAN("VI")) &&
		    language_is_code(SPAN("zu")));
	assert_false(language_is_code(SPAN("xx")) || language_is_code(SPAN("")) ||
		     language_is_code(SPAN("z ")) || language_is_code(SPAN("vie")));
	assert_int_equal(language_tagged(SPAN("fr")), LANGUAGE_FR);
	assert_int_equal(language_tagged(SPAN("en-GB")), LANGUAGE_EN);
	assert_int_equal(language_tagged(SPAN("ru_RU")), LANGUAGE_RU);
	assert_int_equal(language_tagged(SPAN("french")), LANGUAGE_NONE);
	assert_int_equal(language_tagged(SPAN("f")), LANGUAGE_NONE);
	assert_string_equal(language_code(LANGUAGE_NONE), "");
	assert_string_equal(language_name(LANGUAGE_UK), "Ukrainian");
}

static void test_stop_words(void **state)
{
	(void)state;
	assert_true(language_is_stop_word(LANGUAGE_FR, SPAN("les")));
	assert_true(language_is_stop_word(LANGUAGE_FR, SPAN("meme")));
	assert_false(language_is_stop_word(LANGUAGE_EN, SPAN("les")));
	assert_false(language_is_stop_word(LANGUAGE_FR, SPAN("traite")));
	assert_false(language_is_stop_word(LANGUAGE_NONE, SPAN("les")));
	assert_false(language_is_stop_word(LANGUAGE_ZH, SPAN("")));
}

static void test_tables(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < language_word_count; i++) {
		struct span word = span_of(language_words[i].folded);
		CHECK_TEXT("stop words are folded", fold(word, &arena), word);
		if (i > 0)
			CHECK_CASE(language_words[i].folded,
				span_compare(span_of(language_words[i - 1].folded), word) < 0);
	}
	for (size_t i = 1; i < language_ending_count; i++)
		CHECK_CASE(language_endings[i].folded,
			strcmp(language_endings[i - 1].folded, language_endings[i].folded) < 0);
	for (size_t i = 1; i < language_letter_count; i++)
		assert_true(language_letters[i - 1].point < language_letters[i].point);
	arena_clear(&arena);
}

static void test_stop_word_index(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (enum language l = LANGUAGE_NONE; l < LANGUAGE_COUNT; l++) {
		struct table_index index = language_stop_words(l, LANGUAGE_NONE, &arena);
		for (size_t i = 0; i < language_word_count; i++) {
			struct span word = span_of(language_words[i].folded);
			CHECK_CASE(language_words[i].folded,
				(table_index_find(&index, word) != NULL) ==
					language_is_stop_word(l, word));
		}
	}
	arena_clear(&arena);
}

/* What is remembered is what was found, over all growing and replacing. */
static void test_stems_again(void **state)
{
	struct stemmer *stemmer = stemmer_open();
	struct arena arena;
	struct span first[3000];

	(void)state;
	arena_init(&arena);
	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < COUNT(first); i++) {
			struct span word =
				span_of(arena_format(&arena, "%c%c%cations", (char)('a' + i % 26),
					(char)('a' + i / 26 % 26), (char)('a' + i / 676)));
			enum language language = i % 2 ? LANGUAGE_FR : LANGUAGE_PL;
			struct span got = stem(stemmer, language, word, &arena);
			if (round == 0)
				first[i] = got;
			CHECK_TEXT("asked again", got, first[i]);
			CHECK_CASE("rules where there are", (got.len == word.len) == (i % 2 == 0));
		}
	CHECK_CASE("a language of its own",
		stem(stemmer, LANGUAGE_PL, SPAN("abcations"), &arena).len == 9);
	arena_clear(&arena);
	stemmer_close(stemmer);
}

static void test_stems(void **state)
{
	static const struct {
		const char *label;
		enum language language;
		const char *word, *other;
	} cases[] = {
		{"a French plural", LANGUAGE_FR, "prolongation", "prolongations"},
		{"a French accent goes with the ending", LANGUAGE_FR, "prolongé", "prolonger"},
		{"an English form", LANGUAGE_EN, "extended", "extending"},
		{"a Russian case", LANGUAGE_RU, "договора", "договор"},
	};
	struct stemmer *stemmer = stemmer_open();
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].label,
			stem(stemmer, cases[i].language, span_of(cases[i].word), &arena),
			stem(stemmer, cases[i].language, span_of(cases[i].other), &arena));
	CHECK_TEXT("no stemmer: the folded word",
		stem(stemmer, LANGUAGE_PL, SPAN("Układów"), &arena), SPAN("ukladow"));
	CHECK_TEXT("nothing stays nothing", stem(stemmer, LANGUAGE_FR, SPAN(""), &arena), SPAN(""));
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++)
		for (enum language i = LANGUAGE_NONE; i < LANGUAGE_COUNT; i++)
			stem(stemmer, i, noise(seed, &arena), &arena);
	arena_clear(&arena);
	stemmer_close(stemmer);
	stemmer_close(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_language_of),
		cmocka_unit_test(test_long_texts_are_sampled),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_stop_words),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_stems),
		cmocka_unit_test(test_stems_again),
		cmocka_unit_test(test_stop_word_index),
	};

	return cmocka_run_group_tests_name("text/language", tests, NULL, NULL);
}
