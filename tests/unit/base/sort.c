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

#define MOST 3000u

static void check_order(uint32_t count, uint64_t below)
{
	static uint32_t numbers[MOST];
	static uint64_t longs[MOST], highs[MOST];
	uint64_t sums[3] = {0};

	for (uint32_t i = 0; i < count; i++) {
		longs[i] = (i + 1) * UINT64_C(0x9e3779b97f4a7c15) % below;
		numbers[i] = (uint32_t)longs[i];
		highs[i] = longs[i] << 32 | (count - i);
		sums[0] += numbers[i];
		sums[1] += longs[i];
		sums[2] += highs[i];
	}
	sort_numbers(numbers, count);
	sort_longs(longs, count);
	sort_high(highs, count);
	for (uint32_t i = 0; i < count; i++) {
		sums[0] -= numbers[i];
		sums[1] -= longs[i];
		sums[2] -= highs[i];
		if (i == 0)
			continue;
		CHECK_CASE("numbers rise, those that are equal stay", numbers[i - 1] <= numbers[i]);
		CHECK_CASE("so do long ones", longs[i - 1] <= longs[i]);
		CHECK_CASE("and the upper halves", highs[i - 1] >> 32 <= highs[i] >> 32);
	}
	CHECK_CASE("they are the same numbers", !sums[0] && !sums[1] && !sums[2]);
}

/* Few, many and more, of few values and of many. */
static void test_order(void **state)
{
	static const uint32_t counts[] = {0, 1, 2, 23, 24, 25, 500, 1023, 1024, 1025, MOST};

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++) {
		check_order(counts[i], 5);
		check_order(counts[i], 70000);
		check_order(counts[i], UINT64_C(1) << 63);
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
