#include "unit/check.h"

#include "app/narrowing.h"
#include "base/buf.h"
#include "text/fold.h"

/* The label with what was found in brackets; "none" when it is not one of those that are kept. */
static const char *found(const char *label, const char *typed, struct arena *arena)
{
	struct extent *hits;
	struct buf buf;
	uint32_t count, at = 0;

	if (!narrowing_find(span_of(label), fold(span_of(typed), arena), &hits, &count, arena))
		return "none";
	buf_init(&buf, arena);
	for (uint32_t i = 0; i < count; i++) {
		buf_add(&buf, span_cut(span_of(label), at, hits[i].start));
		buf_char(&buf, '[');
		buf_add(&buf, span_in(span_of(label), hits[i]));
		buf_char(&buf, ']');
		at = hits[i].end;
	}
	buf_text(&buf, label + at);
	return arena_string(arena, buf_span(&buf));
}

static void test_found(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *text, *typed, *want;
	} cases[] = {
		{"nothing typed keeps everything", "Claire Dubreuil", "", "Claire Dubreuil"},
		{"blanks are nothing", "Claire Dubreuil", "  ", "Claire Dubreuil"},
		{"a part of a word", "Claire Dubreuil", "breu", "Claire Du[breu]il"},
		{"accents on either side", "Hélène Vasseur", "hELè", "[Hélè]ne Vasseur"},
		{"several words in any order", "Claire Dubreuil", "dub cla", "[Cla]ire [Dub]reuil"},
		{"words that share letters", "Claire Dubreuil", "cla lai", "[Clai]re Dubreuil"},
		{"a word within another", "Claire Dubreuil", "clair l", "[Clair]e Dubreuil"},
		{"one word that is missing is enough against it", "Claire Dubreuil", "cla zz", "none"},
		{"letters that stand apart are no match", "Claire Dubreuil", "cdub", "none"},
	};
	/* clang-format on */
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].label, span_of(found(cases[i].text, cases[i].typed, &arena)),
			span_of(cases[i].want));
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_found),
	};

	return cmocka_run_group_tests_name("app/narrowing", tests, NULL, NULL);
}
