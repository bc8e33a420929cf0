#include "unit/check.h"

#include "article/format.h"

#include <string.h>

static void test_passed_over(void **state)
{
	static const struct {
		const char *path;
		bool over;
	} cases[] = {
		{"a/b.txt", false},
		{"a/b", false},
		{"a.jpg/b.md", false},
		{"notes.HTML", false},
		{".hidden", true},
		{"a/.git", true},
		{"a/photo.JPG", true},
		{"a/site.css", true},
		{"a/b.txt~", true},
		{"a/b.tar.xz", true},
		{"a/b.txt.gz", false},
		{"", true},
		{"a/", true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		CHECK_CASE(cases[i].path, format_is_passed_over(cases[i].path) == cases[i].over);
}

static void test_reading(void **state)
{
	static const struct {
		const char *label;
		struct span bytes;
		enum err err;
	} cases[] = {
		{"an empty file", {"", 0}, ERR_ABSENT},
		{"only blanks", {" \n\t\r\n", 5}, ERR_ABSENT},
		{"a picture", {"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16}, ERR_FORMAT},
		{"a word", {"Bonjour", 7}, OK},
		{"an opening without a text after its dashes", {"PARIS (AFP) --", 14}, OK},
		{"rows of a table", {"T1\tPlace 0 5\tParis\nT2\tDay 6 9\thier\n", 35}, ERR_FORMAT},
		{"an article with one row in it", {"Le pont\na\tb\tc\nrouvre.\n", 22}, OK},
		{"a mark and a word",
			{"\xEF\xBB\xBF"
			 "Bonjour",
				10},
			OK},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct vocabulary vocabulary;
		struct arena arena;
		struct article_list articles = {0};
		struct fault why = {0};
		arena_init(&arena);
		vocabulary_init(&vocabulary, NULL, &arena);
		enum err err =
			format_read(cases[i].bytes, "x.txt", &vocabulary, &arena, &articles, &why);
		CHECK_CASE(cases[i].label, err == cases[i].err);
		CHECK_CASE(cases[i].label, articles.count == (err == OK));
		CHECK_CASE(cases[i].label, err == OK || why.words[0]);
		arena_clear(&arena);
	}
}

static void test_bytes_may_go(void **state)
{
	char bytes[] = "Le pont rouvre lundi.\n";
	struct vocabulary vocabulary;
	struct arena arena;
	struct article_list articles = {0};
	struct fault why;

	(void)state;
	arena_init(&arena);
	vocabulary_init(&vocabulary, NULL, &arena);
	struct digest digest = digest_of((struct span){bytes, sizeof bytes - 1});
	assert_int_equal(format_read((struct span){bytes, sizeof bytes - 1}, "pont.txt",
				 &vocabulary, &arena, &articles, &why),
		OK);
	memset(bytes, 'x', sizeof bytes);
	const struct article *article = articles.at[0];
	CHECK_TEXT("text", article->text, SPAN("Le pont rouvre lundi.\n"));
	assert_string_equal(article->path, "pont.txt");
	assert_true(article->digest.high == digest.high && article->digest.low == digest.low);
	CHECK_TEXT("title", article->title, SPAN("Le pont rouvre lundi."));
	arena_clear(&arena);
}

static void test_too_many_lines(void **state)
{
	struct vocabulary vocabulary;
	struct arena arena;
	struct article_list articles = {0};
	struct fault why;
	size_t len = (4u << 20) + 2;

	(void)state;
	arena_init(&arena);
	vocabulary_init(&vocabulary, NULL, &arena);
	char *bytes = arena_alloc(&arena, len + 1);
	memset(bytes, '\n', len);
	bytes[0] = 'a';
	assert_int_equal(format_read((struct span){bytes, len}, "a.txt", &vocabulary, &arena,
				 &articles, &why),
		ERR_LIMIT);
	arena_clear(&arena);
}

/* Lines that were cut at a width: title and day are those of the whole lines, and the text as it
 * was saved is still there. */
static void test_cut_lines(void **state)
{
	static const char text[] =
		"Le bac de nuit s'arrête\n\n"
		"BORDEAUX, 3 mars 2022 (AFP) - Le bac de nuit ne passera plus le fleuve\n"
		"cet hiver, faute de pilotes, a fait savoir hier la compagnie, qui veut\n"
		"en former huit nouveaux avant les beaux jours.\n";
	struct vocabulary vocabulary;
	struct arena arena;
	struct article_list articles = {0};
	struct fault why = {0};

	(void)state;
	arena_init(&arena);
	vocabulary_init(&vocabulary, NULL, &arena);
	assert_true(
		format_read(span_of(text), "x.txt", &vocabulary, &arena, &articles, &why) == OK);
	const struct article *article = articles.at[0];
	assert_true(article->line_count == 2 && article->lines[0].kind == LINE_TITLE);
	assert_true(article->lines[1].kind == LINE_PARAGRAPH);
	assert_true(article->stamp_count == 1 && article->stamps[0].day == 3);
	CHECK_TEXT("title", article->title, SPAN("Le bac de nuit s'arrête"));
	CHECK_TEXT("saved", article->saved, span_of(text));
	assert_true(article->text.len == article->saved.len);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_passed_over),
		cmocka_unit_test(test_reading),
		cmocka_unit_test(test_cut_lines),
		cmocka_unit_test(test_bytes_may_go),
		cmocka_unit_test(test_too_many_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
