#include "unit/check.h"

#include "store/bits.h"

#define MOST 200u

/* Sets of many shapes: every step-th from first on. */
static uint64_t *every(uint32_t first, uint32_t step, uint32_t count, struct arena *arena)
{
	uint64_t *bits = bits_make(count + 1, arena);

	for (uint32_t bit = first; bit < count; bit += step)
		bits_set(bits, bit);
	return bits;
}

static void check_set(const uint64_t *bits, const uint64_t *other, uint32_t count)
{
	uint32_t total = 0, common = 0, walked;
	size_t next = count;

	for (uint32_t bit = 0; bit < count; bit++) {
		total += bits_has(bits, bit);
		common += bits_has(bits, bit) && bits_has(other, bit);
	}
	CHECK_CASE("how many are set", bits_total(bits, count) == total);
	CHECK_CASE("how many are set in both", bits_common(bits, other, count) == common);
	for (uint32_t bit = count; bit-- > 0;) {
		next = bits_has(bits, bit) ? bit : next;
		CHECK_CASE("the next one from any place", bits_next(bits, count, bit) == next);
	}
	CHECK_CASE("past the last", bits_next(bits, count, count) == count);
	for (int clear = 0; clear < 2; clear++) {
		struct bits_walk walk = bits_walk_of(bits, count, clear);
		for (uint32_t bit = 0; bit < count; bit++)
			if (bits_has(bits, bit) == !clear)
				CHECK_CASE("each in its turn",
					bits_walk_next(&walk, &walked) && walked == bit);
		CHECK_CASE("and no other", !bits_walk_next(&walk, &walked));
	}
}

static void test_sets(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t count = 0; count <= MOST; count += count < 3 ? 1 : 31)
		for (uint32_t first = 0; first < 130; first += 1 + first)
			for (uint32_t step = 1; step < 100; step *= 3)
				check_set(every(first, step, count, &arena),
					every(0, 2, count, &arena), count);
	for (uint32_t count = 63; count <= 65; count++)
		check_set(every(0, 1, count, &arena), every(1, 1, count, &arena), count);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_sets)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
