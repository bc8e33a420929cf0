#include "unit/check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/fault.h"
#include "base/vec.h"

#include <string.h>

static void test_alloc(void **state)
{
	struct arena arena;
	unsigned char *before = NULL;

	(void)state;
	arena_init(&arena);
	for (size_t len = 0; len < 3000; len += 7) {
		unsigned char *at = arena_alloc(&arena, len);
		CHECK_CASE("aligned for any type", (uintptr_t)at % _Alignof(max_align_t) == 0);
		for (size_t i = 0; i < len; i++)
			CHECK_CASE("zeroed", at[i] == 0);
		memset(at, 0xff, len);
		CHECK_CASE("its own", at != before);
		if (len)
			before = at;
	}
	CHECK_CASE("what was handed out is counted", arena.used > 0);
	arena_clear(&arena);
	CHECK_CASE("empty after clear", arena.used == 0 && arena.newest == NULL);
}

static void test_rewind(void **state)
{
	struct arena arena;
	struct arena_mark mark;

	(void)state;
	arena_init(&arena);
	char *kept = arena_string(&arena, SPAN("kept"));
	mark = arena_mark(&arena);
	size_t used = arena.used;
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 100; i++)
			memset(arena_alloc(&arena, 100000), round, 100000);
		arena_rewind(&arena, mark);
		CHECK_CASE("what came after the mark is given back", arena.used == used);
	}
	assert_string_equal(kept, "kept");
	char *again = arena_alloc(&arena, 64);
	for (int i = 0; i < 64; i++)
		CHECK_CASE("memory used anew is zeroed", again[i] == 0);
	memset(again, 1, 64);
	arena_rewind(&arena, mark);
	again = arena_alloc(&arena, 8);
	bool stretched = arena_stretch(&arena, again, 8, 80);
	for (int i = 0; i < 80 && stretched; i++)
		CHECK_CASE("and where it is stretched over", again[i] == 0);
	arena_clear(&arena);
}

/* Whether or not an array grows where it lies, what was in it stays and what is new is zero. */
/* What is made anew in rounds: a little, much, a little. */
static void test_reuse(void **state)
{
	static const size_t lens[] = {0, 10, 5000, 300000, 300000, 3000000, 20, 20, 40000000, 30};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	arena_reuse(&arena);
	for (size_t round = 0; round < COUNT(lens); round++) {
		char *small = arena_string(&arena, SPAN("small"));
		char *large = arena_alloc(&arena, lens[round]);
		for (size_t i = 0; i < lens[round]; i += 61)
			CHECK_CASE("memory of another round is zeroed", large[i] == 0);
		memset(large, 0xff, lens[round]);
		assert_string_equal(small, "small");
		CHECK_CASE("what is handed out is counted", arena.used >= lens[round]);
		arena_reuse(&arena);
		CHECK_CASE("nothing is in use", arena.used == 0);
	}
	arena_clear(&arena);
	CHECK_CASE("empty after clear", arena.newest == NULL);
}

static void test_stretch(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	unsigned char *at = arena_alloc(&arena, 5);
	memset(at, 7, 5);
	bool stretched = arena_stretch(&arena, at, 5, 40);
	for (size_t i = 0; i < 40 && stretched; i++)
		CHECK_CASE("the old bytes stay, the new are zero", at[i] == (i < 5 ? 7 : 0));
	unsigned char *next = arena_alloc(&arena, 8);
	CHECK_CASE("what follows is its own", !stretched || next >= at + 40);
	CHECK_CASE("nothing but the newest grows", !arena_stretch(&arena, at, 40, 80));
	CHECK_CASE("nor more than there is room for",
		!arena_stretch(&arena, next, 8, (size_t)1 << 40));
	arena_clear(&arena);
	CHECK_CASE("an empty arena has nothing to stretch", !arena_stretch(&arena, at, 0, 1));
}

static void test_vec(void **state)
{
	struct arena arena;
	VEC(uint32_t) numbers = {0};

	(void)state;
	arena_init(&arena);
	for (uint32_t i = 0; i < 5000; i++)
		*vec_push(&arena, &numbers) = i;
	CHECK_CASE("all are there", numbers.count == 5000);
	for (uint32_t i = 0; i < 5000; i++)
		CHECK_CASE("in order", numbers.at[i] == i);
	arena_clear(&arena);
}

static void test_buf(void **state)
{
	struct arena arena;
	struct buf buf;

	(void)state;
	arena_init(&arena);
	buf_init(&buf, &arena);
	assert_string_equal(buf.at, "");
	for (int i = 0; i < 100; i++)
		buf_format(&buf, "%d,", i);
	CHECK_CASE("terminated", strlen(buf.at) == buf.len);
	CHECK_CASE("whole", span_ends(buf_span(&buf), SPAN("98,99,")));
	buf_reset(&buf);
	buf_text(&buf, "x");
	buf_char(&buf, 'y');
	CHECK_TEXT("after a reset", buf_span(&buf), SPAN("xy"));
	assert_string_equal(arena_format(&arena, "%s-%03d", "a", 7), "a-007");
	arena_clear(&arena);
}

static void test_fault(void **state)
{
	struct fault why = {0};
	char word[2000];

	(void)state;
	CHECK_CASE("the error is returned",
		fail(&why, ERR_IO, "%s: %s", "x.txt", "refused") == ERR_IO);
	assert_string_equal(why.words, "x.txt: refused");
	memset(word, 'a', sizeof word - 1);
	word[sizeof word - 1] = 0;
	fail(&why, ERR_LIMIT, "%s", word);
	CHECK_CASE("long words are terminated", strlen(why.words) == sizeof why.words - 1);
	CHECK_CASE("nobody asks why", fail(NULL, ERR_USAGE, "x") == ERR_USAGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alloc),
		cmocka_unit_test(test_rewind),
		cmocka_unit_test(test_reuse),
		cmocka_unit_test(test_stretch),
		cmocka_unit_test(test_vec),
		cmocka_unit_test(test_buf),
		cmocka_unit_test(test_fault),
	};

	return cmocka_run_group_tests_name("base/arena", tests, NULL, NULL);
}
