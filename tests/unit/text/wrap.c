#include "unit/check.h"

#include "base/buf.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap.h"
#include "unit/text/noise.h"

#include <unilbrk.h>

static struct span shown(struct span text, int width, bool squeezes, struct arena *arena)
{
	struct extent row;
	struct buf out;
	bool first = true;

	struct wrap wrap = wrap_of(text, width, arena);

	wrap.squeezes = squeezes;
	buf_init(&out, arena);
	for (; wrap_next(&wrap, &row); first = false) {
		if (!first)
			buf_char(&out, '|');
		buf_add(&out, span_in(text, row));
	}
	return buf_span(&out);
}

static void test_rows(void **state)
{
	static const struct {
		const char *label;
		int width;
		const char *text, *want;
	} cases[] = {
		{"at blanks, which go", 10, "deux pays ont signé", "deux pays|ont signé"},
		{"blanks may hang over", 4, "deux   pays", "deux|pays"},
		{"an exact fit", 9, "deux pays", "deux pays"},
		{"an opening mark goes with its word", 10, "il a dit « non »", "il a dit|« non »"},
		{"a closing one with the word before", 12, "on dit « non » ici",
			"on dit|« non » ici"},
		{"so do high signs", 10, "alors non ! oui ; si", "alors|non !|oui ; si"},
		{"and percents and euros", 9, "environ 20 % ou 30 €", "environ|20 % ou|30 €"},
		{"a number stays whole", 8, "les 12 500 hommes", "les|12 500|hommes"},
		{"a year before a number is none", 9, "vers 2021 300 pas", "vers 2021|300 pas"},
		{"a title stays with its name", 11, "hier avec M. Lavrov", "hier avec|M. Lavrov"},
		{"an initial too", 11, "de George W. Bush", "de George|W. Bush"},
		{"no-break spaces hold", 8, "dit-il\u00A0: oui", "dit-il\u00A0:|oui"},
		{"not inside a-t-il", 14, "ainsi va-t-il, dit-il", "ainsi va-t-il,|dit-il"},
		{"nor inside it where it does not fit", 8, "ainsi a-t-on vu", "ainsi|a-t-on|vu"},
		{"nor before celui-ci's end", 9, "ou celui-ci va", "ou|celui-ci|va"},
		{"a dash is no hyphen", 6, "oui - non", "oui -|non"},
		{"after a hyphen", 8, "porte-parole", "porte-|parole"},
		{"a long word is cut", 5, "anticonstitution", "antic|onsti|tutio|n"},
		{"between ideographs", 5, "日本語文", "日本|語文"},
		{"a wide sign in one cell", 1, "日a", "日|a"},
		{"a line feed breaks", 20, "un\ndeux\n\ntrois", "un|deux||trois"},
		{"the last one adds no row", 20, "un\n", "un"},
		{"a carriage return goes", 20, "un\r\ndeux", "un|deux"},
		{"no width is one", 0, "ab", "a|b"},
		{"nothing", 10, "", ""},
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_TEXT(cases[i].label,
			shown(span_of(cases[i].text), cases[i].width, false, &arena),
			span_of(cases[i].want));
	arena_clear(&arena);
}

static void test_squeezing(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	CHECK_TEXT("each blank is a cell", shown(SPAN("un   bac à quai"), 9, false, &arena),
		SPAN("un   bac|à quai"));
	CHECK_TEXT("or a run of them is one", shown(SPAN("un   bac à quai"), 8, true, &arena),
		SPAN("un   bac à|quai"));
	arena_clear(&arena);
}

static void check_rows(struct span text, int width, struct arena *arena)
{
	struct extent row;
	size_t end = 0;

	for (struct wrap wrap = wrap_of(text, width, arena); wrap_next(&wrap, &row);
		end = row.end) {
		assert_true(row.start >= end && row.end >= row.start && row.end <= text.len);
		assert_true(utf8_boundary(text, row.start) && utf8_boundary(text, row.end));
		/* Only blanks and line ends fall between rows. */
		for (size_t at = end; at < row.start; at++)
			assert_true(text.at[at] == ' ' || text.at[at] == '\n' ||
				    text.at[at] == '\r' || text.at[at] == '\t');
		int cells = width_of(span_in(text, row));
		assert_true(cells <= width || (width == 1 && cells == 2));
	}
}

/* Text of signs that only Unicode's rules have a say about, and not ours of French. */
static struct span plain_noise(uint32_t seed, struct arena *arena)
{
	const struct span pieces[] = {SPAN("mot"), SPAN("é"), SPAN("ou"), SPAN("à"), SPAN(" "),
		SPAN(" "), SPAN(" "), SPAN("  "), SPAN("\n"), SPAN("\t"), SPAN(","), SPAN("."),
		SPAN("("), SPAN(")"), SPAN("["), SPAN("\""), SPAN("'"), SPAN("/"), SPAN("…"),
		SPAN("—"), SPAN("日"), SPAN("e\u0301"), SPAN("\u0301"), SPAN("×"), SPAN("\u00A0"),
		SPAN("\u200B"), SPAN("\u2060"), SPAN("😀"), SPAN("$"), SPAN("ש"), SPAN("한"),
		SPAN("\u0237"), SPAN("\u02C8"), SPAN("ก")};

	return noise_of(pieces, COUNT(pieces), 67, seed, arena);
}

/* A text is looked at piece by piece, which finds what the library finds in the whole. */
static void test_pieces(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t seed = 0; seed < 6000; seed++) {
		struct span text = plain_noise(seed, &arena);
		struct wrap wrap = wrap_of(text, 20, &arena);
		char *whole = arena_alloc(&arena, text.len + 1);
		u8_possible_linebreaks((const uint8_t *)text.at, text.len, "UTF-8", whole);
		for (size_t at = 1; at < text.len; at++)
			if ((whole[at] == UC_BREAK_POSSIBLE) !=
				(wrap.breaks[at] == UC_BREAK_POSSIBLE))
				CHECK_FAILED("%.*s: otherwise at %zu", (int)text.len, text.at, at);
		arena_reuse(&arena);
	}
	arena_clear(&arena);
}

static void test_any_bytes(void **state)
{
	static const int widths[] = {1, 2, 3, 7, 20, 1000};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++)
		for (size_t i = 0; i < COUNT(widths); i++)
			check_rows(noise(seed, &arena), widths[i], &arena);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_squeezing),
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_any_bytes),
	};

	return cmocka_run_group_tests_name("text/wrap", tests, NULL, NULL);
}
