#include "unit/check.h"

#include "know/versions.h"

#define WORDS 300u

/* Words that hardly repeat: another text for every seed. */
static void text_of(uint32_t *words, uint32_t count, uint32_t seed)
{
	uint32_t state = seed * 2654435761u + 12345u;

	for (uint32_t i = 0; i < count; i++) {
		state = state * 1664525u + 1013904223u;
		words[i] = state >> 12;
	}
}

static struct version_share share_of(
	const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count)
{
	struct arena arena;

	arena_init(&arena);
	struct version_print x = version_print_make(a, a_count, 64, &arena);
	struct version_print y = version_print_make(b, b_count, 64, &arena);
	struct version_share share = version_share(&x, &y);
	arena_clear(&arena);
	return share;
}

static void test_share(void **state)
{
	uint32_t a[WORDS], b[WORDS], far[WORDS];

	(void)state;
	text_of(a, WORDS, 1);
	text_of(far, WORDS, 2);
	memcpy(b, a, sizeof b);
	CHECK_CASE("a copy is the same", share_of(a, WORDS, b, WORDS).both > 0.999f);
	CHECK_CASE("another text is not", share_of(a, WORDS, far, WORDS).both == 0);
	memcpy(b + 150, far, 150 * sizeof *b);
	CHECK_CASE("half of it", share_of(a, WORDS, b, WORDS).both > 0.3f &&
					 share_of(a, WORDS, b, WORDS).both < 0.7f);
	CHECK_CASE("a cut is all of itself", share_of(a, WORDS, a + 100, 90).less > 0.999f);
	CHECK_CASE("and so a version", version_is(share_of(a, WORDS, a + 100, 90)));
	CHECK_CASE("a sentence in common is none", !version_is(share_of(a, WORDS, a + 100, 8)));
	CHECK_CASE("nothing is a version of nothing", !version_is(share_of(a, 0, a, 0)));
	CHECK_CASE("three words have no shingle", !version_is(share_of(a, 3, a, 3)));
}

static void test_percent(void **state)
{
	uint32_t a[WORDS], b[WORDS];

	(void)state;
	text_of(a, WORDS, 1);
	text_of(b, WORDS, 2);
	CHECK_CASE("all of it", version_percent(a, WORDS, a, WORDS) == 100);
	CHECK_CASE("nothing", version_percent(a, WORDS, b, WORDS) == 0);
	CHECK_CASE("two words in four", version_percent(a, 200, a, 100) == 66);
	memcpy(b, a, 75 * sizeof *b);
	CHECK_CASE("a quarter", version_percent(a, WORDS, b, WORDS) == 25);
	memcpy(b, a, sizeof b);
	b[150] ^= 1;
	CHECK_CASE("a word changed is a word", version_percent(a, WORDS, b, WORDS) == 99);
	CHECK_CASE("empty texts", version_percent(a, 0, b, 0) == 0);
}

static void check_groups(const char *label, const uint32_t *const *texts, const uint32_t *counts,
	uint32_t count, const uint32_t *want)
{
	struct version_print prints[8];
	const struct version_print *given[8];
	uint32_t got[8];
	struct arena arena;

	arena_init(&arena);
	for (uint32_t i = 0; i < count; i++) {
		prints[i] = version_print_make(texts[i], counts[i], 64, &arena);
		given[i] = &prints[i];
	}
	versions_make(given, count, got);
	for (uint32_t i = 0; i < count; i++)
		CHECK_CASE(label, got[i] == want[i]);
	arena_clear(&arena);
}

static void test_groups(void **state)
{
	uint32_t a[WORDS], b[WORDS], c[WORDS];

	(void)state;
	text_of(a, WORDS, 1);
	text_of(b, WORDS, 2);
	memcpy(c, a, sizeof c);
	text_of(c + 240, 60, 3);
	check_groups("copies, cuts and changes stand together",
		(const uint32_t *const[]){b, a, c, a + 50, b, a},
		(uint32_t[]){300, 300, 300, 120, 300, 0}, 6, (uint32_t[]){0, 1, 1, 1, 0, 5});
	check_groups(
		"one text", (const uint32_t *const[]){a}, (uint32_t[]){300}, 1, (uint32_t[]){0});
	check_groups("no text at all", NULL, NULL, 0, NULL);
}

/* Ten thousand copies must not be held against each other. */
static void test_many(void **state)
{
	enum { COPIES = 10000 };
	uint32_t a[WORDS];
	struct arena arena;

	(void)state;
	arena_init(&arena);
	text_of(a, WORDS, 1);
	struct version_print print = version_print_make(a, WORDS, 64, &arena);
	const struct version_print **given =
		ARENA_ARRAY(&arena, const struct version_print *, COPIES);
	uint32_t *got = ARENA_ARRAY(&arena, uint32_t, COPIES);
	for (uint32_t i = 0; i < COPIES; i++)
		given[i] = &print;
	versions_make(given, COPIES, got);
	for (uint32_t i = 0; i < COPIES; i++)
		CHECK_CASE("all are one", got[i] == 0);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_share),
		cmocka_unit_test(test_percent),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
