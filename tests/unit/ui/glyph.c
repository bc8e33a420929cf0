#include "unit/check.h"

#include "text/width.h"
#include "ui/glyph.h"

#include <locale.h>
#include <string.h>
#include <wchar.h>

/* What a cluster's glyphs show, one after the other. */
static struct span shown(struct span cluster, int width, char *text, int *cells)
{
	struct glyph glyphs[2];
	size_t len = 0;
	int count = glyph_make(cluster, width, glyphs);

	*cells = 0;
	for (int i = 0; i < count; i++) {
		memcpy(text + len, glyphs[i].bytes, glyphs[i].len);
		len += glyphs[i].len;
		*cells += glyphs[i].width;
	}
	return (struct span){text, len};
}

static void test_clusters(void **state)
{
	static const struct {
		const char *label, *cluster;
		int width;
		const char *want;
	} cases[] = {
		{"a letter", "a", 1, "a"},
		{"a letter with its accent apart keeps it", "e\xCC\x81", 1, "e\xCC\x81"},
		{"a wide letter", "中", 2, "中"},
		{"a control is a picture of itself", "\x1b", 1, "␛"},
		{"so is a bell", "\a", 1, "␇"},
		{"delete too", "\x7f", 1, "␡"},
		{"a C1 control is replaced", "\xC2\x9B", 1, "�"},
		{"a bidirectional override is replaced", "\xE2\x80\xAE", 1, "�"},
		{"a soft hyphen is a hyphen", "\xC2\xAD", 1, "-"},
		{"a tab is a blank", "\t", 1, " "},
		{"a byte that is no UTF-8 is replaced", "\xFF", 1, "�"},
		{"a lone accent stands on a blank", "\xCC\x81", 1, " \xCC\x81"},
		{"a family is its first person", "👨\xE2\x80\x8D👩\xE2\x80\x8D👧", 2, "👨"},
		{"a selector of looks is left out", "❤\xEF\xB8\x8F", 2, "❤ "},
		{"a wide letter in a narrow place is replaced", "中", 1, "�"},
		{"a narrow one in a wide place is padded", "a", 2, "a "},
		{"nothing is a blank", "", 1, " "},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char text[2 * GLYPH_BYTES];
		int cells;
		struct span got = shown(span_of(cases[i].cluster), cases[i].width, text, &cells);
		CHECK_TEXT(cases[i].label, got, span_of(cases[i].want));
		CHECK_CASE(cases[i].label, cells == cases[i].width);
	}
}

static void test_a_heap_of_accents(void **state)
{
	char heap[3001] = "e";
	char text[2 * GLYPH_BYTES];
	int cells;

	(void)state;
	for (size_t i = 1; i + 1 < sizeof heap; i += 2)
		memcpy(heap + i, "\xCC\x81", 2);
	struct span got = shown((struct span){heap, 2999}, 1, text, &cells);
	CHECK_CASE("five code points are kept", got.len == 1 + 4 * 2);
	CHECK_CASE("in one cell", cells == 1);
}

/* The promise itself, over every code point: as wide as the terminal will think. */
static void test_every_point(void **state)
{
	(void)state;
	for (uint32_t point = 0; point < 0x110000; point++) {
		wchar_t wide = (wchar_t)point;
		char bytes[8];
		mbstate_t shift = {0};
		size_t len = wcrtomb(bytes, wide, &shift);
		if (len == (size_t)-1)
			continue;
		int width, cells = 0;
		struct glyph glyphs[2];
		struct span cluster = {bytes, len};
		assert_int_equal(cluster_end(cluster, 0, &width), len);
		int count = glyph_make(cluster, width, glyphs);
		for (int i = 0; i < count; i++) {
			int thought = 0;
			struct span given = {glyphs[i].bytes, glyphs[i].len};
			for (size_t at = 0; at < given.len;) {
				wchar_t one;
				mbstate_t again = {0};
				at += mbrtowc(&one, given.at + at, given.len - at, &again);
				assert_false(width_is_harmful((uint32_t)one));
				thought += wcwidth(one);
			}
			assert_int_equal(thought, glyphs[i].width);
			cells += glyphs[i].width;
		}
		assert_int_equal(cells, width);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_clusters),
		cmocka_unit_test(test_a_heap_of_accents),
		cmocka_unit_test(test_every_point),
	};
	if (!setlocale(LC_ALL, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
