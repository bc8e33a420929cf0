#include "unit/check.h"

#include "base/span.h"
#include "know/people-syllable.h"

/* clang-format off */
static const struct {
	const char *label, *surname, *given, *like_surname, *like;
	bool declined, same;
} samples[] = {
	{"pinyin and Palladius", "Hu", "Jintao", "Ху", "Цзиньтао", false, true},
	{"a case in Russian", "Deng", "Xiaoping", "Дэн", "Сяопином", true, true},
	{"a case in Polish", "Wen", "Jiabao", "Wen", "Jiabao", true, true},
	{"an ending behind ng", "Deng", "Xiaoping", "Deng", "Xiaopinga", true, true},
	{"no case where there are none", "Deng", "Xiaoping", "Deng", "Xiaopinga", false, false},
	{"Korean with and without a hyphen", "Kim", "Jong-nam", "Kim", "Jong Nam", false, true},
	{"Korean in Russian", "Kim", "Jong-nam", "Ким", "Чен Нама", true, true},
	{"Ukrainian has another vowel", "Kim", "Jong-un", "Кім", "Чен Ина", true, true},
	{"brothers", "Kim", "Jong-nam", "Kim", "Jong-chol", false, false},
	{"nothing", "Kim", "", "Ли", "", true, true},
};
/* clang-format on */

static void test_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		struct arena arena;
		arena_init(&arena);
		struct span key = syllable_key(span_of(samples[i].surname),
			span_of(samples[i].given), samples[i].declined, &arena);
		struct span like = syllable_key(span_of(samples[i].like_surname),
			span_of(samples[i].like), samples[i].declined, &arena);
		CHECK_CASE(samples[i].label, span_equal(key, like) == samples[i].same);
		arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_keys)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
