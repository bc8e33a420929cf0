#include "unit/check.h"

#include "unit/article/shown.h"

#include "article/item.h"
#include "article/portion.h"

#define LAST "{\"title\":\"Le port\",\"text\":\"Jeudi, le port a rouvert.\"}"
#define ENTRY "{\"title\":\"Le port %u\",\"text\":\"Mardi, le port %u a rouvert.\",\"x\":\"%*s\"}"

/* Around many lines, each as long as a few of them make a portion. */
static const struct portion_case {
	const char *label, *before, *after;
} cases[] = {
	{"lines, and nothing else", "", ""},
	{"a mark before them", "\xEF\xBB\xBF", ""},
	{"blank lines, and a line that ends as in Windows", "\n \n", "\n\r\n" LAST "\r\n \n\n"},
	{"what is no article", "", "[1]\n{\"a\":1}\n{\"b\"\n"},
	{"the last line is whole, but has no end", "", LAST},
	{"the last line is still being written", "", "{\"title\":\"De"},
	{"as it is, and before it something is wrong", "", "{\"a\":1}\n{\"title\":\"De"},
	{"only blanks stand behind the last line", "", "{\"title\":\"De\n  "},
	{"a letter of another encoding", "", "{\"title\":\"Un\",\"text\":\"Une \xE9toile.\"}\n"},
};

static struct span file_of(const struct portion_case *c, struct arena *arena)
{
	struct buf file;

	buf_init(&file, arena);
	buf_text(&file, c->before);
	for (unsigned i = 0; i < 40; i++) {
		buf_text(&file, arena_format(arena, ENTRY, i, i, 10000, ""));
		buf_char(&file, '\n');
	}
	buf_text(&file, c->after);
	return buf_span(&file);
}

static struct span shown_whole(
	struct span file, struct vocabulary *vocabulary, struct arena *arena, struct fault *why)
{
	struct article_list articles = {0};
	struct buf out;

	buf_init(&out, arena);
	assert_int_equal(format_read(file, "a.jsonl", vocabulary, arena, &articles, why), OK);
	for (uint32_t i = 0; i < articles.count; i++)
		article_add(&out, articles.at[i]);
	return buf_span(&out);
}

/* The later portions first, as another thread may have it. */
static struct span shown_in_portions(
	struct span file, struct vocabulary *vocabulary, struct arena *arena, struct fault *why)
{
	struct article *found[64];
	uint32_t ends[64], count = 0;
	struct portion_count sum = {0};
	struct span_list portions = {0};
	struct buf out;

	buf_init(&out, arena);
	assert_true(portions_cut(file, "a.jsonl", &portions, arena));
	assert_true(portions.count >= 3 && portions.count < COUNT(ends));
	for (uint32_t p = portions.count; p-- > 0;) {
		struct portion_reading *reading =
			portion_read(portions.at[p], "a.jsonl", vocabulary, arena);
		ends[p] = count;
		while (count < COUNT(found) && (found[count] = portion_next(reading, &sum)))
			count++;
	}
	assert_int_equal(sum.found, count);
	for (uint32_t p = 0, number = 0; p < portions.count; p++)
		for (uint32_t i = ends[p]; i < (p ? ends[p - 1] : count); i++) {
			found[i]->path = item_path("a.jsonl", number++, arena);
			article_add(&out, found[i]);
		}
	assert_int_equal(portions_end(&sum, why), OK);
	return buf_span(&out);
}

static void test_same(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fault whole = {0}, parts = {0};
		struct vocabulary vocabulary;
		struct arena arena;

		arena_init(&arena);
		vocabulary_init(&vocabulary, NULL, &arena);
		struct span file = file_of(&cases[i], &arena);
		CHECK_TEXT(cases[i].label, shown_in_portions(file, &vocabulary, &arena, &parts),
			shown_whole(file, &vocabulary, &arena, &whole));
		CHECK_TEXT(cases[i].label, span_of(parts.words), span_of(whole.words));
		CHECK_CASE(cases[i].label, parts.err == whole.err);
		arena_clear(&arena);
	}
}

/* Each with enough behind it. */
static const struct whole_case {
	const char *label, *start;
} wholes[] = {
	{"a list of objects", "[\n{\"a\":1},\n"},
	{"an object over several lines", "{\"items\":[\n{\"a\":1},\n"},
	{"a broken first line tells nothing of the others", "{\"a\":\n{\"b\":1}\n"},
	{"one object on one line", "{\"a\":1}"},
	{"an object and something else", "{\"a\":1}\n[1]\n"},
	{"text", "Le port a rouvert.\n"},
};

static void test_whole(void **state)
{
	struct span_list portions = {0};
	struct arena arena;
	struct buf file;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(wholes); i++) {
		buf_init(&file, &arena);
		buf_text(&file, wholes[i].start);
		buf_text(&file, arena_format(&arena, "%*s", (int)(2 * PORTION_LEN), "\n"));
		CHECK_CASE(wholes[i].label,
			!portions_cut(buf_span(&file), "a.jsonl", &portions, &arena));
	}
	CHECK_CASE("what is small is read faster whole",
		!portions_cut(SPAN("{\"a\":1}\n{\"a\":1}\n"), "a.jsonl", &portions, &arena));
	CHECK_CASE("nothing was cut", portions.count == 0);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
