#include "unit/check.h"

#include "text/utf8.h"

#include <unictype.h>
#include "unit/text/noise.h"

#include <string.h>

static void test_next(void **state)
{
	static const struct {
		const char *label, *bytes;
		uint32_t point;
		size_t len;
	} cases[] = {
		{"ASCII is itself", "a", 'a', 1},
		{"two bytes", "é", 0xE9, 2},
		{"three bytes", "€", 0x20AC, 3},
		{"four bytes", "😀", 0x1F600, 4},
		{"the last code point", "\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
		{"one past the last is bad", "\xF4\x90\x80\x80", UTF8_REPLACEMENT, 1},
		{"a lone continuation is bad", "\x80x", UTF8_REPLACEMENT, 1},
		{"an overlong slash is bad", "\xC0\xAF", UTF8_REPLACEMENT, 1},
		{"an overlong form of three is bad", "\xE0\x80\x80", UTF8_REPLACEMENT, 1},
		{"a surrogate is bad", "\xED\xA0\x80", UTF8_REPLACEMENT, 1},
		{"a cut sequence is bad", "\xE2\x82", UTF8_REPLACEMENT, 1},
		{"a lead before ASCII is bad",
			"\xC3"
			"a",
			UTF8_REPLACEMENT, 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t at = 0;
		CHECK_CASE(
			cases[i].label, utf8_next(span_of(cases[i].bytes), &at) == cases[i].point);
		CHECK_CASE(cases[i].label, at == cases[i].len);
	}
}

static void test_both_ways(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++) {
		struct span text = noise(seed, &arena);
		for (size_t at = 0; at < text.len;) {
			size_t start = at, back;
			uint32_t point = utf8_next(text, &at);
			back = at;
			assert_int_equal(utf8_previous(text, &back), point);
			assert_int_equal(back, start);
			assert_true(utf8_boundary(text, start));
			for (size_t inside = start + 1; inside < at; inside++)
				assert_false(utf8_boundary(text, inside));
		}
		assert_true(utf8_boundary(text, text.len));
		assert_false(utf8_boundary(text, text.len + 1));
	}
	arena_clear(&arena);
}

static void test_put(void **state)
{
	static const uint32_t points[] = {
		0, 'a', 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF};
	char bytes[4];

	(void)state;
	for (size_t i = 0; i < COUNT(points); i++) {
		struct span out = {bytes, utf8_put(bytes, points[i])};
		size_t at = 0;
		assert_int_equal(utf8_next(out, &at), points[i]);
		assert_int_equal(at, out.len);
		assert_true(utf8_valid(out));
	}
	assert_int_equal(utf8_put(bytes, 0xD800), 3);
	assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
	assert_int_equal(utf8_put(bytes, 0x110000), 3);
}

static void test_valid(void **state)
{
	(void)state;
	CHECK_CASE("nothing is valid", utf8_valid(SPAN("")));
	CHECK_CASE("long ASCII with an accent at its end",
		utf8_valid(SPAN("deux pays ont prolongé leur traité")));
	CHECK_CASE(
		"a bad byte after long ASCII", !utf8_valid(SPAN("deux pays ont prolong\xE9 leur")));
	CHECK_CASE("a cut end", !utf8_valid(SPAN("trait\xC3")));
	CHECK_CASE("code points are counted", utf8_count(SPAN("été\xFF")) == 4);
}

static void test_properties(void **state)
{
	(void)state;
	CHECK_CASE("letters of three scripts",
		utf8_is_letter('z') && utf8_is_letter(0x416) && utf8_is_letter(0x65E5));
	CHECK_CASE(
		"no letters", !utf8_is_letter('1') && !utf8_is_letter('@') && !utf8_is_letter('['));
	CHECK_CASE("capitals, title case too", utf8_is_upper(0xC9) && utf8_is_upper(0x1C5));
	CHECK_CASE("small letters", utf8_is_lower(0xE9) && !utf8_is_lower(0xC9));
	CHECK_CASE("digits, Arabic ones too", utf8_is_digit('7') && utf8_is_digit(0x667));
	CHECK_CASE("an accent is a mark", utf8_is_mark(0x301) && !utf8_is_mark('e'));
	CHECK_CASE("no-break spaces are spaces", utf8_is_space(0xA0) && utf8_is_space(0x202F));
	CHECK_CASE("a zero is none", !utf8_is_space(0) && !utf8_is_space(0x1B));
}

/* What is answered without the library is what the library would say. */
static void test_shortcuts(void **state)
{
	static const struct {
		unsigned property;
		uint32_t categories;
	} cases[] = {
		{UTF8_LETTER, UC_CATEGORY_MASK_L},
		{UTF8_DIGIT, UC_CATEGORY_MASK_Nd},
		{UTF8_UPPER, UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt},
		{UTF8_LOWER, UC_CATEGORY_MASK_Ll},
		{UTF8_SPACE, UC_CATEGORY_MASK_Z},
		{UTF8_UPPER | UTF8_DIGIT,
			UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt | UC_CATEGORY_MASK_Nd},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		for (uint32_t point = '!'; point < 0x3000; point++)
			assert_int_equal(utf8_has(point, cases[i].property),
				uc_is_general_category_withtable(point, cases[i].categories));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_next),
		cmocka_unit_test(test_both_ways),
		cmocka_unit_test(test_put),
		cmocka_unit_test(test_valid),
		cmocka_unit_test(test_properties),
		cmocka_unit_test(test_shortcuts),
	};

	return cmocka_run_group_tests_name("text/utf8", tests, NULL, NULL);
}
