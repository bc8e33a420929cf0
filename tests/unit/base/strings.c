#include "unit/check.h"

#include "base/strings.h"

#include <stdio.h>

#define MANY 5000u /* so that every table has grown, and blocks of three sizes are filled */

static struct span string_of(uint32_t i, char *out, size_t room)
{
	int len = snprintf(out, room, "string %u", (unsigned)i);

	return (struct span){out, (size_t)len};
}

static void test_numbers(void **state)
{
	struct arena arena;
	struct strings strings;
	char text[32];

	(void)state;
	arena_init(&arena);
	strings_init(&strings, &arena);
	CHECK_CASE("nothing in none", strings_find(&strings, SPAN("a")) == STRINGS_NONE);
	strings_fetch_slot(&strings, 0);
	strings_fetch_string(&strings, 0);
	for (uint32_t i = 0; i < MANY; i++) {
		struct span string = string_of(i, text, sizeof text);
		CHECK_CASE("numbers count up", strings_put(&strings, string) == i);
		CHECK_CASE("a string keeps its number", strings_put(&strings, string) == i);
	}
	CHECK_CASE("each is counted once", strings.count == MANY);
	for (uint32_t i = 0; i < MANY; i++) {
		struct span string = string_of(i, text, sizeof text);
		CHECK_TEXT("a number keeps its string", strings_text(&strings, i), string);
		strings_fetch_slot(&strings, strings_hash(string));
		strings_fetch_string(&strings, strings_hash(string));
		CHECK_CASE("found, having been fetched", strings_find(&strings, string) == i);
		CHECK_CASE("with its hash", strings_at(&strings, i)->hash == strings_hash(string));
	}
	CHECK_CASE("not found", strings_find(&strings, SPAN("string")) == STRINGS_NONE);
	arena_clear(&arena);
}

/* Readers in another thread hold the addresses. */
static void test_nothing_moves(void **state)
{
	struct arena arena;
	struct strings strings;
	char text[32];

	(void)state;
	arena_init(&arena);
	strings_init(&strings, &arena);
	strings_put(&strings, SPAN("first"));
	const struct string *first = strings_at(&strings, 0);
	const char *bytes = first->at;
	for (uint32_t i = 0; i < MANY; i++)
		strings_put(&strings, string_of(i, text, sizeof text));
	CHECK_CASE("the entry is where it was", strings_at(&strings, 0) == first);
	CHECK_CASE("its bytes are where they were", first->at == bytes);
	arena_clear(&arena);
}

static void test_odd_strings(void **state)
{
	static const char large[200000];
	struct span whole = {large, sizeof large};
	struct arena arena;
	struct strings strings;

	(void)state;
	arena_init(&arena);
	strings_init(&strings, &arena);
	CHECK_CASE("the empty string is one", strings_put(&strings, SPAN("")) == 0);
	CHECK_CASE("a zero is a byte", strings_put(&strings, SPAN("\0")) == 1);
	CHECK_CASE("a large one", strings_put(&strings, whole) == 2);
	CHECK_CASE("is found", strings_find(&strings, whole) == 2);
	CHECK_CASE("one byte less is another",
		strings_find(&strings, span_cut(whole, 1, whole.len)) == STRINGS_NONE);
	CHECK_CASE("the empty one is found", strings_find(&strings, SPAN("")) == 0);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_nothing_moves),
		cmocka_unit_test(test_odd_strings),
	};

	return cmocka_run_group_tests_name("base/strings", tests, NULL, NULL);
}
