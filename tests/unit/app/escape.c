#include "unit/check.h"

#include "app/escape.h"

static void test_languages(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label;
		void (*escape)(struct span, struct buf *);
		struct span text;
		const char *want;
	} cases[] = {
		{"plain: controls become marks", escape_plain, {"a\033[31m\nb", 8}, "a␛[31m b"},
		{"Markdown: emphasis, links, code, tags", escape_markdown, {"*a* [b] `c` <d> e_f", 19},
			"\\*a\\* \\[b\\] \\`c\\` \\<d> e\\_f"},
		{"Markdown: a heading, a list at the start only", escape_markdown, {"# a - b", 7},
			"\\# a - b"},
		{"Markdown: a number at the start", escape_markdown, {"12. mars 3. avril", 17},
			"12\\. mars 3. avril"},
		{"Markdown: letters of any kind stay", escape_markdown, {"où Пе", 8}, "où Пе"},
		{"an address in parentheses", escape_address, {"http://a/b (c)\\", 15},
			"http://a/b%20%28c%29%5C"},
		{"BibTeX: what TeX would take for its own", escape_bibtex, {"50 % {a} & b_c \\d", 17},
			"50 \\% \\{a\\} \\& b\\_c \\textbackslash{}d"},
		{"CSV: quotation marks twice, line ends away", escape_csv, {"a \"b\"\nc,d", 9},
			"\"a \"\"b\"\" c,d\""},
	};
	/* clang-format on */
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf buf;
		buf_init(&buf, &arena);
		cases[i].escape(cases[i].text, &buf);
		CHECK_TEXT(cases[i].label, buf_span(&buf), span_of(cases[i].want));
	}
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_languages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
