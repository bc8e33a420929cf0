#include "unit/check.h"

#include "text/fold.h"
#include "text/utf8.h"
#include "unit/text/noise.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

static void test_fold(void **state)
{
	static const struct {
		const char *label, *text, *want;
	} cases[] = {
		{"case and accents go", "Élysée ÇÀ", "elysee ca"},
		{"eight capitals at once", "ABCDEFGHXYZ[@`{", "abcdefghxyz[@`{"},
		{"ligatures become letters", "cœur ÆTHER straße ﬁn", "coeur aether strasse fin"},
		{"letters with a stroke", "Łódź Đoković Øresund", "lodz dokovic oresund"},
		{"a typographic apostrophe is plain", "l’été ʼ", "l'ete '"},
		{"hyphens and dashes are plain", "Jean‑Marie – 5−3", "jean-marie - 5-3"},
		{"full-width letters are narrow", "ＰＵＴＩＮ", "putin"},
		{"Russian loses case, ё and й", "ЁЛКИ Сергей", "елки сергеи"},
		{"Ukrainian too", "Їжак Ґанок", "іжак ґанок"},
		{"Greek, the final sigma with it", "Σωκράτης", "σωκρατησ"},
		{"composed and decomposed are one", "e\u0301te\u0301", "ete"},
		{"a soft hyphen and joiners go", "sou\u00ADpe\u200D", "soupe"},
		{"a vowel sign of Hindi stays", "नरेन्द्र", "नरेन्द्र"},
		{"voiced kana stay voiced", "が", "か\u3099"},
		{"a no-break space is a space", "10\u00A0%", "10 %"},
		{"a bad byte is a replacement", "a\xFF", "a\uFFFD"},
		{"a sign that stands for a sentence stays", "ﷺ", "ﷺ"},
		{"nothing", "", ""},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].label, fold(span_of(cases[i].text), &arena),
			span_of(cases[i].want));
	arena_clear(&arena);
}

/* What the library makes of a code point: decomposed, folded, without marks. */
static size_t by_library(uint32_t point, uint32_t out[32])
{
	uint32_t parts[32], folded[32];
	size_t parts_len = COUNT(parts), folded_len = COUNT(folded), count = 0;

	assert_ptr_equal(u32_normalize(UNINORM_NFKD, &point, 1, parts, &parts_len), parts);
	assert_ptr_equal(
		u32_casefold(parts, parts_len, NULL, UNINORM_NFKD, folded, &folded_len), folded);
	for (size_t i = 0; i < folded_len; i++)
		if (uc_combining_class(folded[i]) == 0)
			out[count++] = folded[i];
	return count;
}

static void test_table_is_the_library(void **state)
{
	/* Ours alone: strokes, thorn, eth, ligatures, the dotless i, an accent typed for an
	 * apostrophe, the soft hyphen. */
	static const uint32_t ours[] = {0xAD, 0xB4, 0xC6, 0xD0, 0xD8, 0xDE, 0xE6, 0xF0, 0xF8, 0xFE,
		0x110, 0x111, 0x126, 0x127, 0x131, 0x141, 0x142, 0x152, 0x153, 0x166, 0x167, 0x1E2,
		0x1E3, 0x1FC, 0x1FD, 0x1FE, 0x1FF};

	(void)state;
	for (uint32_t point = 0; point < 0x450; point++) {
		uint32_t want[32], got[8];
		bool is_ours = false;
		for (size_t i = 0; i < COUNT(ours); i++)
			is_ours |= ours[i] == point;
		if (is_ours || (point >= 0x250 && point < 0x410))
			continue;
		size_t count = by_library(point, want);
		assert_int_equal(fold_point(point, got), count);
		assert_memory_equal(got, want, count * sizeof *got);
	}
}

static void test_fold_is_its_points(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++) {
		struct span text = noise(seed, &arena);
		struct buf want;
		buf_init(&want, &arena);
		for (size_t at = 0; at < text.len;) {
			uint32_t points[8];
			int count = fold_point(utf8_next(text, &at), points);
			for (int i = 0; i < count; i++) {
				char bytes[4];
				buf_add(&want, (struct span){bytes, utf8_put(bytes, points[i])});
			}
		}
		struct span folded = fold(text, &arena);
		CHECK_TEXT("noise", folded, buf_span(&want));
		assert_true(utf8_valid(folded));
		CHECK_TEXT("what is folded folds to itself", fold(folded, &arena), folded);
	}
	arena_clear(&arena);
}

static void test_expanding(void **state)
{
	struct arena arena;
	struct buf text;

	(void)state;
	arena_init(&arena);
	buf_init(&text, &arena);
	for (int i = 0; i < 2000; i++)
		buf_text(&text, "½ﷻ");
	struct span folded = fold(buf_span(&text), &arena);
	assert_int_equal(utf8_count(folded), 2000 * (3 + 8));
	arena_clear(&arena);
}

static void test_find(void **state)
{
	static const struct {
		const char *label, *text, *needle;
		size_t start;
		bool found;
		struct extent want;
	} cases[] = {
		{"accents do not matter", "Le traité", "traite", 0, true, {3, 10}},
		{"a capital accent either", "Été", "ete", 0, true, {0, 5}},
		{"from a start on", "ab ab", "ab", 1, true, {3, 5}},
		{"marks after the last letter are part of it", "e\u0301t", "e", 0, true, {0, 3}},
		{"a ligature is found whole", "cœur", "coeur", 0, true, {0, 5}},
		{"half a ligature is not", "cœur", "co", 0, false, {0, 0}},
		{"at the very end", "le traité", "e", 5, true, {8, 10}},
		{"absent", "le traité", "accord", 0, false, {0, 0}},
		{"nothing is nowhere", "le", "", 0, false, {0, 0}},
		{"longer than the text", "le", "les", 0, false, {0, 0}},
		{"it overlaps its own beginning", "aab", "ab", 0, true, {1, 3}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct extent hit = {0, 0};
		CHECK_CASE(
			cases[i].label, fold_find(span_of(cases[i].text), span_of(cases[i].needle),
						cases[i].start, &hit) == cases[i].found);
		CHECK_CASE(cases[i].label,
			hit.start == cases[i].want.start && hit.end == cases[i].want.end);
	}
}

static void test_find_what_was_folded(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++) {
		struct span text = noise(seed, &arena);
		size_t start = text.len / 3;
		while (!utf8_boundary(text, start))
			start++;
		struct span needle = fold(span_cut(text, start, text.len), &arena);
		struct extent hit;
		if (needle.len && fold_find(text, needle, 0, &hit)) {
			CHECK_TEXT("a hit folds to the needle", fold(span_in(text, hit), &arena),
				needle);
			assert_true(hit.start <= start || utf8_boundary(text, hit.start));
		} else {
			assert_int_equal(needle.len, 0);
		}
	}
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_table_is_the_library),
		cmocka_unit_test(test_fold_is_its_points),
		cmocka_unit_test(test_expanding),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_find_what_was_folded),
	};

	return cmocka_run_group_tests_name("text/fold", tests, NULL, NULL);
}
