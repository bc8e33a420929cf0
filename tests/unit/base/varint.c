#include "unit/check.h"

#include "base/varint.h"

static const uint64_t numbers[] = {
	0, 1, 127, 128, 255, 300, 16383, 16384, UINT32_MAX, UINT64_MAX - 1, UINT64_MAX};
static const int64_t signed_numbers[] = {0, -1, 1, -64, 64, -65, INT32_MIN, INT64_MAX, INT64_MIN};

static void test_round(void **state)
{
	struct arena arena;
	struct buf buf;

	(void)state;
	arena_init(&arena);
	buf_init(&buf, &arena);
	for (size_t i = 0; i < COUNT(numbers); i++)
		varint_put(&buf, numbers[i]);
	for (size_t i = 0; i < COUNT(signed_numbers); i++)
		varint_put_signed(&buf, signed_numbers[i]);
	varint_put_span(&buf, SPAN("Moscou"));
	struct varints in = varints_of(buf_span(&buf));
	for (size_t i = 0; i < COUNT(numbers); i++)
		CHECK_CASE("as it was", varint_get(&in, UINT64_MAX) == numbers[i]);
	for (size_t i = 0; i < COUNT(signed_numbers); i++)
		CHECK_CASE("as it was, with its sign",
			varint_get_signed(&in, INT64_MIN, INT64_MAX) == signed_numbers[i]);
	CHECK_TEXT("bytes", varint_get_span(&in), SPAN("Moscou"));
	CHECK_CASE("all was read", varints_are_done(&in));
	CHECK_CASE("past the end", varint_get(&in, UINT64_MAX) == 0 && in.is_bad);
	arena_clear(&arena);
}

static const struct {
	const char *label;
	struct span bytes;
	uint64_t most;
} bad[] = {
	{"nothing", {"", 0}, UINT64_MAX},
	{"a number that is cut", {"\x80", 1}, UINT64_MAX},
	{"more than is allowed", {"\x05", 1}, 4},
	{"written longer than it need be", {"\x81\x00", 2}, UINT64_MAX},
	{"more than 64 bits", {"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02", 10}, UINT64_MAX},
	{"without an end", {"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 12}, UINT64_MAX},
};

static void test_bad(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct varints in = varints_of(bad[i].bytes);
		CHECK_CASE(bad[i].label, varint_get(&in, bad[i].most) == 0);
		CHECK_CASE(bad[i].label, in.is_bad);
		CHECK_CASE(bad[i].label, varint_get(&in, UINT64_MAX) == 0);
	}
	struct varints in = varints_of(SPAN("\x07"
					    "ab"));
	CHECK_CASE("a length past the end", varint_get_span(&in).len == 0 && in.is_bad);
	in = varints_of(SPAN("\x03"));
	CHECK_CASE("a sign that is not allowed", varint_get_signed(&in, 0, 9) == 0 && in.is_bad);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round), cmocka_unit_test(test_bad)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
