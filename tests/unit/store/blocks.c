#include "unit/check.h"

#include "store/blocks.h"

#include <string.h>

/* Records of so many bytes each; from a "<" to the ">" behind it they are taken back.  Of letters
 * that stand for lengths. */
static const struct rewind_case {
	const char *label, *put;
} cases[] = {
	{"nothing was put", "<>ss<>s"},
	{"what is open stays open", "ss<sss>s"},
	{"what was open has become a block", "ss<sbs>s"},
	{"several blocks", "sms<bbmbsss>ssmb"},
	{"the mark stands where nothing is open", "b<sss>s<bb>"},
	{"again and again", "ms<sb>s<m>m<mmmb>s"},
	{"a record for a block of its own, in between", "s<b>bs"},
	{"all of it", "<smbsmb>"},
};

static size_t len_of(char letter)
{
	return letter == 's' ? 10 : letter == 'm' ? BLOCK_FULL / 2 : BLOCK_FULL + 1;
}

static void put(struct block_writer *writer, const char *letters, bool all, struct arena *arena)
{
	bool inside = false;

	for (unsigned i = 0; letters[i]; i++) {
		if (letters[i] == '<' || letters[i] == '>') {
			inside = letters[i] == '<';
			if (all && inside)
				blocks_mark(writer);
			else if (all)
				blocks_rewind(writer);
			continue;
		}
		size_t len = len_of(letters[i]);
		char *bytes = arena_alloc(arena, len);
		memset(bytes, (int)('A' + i), len);
		if (all || !inside)
			blocks_put(writer, (struct span){bytes, len});
	}
	blocks_flush(writer);
}

static void test_rewind(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct block_writer got, want;
		struct arena arena;

		arena_init(&arena);
		block_writer_open(&got, &arena);
		block_writer_open(&want, &arena);
		put(&got, cases[i].put, true, &arena);
		put(&want, cases[i].put, false, &arena);
		CHECK_CASE(cases[i].label, got.rows.count == want.rows.count &&
						   got.pieces.count == want.rows.count &&
						   got.ends.count == want.ends.count);
		for (uint32_t k = 0; k < want.ends.count; k++)
			CHECK_CASE(cases[i].label, got.ends.at[k] == want.ends.at[k]);
		for (uint32_t k = 0; k < want.rows.count; k++)
			CHECK_CASE(cases[i].label,
				memcmp(&got.rows.at[k], &want.rows.at[k], sizeof(struct block)) ==
						0 &&
					span_equal(got.pieces.at[k], want.pieces.at[k]));
		block_writer_close(&got);
		block_writer_close(&want);
		arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_rewind)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
