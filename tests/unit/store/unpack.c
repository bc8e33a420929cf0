#include "unit/check.h"

#include "store/unpack.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

/* Packs as gzip does; returns how many bytes. */
static size_t pack(const char *text, size_t len, char *out, size_t room)
{
	z_stream stream = {0};
	union {
		const char *read;
		Bytef *given;
	} bytes = {.read = text};

	assert_int_equal(
		deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
	stream.next_in = bytes.given;
	stream.avail_in = (uInt)len;
	stream.next_out = (Bytef *)out;
	stream.avail_out = (uInt)room;
	assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
	deflateEnd(&stream);
	return room - stream.avail_out;
}

static void test_small(void **state)
{
	char packed[512];
	struct arena arena;
	struct fault why = {0};
	struct span out = SPAN("");

	(void)state;
	arena_init(&arena);
	size_t one = pack("Le port ", 8, packed, sizeof packed);
	size_t two = one + pack("rouvre.", 7, packed + one, sizeof packed - one);
	memcpy(packed + two, "\0\0\0", 3);
	assert_true(unpack_is_packed((struct span){packed, one}));
	assert_false(unpack_is_packed(SPAN("Le port rouvre.")));
	assert_int_equal(unpack((struct span){packed, one}, 100, &out, &arena, &why), OK);
	assert_true(span_is(out, "Le port "));
	assert_int_equal(unpack((struct span){packed, two + 3}, 100, &out, &arena, &why), OK);
	assert_true(span_is(out, "Le port rouvre."));
	assert_int_equal(unpack((struct span){packed, two}, 15, &out, &arena, &why), OK);
	assert_int_equal(unpack((struct span){packed, two}, 14, &out, &arena, &why), ERR_LIMIT);
	for (size_t len = 3; len < one; len++) {
		assert_int_equal(
			unpack((struct span){packed, len}, 100, &out, &arena, &why), ERR_FORMAT);
		assert_string_equal(why.words, "packed, and cut short");
	}
	packed[one - 6] ^= 1; /* of the sum at its end */
	assert_int_equal(unpack((struct span){packed, one}, 100, &out, &arena, &why), ERR_FORMAT);
	assert_string_equal(why.words, "packed, and damaged");
	arena_clear(&arena);
}

/* A bomb goes off within its limit. */
static void test_bomb(void **state)
{
	enum { LEN = 8 << 20 };
	char *zeros = calloc(1, LEN), packed[16384];
	struct arena arena;
	struct fault why = {0};
	struct span out = SPAN("");

	(void)state;
	assert_non_null(zeros);
	arena_init(&arena);
	size_t len = pack(zeros, LEN, packed, sizeof packed);
	assert_int_equal(
		unpack((struct span){packed, len}, 1 << 20, &out, &arena, &why), ERR_LIMIT);
	assert_true(arena.used < 4 << 20);
	assert_int_equal(unpack((struct span){packed, len}, LEN, &out, &arena, &why), OK);
	assert_int_equal(out.len, LEN);
	arena_clear(&arena);
	free(zeros);
}

/* Frames one after the other are one file; what was cut or damaged is said to be. */
static void test_zstd(void **state)
{
	char packed[512];
	struct arena arena;
	struct fault why = {0};
	struct span out = SPAN("");

	(void)state;
	arena_init(&arena);
	size_t one = ZSTD_compress(packed, sizeof packed, "Le port ", 8, 3);
	size_t two = one + ZSTD_compress(packed + one, sizeof packed - one, "rouvre.", 7, 3);
	assert_true(unpack_is_packed((struct span){packed, one}));
	assert_int_equal(unpack((struct span){packed, two}, 15, &out, &arena, &why), OK);
	assert_true(span_is(out, "Le port rouvre."));
	assert_int_equal(unpack((struct span){packed, two}, 14, &out, &arena, &why), ERR_LIMIT);
	for (size_t len = 4; len < one; len++)
		assert_int_equal(
			unpack((struct span){packed, len}, 100, &out, &arena, &why), ERR_FORMAT);
	assert_string_equal(why.words, "packed, and cut short");
	packed[4] = (char)0xFF; /* says how the frame is made */
	assert_int_equal(unpack((struct span){packed, one}, 100, &out, &arena, &why), ERR_FORMAT);
	assert_string_equal(why.words, "packed, and damaged");
	arena_clear(&arena);
}

static void test_zstd_bomb(void **state)
{
	enum { LEN = 8 << 20 };
	char *zeros = calloc(1, LEN), packed[16384];
	struct arena arena;
	struct fault why = {0};
	struct span out = SPAN("");

	(void)state;
	assert_non_null(zeros);
	arena_init(&arena);
	size_t len = ZSTD_compress(packed, sizeof packed, zeros, LEN, 19);
	assert_false(ZSTD_isError(len));
	assert_int_equal(
		unpack((struct span){packed, len}, 1 << 20, &out, &arena, &why), ERR_LIMIT);
	assert_true(arena.used < 4 << 20);
	assert_int_equal(unpack((struct span){packed, len}, LEN, &out, &arena, &why), OK);
	assert_int_equal(out.len, LEN);
	arena_clear(&arena);
	free(zeros);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_small),
		cmocka_unit_test(test_bomb), cmocka_unit_test(test_zstd),
		cmocka_unit_test(test_zstd_bomb)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
