#include "unit/check.h"

#include "text/utf8.h"
#include "text/width.h"
#include "unit/text/noise.h"

#include <unigbrk.h>
#include <uniwidth.h>

static void test_clusters(void **state)
{
	static const struct {
		const char *label, *text;
		size_t end;
		int width;
	} cases[] = {
		{"a letter", "ab", 1, 1},
		{"an accented letter", "éa", 2, 1},
		{"a letter with its accent apart", "e\u0301a", 3, 1},
		{"an ideograph", "日本", 3, 2},
		{"a full-width letter", "Ａ", 3, 2},
		{"a syllable in pieces", "\u1112\u1161\u11AB.", 9, 2},
		{"an emoji", "😀a", 4, 2},
		{"a family is one", "👨\u200D👩\u200D👧x", 18, 2},
		{"a thumb with its skin", "👍🏽x", 8, 2},
		{"a heart made an emoji", "❤\uFE0Fx", 6, 2},
		{"a flag, not two", "🇫🇷🇩🇪", 8, 2},
		{"half a flag", "🇫a", 4, 1},
		{"a joiner that joins nothing", "a\u200Db", 4, 1},
		{"a zero-width space joins", "a\u200Bb", 4, 1},
		{"an accent alone has a cell", "\u0301a", 2, 1},
		{"a control is one, and alone", "\x1B\u0301", 1, 1},
		{"a carriage return and its line feed are two", "\r\n", 1, 1},
		{"a direction mark is one, and alone", "\u202Ea", 3, 1},
		{"a soft hyphen is not joined", "a\u00ADb", 1, 1},
		{"a bad byte", "\xFF\xFF", 1, 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int width;
		CHECK_CASE(cases[i].label,
			cluster_end(span_of(cases[i].text), 0, &width) == cases[i].end);
		CHECK_CASE(cases[i].label, width == cases[i].width);
	}
}

static bool is_common(uint32_t point)
{
	return (point >= 0x20 && point < 0x7F) || point >= 0xC0;
}

/* The letters that are passed over quickly are what the Unicode tables say they are. */
static void test_latin(void **state)
{
	(void)state;
	for (uint32_t first = 0x20; first < 0x300; first++)
		for (uint32_t second = 0x20; is_common(first) && second < 0x310; second++) {
			char bytes[8];
			int width;
			size_t len = utf8_put(bytes, first);
			size_t both = len + utf8_put(bytes + len, second);
			size_t end = cluster_end((struct span){bytes, both}, 0, &width);
			bool parted = uc_is_grapheme_break(first, second);
			assert_int_equal(end, parted || width_is_harmful(second) ? len : both);
			assert_int_equal(width, uc_width(first, "UTF-8"));
			if (width_is_apart((struct span){bytes, both}, len))
				assert_int_equal(end, len);
		}
}

static void test_cut_and_clip(void **state)
{
	static const struct {
		const char *label, *text;
		int width;
		const char *cut, *clip;
	} cases[] = {
		{"what fits stays whole", "Moscou", 6, "Moscou", "Moscou"},
		{"one cell too narrow", "Moscou", 5, "Mosco", "Mosc…"},
		{"no half ideographs", "日本語", 5, "日本", "日本…"},
		{"nor an ellipsis over the edge", "日本語", 4, "日本", "日…"},
		{"one cell", "Moscou", 1, "M", "…"},
		{"none", "Moscou", 0, "", ""},
		{"fewer than none", "Moscou", -3, "", ""},
		{"nothing", "", 3, "", ""},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct span text = span_of(cases[i].text);
		int used;
		struct span cut = span_cut(text, 0, width_cut(text, cases[i].width, &used));
		CHECK_TEXT(cases[i].label, cut, span_of(cases[i].cut));
		CHECK_CASE(cases[i].label, used == width_of(cut));
		CHECK_TEXT(cases[i].label, width_clip(text, cases[i].width, &arena),
			span_of(cases[i].clip));
	}
	arena_clear(&arena);
}

static void test_harmless(void **state)
{
	static const char *const cases[][3] = {
		{"an escape sequence is shown", "\x1B[31mrouge", "␛[31mrouge"},
		{"line ends and tabs are blanks", "a\nb\tc", "a b c"},
		{"C1, delete, direction, soft hyphen", "\xC2\x9B\x7F\u202E\u00AD",
			"\uFFFD\uFFFD\uFFFD\uFFFD"},
		{"a bad byte", "\xFF", "\uFFFD"},
		{"text stays", "Été 日本 👨\u200D👩", "Été 日本 👨\u200D👩"},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(
			cases[i][0], harmless(span_of(cases[i][1]), &arena), span_of(cases[i][2]));
	arena_clear(&arena);
}

static void test_any_bytes(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++) {
		struct span text = noise(seed, &arena), safe = harmless(text, &arena);
		int total = 0, width;
		for (size_t at = 0; at < text.len; total += width) {
			size_t end = cluster_end(text, at, &width);
			assert_true(end > at && end <= text.len && utf8_boundary(text, end));
			assert_in_range(width, 1, 2);
			at = end;
		}
		assert_int_equal(width_of(text), total);
		assert_true(utf8_valid(safe));
		/* An accent that stood after a control now stands on its mark. */
		assert_true(width_of(safe) <= total);
		for (size_t at = 0; at < safe.len;)
			assert_false(width_is_harmful(utf8_next(safe, &at)));
		for (int columns = 0; columns < 12; columns++)
			assert_true(width_of(width_clip(text, columns, &arena)) <= columns);
	}
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_clusters),
		cmocka_unit_test(test_latin),
		cmocka_unit_test(test_cut_and_clip),
		cmocka_unit_test(test_harmless),
		cmocka_unit_test(test_any_bytes),
	};

	return cmocka_run_group_tests_name("text/width", tests, NULL, NULL);
}
