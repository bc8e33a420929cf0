#include "unit/check.h"

#include "base/sort.h"

static void test_once(void **state)
{
	static const struct {
		const char *label;
		uint32_t numbers[6], count;
		uint32_t want[6], left;
	} cases[] = {
		{"nothing stays nothing", {0}, 0, {0}, 0},
		{"one stays as it is", {7}, 1, {7}, 1},
		{"the same number over again is one", {4, 4, 4}, 3, {4}, 1},
		{"what stands apart meets", {3, 1, 3, 2, 1}, 5, {1, 2, 3}, 3},
		{"the largest comes last", {UINT32_MAX, 0, 1}, 3, {0, 1, UINT32_MAX}, 3},
		{"those over a half are not below nought", {0x80000000u, 1}, 2, {1, 0x80000000u},
			2},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		uint32_t numbers[6];
		for (uint32_t k = 0; k < COUNT(numbers); k++)
			numbers[k] = cases[i].numbers[k];
		uint32_t left = sort_once(numbers, cases[i].count);
		CHECK_CASE(cases[i].label, left == cases[i].left);
		for (uint32_t k = 0; k < left; k++)
			CHECK_CASE(cases[i].label, numbers[k] == cases[i].want[k]);
	}
}

static void test_order(void **state)
{
	uint32_t numbers[500];
	uint64_t longs[500];

	(void)state;
	for (uint32_t i = 0; i < COUNT(numbers); i++) {
		numbers[i] = i * 2654435761u % 300;
		longs[i] = numbers[i] * UINT64_C(0x9e3779b97f4a7c15);
	}
	sort_numbers(numbers, COUNT(numbers));
	sort_longs(longs, COUNT(longs));
	for (uint32_t i = 1; i < COUNT(numbers); i++) {
		CHECK_CASE("numbers rise, those that are equal stay", numbers[i - 1] <= numbers[i]);
		CHECK_CASE("so do long ones", longs[i - 1] <= longs[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_once),
		cmocka_unit_test(test_order),
	};

	return cmocka_run_group_tests_name("base/sort", tests, NULL, NULL);
}
