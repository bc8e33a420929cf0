#include "unit/check.h"

#include "base/arena.h"
#include "text/squeeze.h"
#include "unit/text/noise.h"

static void test_squeezed(void **state)
{
	static const struct {
		const char *label, *text, *want;
	} cases[] = {
		{"plain words stay", "Odile Marchetti", "Odile Marchetti"},
		{"several blanks are one", "Odile \t  Marchetti", "Odile Marchetti"},
		{"no-break ones and line ends too", "M.\u00A0Roy\r\nest", "M. Roy est"},
		{"at the ends one stays", "  Roy  ", " Roy "},
		{"a word parted by a soft hyphen", "Mar\u00ADchetti", "Marchetti"},
		{"or by a non-joiner", "Mar\u200Cchetti", "Marchetti"},
		{"a soft hyphen among blanks parts no run of them", "Marchetti \u00AD est", "Marchetti est"},
		{"nothing", "", ""},
	};
	char out[64];
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t len = squeeze(span_of(cases[i].text), out);
		CHECK_TEXT(cases[i].label, ((struct span){out, len}), span_of(cases[i].want));
		CHECK_TEXT(cases[i].label, squeezed(span_of(cases[i].text), &arena),
			span_trim(span_of(cases[i].want)));
	}
	arena_clear(&arena);
}

static void test_any_bytes(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t seed = 0; seed < NOISE_SEEDS; seed++) {
		struct span text = noise(seed, &arena);
		char *out = arena_alloc(&arena, text.len + 1);
		struct span once = {out, squeeze(text, out)};
		assert_true(once.len <= text.len);
		out = arena_alloc(&arena, once.len + 1);
		CHECK_TEXT("squeezing again changes nothing", once,
			((struct span){out, squeeze(once, out)}));
	}
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_squeezed),
		cmocka_unit_test(test_any_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
