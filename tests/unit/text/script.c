#include "unit/check.h"

#include "text/script-table.h"
#include "text/script.h"
#include "unit/text/noise.h"

static void test_one_key(void **state)
{
	static const struct {
		const char *label;
		const char *forms[14];
	} cases[] = {
		{"a spokesman",
			{"Peskov", "Peskow", "Peskoff", "Pieskow", "Песков", "Пєсков", "Пескова",
				"Пескову", "Песковым", "Пескове", "Pieskowem", "Peskov's"}},
		{"his given name", {"Dimitri", "Dmitri", "Dmitry", "Dmitrij", "Дмитрий"}},
		{"a president", {"Poutine", "Poutin", "Putin", "Путин", "Путін", "Путина",
					"Путиным", "Putinem", "Putin'in"}},
		{"a woman who speaks", {"Zakharova", "Zajárova", "Sacharowa", "Zacharowa",
					       "Захарова", "Захарову", "Захаровой"}},
		{"a minister",
			{"Choïgou", "Shoigu", "Shoygu", "Schoigu", "Szojgu", "Šojgu", "Шойгу"}},
		{"a deputy", {"Riabkov", "Ryabkov", "Rjabkow", "Riabkow", "Рябков", "Рябковым"}},
		{"an adjective", {"Zelensky", "Zelenskyy", "Selenskyj", "Zełenski", "Зеленский",
					 "Зеленский", "Зеленского", "Zełenskiego", "Зеленським"}},
		{"a Belarusian",
			{"Loukachenko", "Lukashenko", "Łukaszenka", "Лукашэнка", "Лукашенко"}},
		{"an American", {"Sullivan", "Салливан", "Салліван", "Салливаном"}},
		{"another", {"Trump", "Трамп", "Трампу", "Trump’s", "Трамп-младший"}},
		{"with an article", {"al-Assad", "Assad", "Асад", "Асадом", "аль-Асад"}},
		{"a Turk", {"Erdoğan", "Erdogan", "Эрдоган", "Эрдогана"}},
		{"a Pole", {"Kaczyński", "Kaczynski", "Качиньский", "Качинський"}},
		{"a boxer", {"Klitschko", "Klychko", "Kliczko", "Кличко", "Klichkó"}},
		{"a Greek", {"Tsipras", "Τσίπρας"}},
		{"Germans with a glide", {"Mayer", "Meyer", "Maier", "Майер"}},
		{"a Czech wife of none", {"Merkel", "Меркель", "Merkelová"}},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct span key = script_key(span_of(cases[i].forms[0]), &arena);
		for (size_t j = 1; cases[i].forms[j]; j++)
			CHECK_TEXT(cases[i].forms[j],
				script_key(span_of(cases[i].forms[j]), &arena), key);
	}
	arena_clear(&arena);
}

static void test_keys_apart(void **state)
{
	static const char *const pairs[][2] = {{"Khamenei", "Khomeini"}, {"Lavrov", "Lebedev"},
		{"Biden", "Blinken"}, {"Berry", "Barre"}, {"Macron", "Merkel"},
		{"Ryabkov", "Rybkin"}};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(pairs); i++)
		CHECK_CASE(pairs[i][0], !span_equal(script_key(span_of(pairs[i][0]), &arena),
						script_key(span_of(pairs[i][1]), &arena)));
	CHECK_TEXT("a sign has no key", script_key(SPAN("—"), &arena), SPAN(""));
	CHECK_TEXT("nor has Chinese", script_key(SPAN("普京"), &arena), SPAN(""));
	CHECK_CASE("a vowel alone has one", script_key(SPAN("Yi"), &arena).len > 0);
	arena_clear(&arena);
}

static void test_latin(void **state)
{
	static const char *const cases[][2] = {{"Песков", "Peskov"}, {"Щербаков", "Shcherbakov"},
		{"Зеленський", "Zelensky"}, {"Юлия", "Yuliya"}, {"НАВАЛЬНЫЙ", "NAVALNY"},
		{"Дмитрий", "Dmitry"}, {"Δένδιας", "Dendias"}, {"Élysée", "Élysée"},
		{"普京", "普京"}};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i][0], script_latin(span_of(cases[i][0]), &arena),
			span_of(cases[i][1]));
	arena_clear(&arena);
}

static void test_gender(void **state)
{
	static const struct {
		const char *name;
		enum script_gender want;
	} cases[] = {
		{"Peskova", GENDER_FEMININE},
		{"Песковой", GENDER_FEMININE},
		{"Zelenska", GENDER_FEMININE},
		{"Зеленская", GENDER_FEMININE},
		{"Навальная", GENDER_FEMININE},
		{"Peskov", GENDER_MASCULINE},
		{"Песковым", GENDER_MASCULINE},
		{"Зеленского", GENDER_MASCULINE},
		{"Зеленский", GENDER_MASCULINE},
		{"Пескова", GENDER_EITHER},
		{"Biden", GENDER_EITHER},
		{"Ova", GENDER_EITHER},
		{"", GENDER_EITHER},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_CASE(cases[i].name, script_gender(span_of(cases[i].name)) == cases[i].want);
}

static void test_any_bytes(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++) {
		struct span key = script_key(noise(seed, &arena), &arena);
		for (size_t i = 0; i < key.len; i++)
			assert_in_range(key.at[i], 'a', 'z');
		script_latin(noise(seed, &arena), &arena);
		script_gender(noise(seed, &arena));
	}
	for (size_t i = 1; i < script_letter_count; i++)
		assert_true(script_letters[i - 1].point < script_letters[i].point);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_key),
		cmocka_unit_test(test_keys_apart),
		cmocka_unit_test(test_latin),
		cmocka_unit_test(test_gender),
		cmocka_unit_test(test_any_bytes),
	};

	return cmocka_run_group_tests_name("text/script", tests, NULL, NULL);
}
