#include "unit/check.h"

#include "base/map.h"

#include <stdio.h>

static void test_words(void **state)
{
	struct arena arena;
	struct map map;
	char key[32];
	bool made;

	(void)state;
	arena_init(&arena);
	map_init(&map, &arena);
	CHECK_CASE("nothing in an empty map", map_get(&map, SPAN("x")) == NULL);
	for (uint32_t i = 0; i < 3000; i++) {
		int len = snprintf(key, sizeof key, "key %u", (unsigned)i);
		map_put(&map, (struct span){key, (size_t)len}, &made)->value = i;
		CHECK_CASE("a new key is made", made);
	}
	for (uint32_t i = 0; i < 3000; i++) {
		int len = snprintf(key, sizeof key, "key %u", (unsigned)i);
		struct span span = {key, (size_t)len};
		const struct map_entry *entry = map_get(&map, span);
		CHECK_CASE("found again", entry && entry->value == i);
		CHECK_CASE("not made twice", map_put(&map, span, &made)->value == i && !made);
		CHECK_TEXT("entries keep the order of insertion", map.entries[i].key, span);
	}
	CHECK_CASE("no other key", map_get(&map, SPAN("key 3000")) == NULL);
	CHECK_CASE("the empty key is a key", map_put(&map, SPAN(""), &made) && made);
	arena_clear(&arena);
}

static void test_numbers(void **state)
{
	struct arena arena;
	struct map map;
	bool made;

	(void)state;
	arena_init(&arena);
	map_init(&map, &arena);
	for (uint64_t i = 0; i < 2000; i++)
		map_put_number(&map, i << 32, &made)->value = (uint32_t)i;
	for (uint64_t i = 0; i < 2000; i++) {
		const struct map_entry *entry = map_get_number(&map, i << 32);
		CHECK_CASE("found again", entry && entry->value == i);
	}
	CHECK_CASE("no other number", map_get_number(&map, 1) == NULL);
	arena_clear(&arena);
}

/* Marks are kept under digests for years: what must hold above all is that one never changes. */
static void test_digest(void **state)
{
	struct digest empty = digest_of(SPAN("")), one = digest_of(SPAN("a"));
	struct digest zero = digest_of(SPAN("a\0"));

	(void)state;
	CHECK_CASE("length counts", one.high != zero.high && one.low != zero.low);
	CHECK_CASE("both halves differ", empty.high != empty.low && empty.high != one.high);
	CHECK_CASE("the same bytes, the same digest", digest_of(SPAN("a")).low == one.low);
	CHECK_CASE("the digest of no bytes is for ever",
		empty.high == UINT64_C(0x7de0a38047d74950) &&
			empty.low == UINT64_C(0xf4f2ced447ab0242));
	CHECK_CASE("hashes differ by one bit of input",
		hash_bytes(SPAN("12345678")) != hash_bytes(SPAN("12345679")));
}

/* Wherever a byte is another, and however long it is. */
static void test_hash_long(void **state)
{
	char bytes[130] = {0};

	(void)state;
	for (size_t len = 0; len <= sizeof bytes; len++) {
		uint64_t hash = hash_long((struct span){bytes, len});
		CHECK_CASE("one byte more is another hash",
			len == 0 || hash != hash_long((struct span){bytes, len - 1}));
		for (size_t i = 0; i < len; i++) {
			bytes[i] = 1;
			CHECK_CASE("another byte is another hash",
				hash != hash_long((struct span){bytes, len}));
			bytes[i] = 0;
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_digest),
		cmocka_unit_test(test_hash_long),
	};

	return cmocka_run_group_tests_name("base/map", tests, NULL, NULL);
}
