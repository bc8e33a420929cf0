#include "unit/check.h"

#include "store/lexicon.h"
#include "store/postings.h"

#include <stdio.h>

#define STRINGS 3000u

static struct span string_of(uint32_t i, char *out, size_t room)
{
	int len = snprintf(out, room, "%x%s", i * 2654435761u >> 16, i % 3 ? "" : "\xC3\xA9");

	return (struct span){out, (size_t)len};
}

static void check_sorted(const struct lexicon_view *view)
{
	for (uint32_t i = 1; i < view->count; i++)
		CHECK_CASE("in order of their bytes",
			span_compare(view_text(view, view->sorted[i - 1]),
				view_text(view, view->sorted[i])) < 0);
}

static void test_growth(void **state)
{
	struct arena arena;
	struct lexicon lexicon;
	struct lexicon_view early = {.count = 0}, late;
	char text[32];

	(void)state;
	arena_init(&arena);
	lexicon_init(&lexicon, &arena);
	CHECK_CASE("nothing in an empty one", lexicon_view(&lexicon, &arena).count == 0);
	for (uint32_t i = 0; i < STRINGS; i++) {
		struct span string = string_of(i, text, sizeof text);
		uint32_t number = strings_put(&lexicon.strings, string);
		CHECK_CASE(
			"the same number again", strings_put(&lexicon.strings, string) == number);
		if (i == STRINGS / 3)
			early = lexicon_view(&lexicon, &arena);
	}
	late = lexicon_view(&lexicon, &arena);
	CHECK_CASE("a view does not grow", early.count < late.count);
	check_sorted(&early);
	check_sorted(&late);
	for (uint32_t i = 0; i < STRINGS; i++) {
		struct span string = string_of(i, text, sizeof text);
		CHECK_CASE(
			"found", view_find(&late, string) == strings_put(&lexicon.strings, string));
	}
	CHECK_CASE("what came later is not in an earlier view",
		view_find(&early, string_of(STRINGS - 1, text, sizeof text)) == LEXICON_NONE);
	CHECK_CASE("not found", view_find(&late, SPAN("zzz")) == LEXICON_NONE);
	arena_clear(&arena);
}

static void test_range(void **state)
{
	static const char *const words[] = {
		"", "a", "ab", "abc", "abd", "b", "ba", "\xFF", "\xFFz"};
	static const char *const prefixes[] = {"", "a", "ab", "abc", "abcd", "b", "c", "\xFF"};
	struct arena arena;
	struct lexicon lexicon;
	uint32_t from, to;

	(void)state;
	arena_init(&arena);
	lexicon_init(&lexicon, &arena);
	for (size_t i = COUNT(words); i-- > 0;)
		strings_put(&lexicon.strings, span_of(words[i]));
	struct lexicon_view view = lexicon_view(&lexicon, &arena);
	for (size_t p = 0; p < COUNT(prefixes); p++) {
		struct span prefix = span_of(prefixes[p]);
		uint32_t want = 0;
		view_range(&view, prefix, &from, &to);
		for (size_t i = 0; i < COUNT(words); i++)
			want += span_starts(span_of(words[i]), prefix);
		CHECK_CASE(prefixes[p], to - from == want);
		for (uint32_t i = from; i < to; i++)
			CHECK_CASE(
				prefixes[p], span_starts(view_text(&view, view.sorted[i]), prefix));
	}
	arena_clear(&arena);
}

/* From every place on, of strings that are there and of some that are not. */
static void test_place(void **state)
{
	struct arena arena;
	struct lexicon lexicon;
	char text[32];

	(void)state;
	arena_init(&arena);
	lexicon_init(&lexicon, &arena);
	for (uint32_t i = 0; i < 100; i++)
		strings_put(&lexicon.strings, string_of(i, text, sizeof text));
	struct lexicon_view view = lexicon_view(&lexicon, &arena);
	for (uint32_t i = 0; i < 120; i++) {
		struct span string = string_of(i, text, sizeof text);
		uint32_t place = 0;
		while (place < view.count &&
			span_compare(view_text(&view, view.sorted[place]), string) < 0)
			place++;
		for (uint32_t from = 0; from <= view.count; from++)
			CHECK_CASE("the first that is not before it",
				view_place(&view, string, from) == (from > place ? from : place));
	}
	arena_clear(&arena);
}

static void test_postings(void **state)
{
	struct arena arena;
	struct postings postings;
	uint32_t count;

	(void)state;
	arena_init(&arena);
	postings_init(&postings, 10, &arena);
	for (uint32_t i = 0; i < 100; i++)
		for (uint32_t row = 0; row < 10; row++)
			if (row && i % row == 0)
				postings_count(&postings, row);
	postings_settle(&postings, &arena);
	for (uint32_t i = 0; i < 100; i++)
		for (uint32_t row = 0; row < 10; row++)
			if (row && i % row == 0)
				postings_put(&postings, row, i);
	postings_row(&postings, 0, &count);
	CHECK_CASE("a row may be empty", count == 0);
	for (uint32_t row = 1; row < 10; row++) {
		const uint32_t *ids = postings_row(&postings, row, &count);
		CHECK_CASE("as many as were put", count == (99 / row) + 1);
		for (uint32_t i = 0; i < count; i++)
			CHECK_CASE("in the order in which they were put", ids[i] == i * row);
	}
	postings_init(&postings, 0, &arena);
	postings_settle(&postings, &arena);
	CHECK_CASE("no rows at all", postings_total(&postings) == 0);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_growth),
		cmocka_unit_test(test_range),
		cmocka_unit_test(test_place),
		cmocka_unit_test(test_postings),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
