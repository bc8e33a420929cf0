#include "unit/check.h"

#include "unit/app/archive.h"

#include "app/export.h"
#include "text/utf8.h"

struct case_of_string {
	const char *label;
	struct span text;
	const char *want;
};

/* clang-format off */
static const struct case_of_string strings[] = {
	{"nothing", {"", 0}, "\"\""},
	{"letters of any kind stay", {"où Пе 中 😀", 17}, "\"où Пе 中 😀\""},
	{"quotation mark and backslash", {"a\"b\\c", 5}, "\"a\\\"b\\\\c\""},
	{"a slash stays", {"a/b", 3}, "\"a/b\""},
	{"line feed, tab, return", {"\n\t\r", 3}, "\"\\n\\t\\r\""},
	{"zero", {"a\0b", 3}, "\"a\\u0000b\""},
	{"an escape sequence", {"\033[31m", 5}, "\"\\u001b[31m\""},
	{"delete", {"\x7f", 1}, "\"\\u007f\""},
	{"a C1 control", {"\xC2\x9B", 2}, "\"\\u009b\""},
	{"a bidirectional control", {"\xE2\x80\xAE" "abc", 6}, "\"\\u202eabc\""},
	{"a line separator", {"\xE2\x80\xA8", 3}, "\"\\u2028\""},
	{"a byte that is no UTF-8", {"a\xFF" "b", 3}, "\"a\xEF\xBF\xBD" "b\""},
	{"a cut sequence", {"a\xE2\x82", 3}, "\"a\xEF\xBF\xBD\xEF\xBF\xBD\""},
	{"a surrogate", {"\xED\xA0\x80", 3}, "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
	{"the replacement itself stays", {"\xEF\xBF\xBD", 3}, "\"\xEF\xBF\xBD\""},
};
/* clang-format on */

static void test_string(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(strings); i++) {
		struct arena arena;
		struct buf buf;

		arena_init(&arena);
		buf_init(&buf, &arena);
		export_string(&buf, strings[i].text);
		CHECK_TEXT(strings[i].label, buf_span(&buf), span_of(strings[i].want));
		arena_clear(&arena);
	}
}

/* Whatever the bytes: valid UTF-8, in quotation marks, without a control. */
static void test_string_of_any_bytes(void **state)
{
	uint32_t seed = 20210126;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		char bytes[24];
		struct arena arena;
		struct buf buf;

		for (size_t i = 0; i < sizeof bytes; i++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[i] = (char)(seed >> 24);
		}
		arena_init(&arena);
		buf_init(&buf, &arena);
		export_string(&buf, (struct span){bytes, (size_t)round % sizeof bytes});
		CHECK_CASE("valid", utf8_valid(buf_span(&buf)));
		CHECK_CASE("closed", buf.at[0] == '"' && buf.at[buf.len - 1] == '"');
		for (size_t i = 0; i < buf.len; i++)
			CHECK_CASE("no control", (unsigned char)buf.at[i] >= 0x20);
		arena_clear(&arena);
	}
}

static void test_known(void **state)
{
	struct arena arena;
	struct buf buf;

	(void)state;
	arena_init(&arena);
	buf_init(&buf, &arena);
	export_known(&buf, SPAN(""));
	buf_char(&buf, ' ');
	export_known(&buf, SPAN("x"));
	assert_string_equal(buf.at, "null \"x\"");
	arena_clear(&arena);
}

static bool holds(const struct buf *buf, const char *text)
{
	return span_find(buf_span(buf), span_of(text), 0) < buf->len;
}

static void check_holds(const struct buf *buf, const char *text)
{
	if (!holds(buf, text))
		CHECK_FAILED("%s\nis not in\n%s", text, buf->at);
}

static const char *const keys[] = {"\"v\":1",
	"\"id\":", "\"path\":", "\"language\":", "\"title\":", "\"published\":", "\"source\":",
	"\"source_from\":", "\"section\":", "\"url\":", "\"inferred\":", "\"byline\":", "\"tags\":",
	"\"text\":", "\"lines\":", "\"mentions\":", "\"dates\":[", "\"quotes\":[]",
	"\"story\":", "\"related\":"};

static void test_article(void **state)
{
	struct archive_of_test archive;
	struct arena arena;
	struct buf buf;

	(void)state;
	archive_begin(&archive, dam_samples, COUNT(dam_samples));
	arena_init(&arena);
	for (article_id id = 0; id < epoch_count(archive.epoch); id++) {
		buf_init(&buf, &arena);
		export_article(archive.epoch, id, &buf);
		for (size_t i = 0; i < COUNT(keys); i++)
			check_holds(&buf, keys[i]);
		CHECK_CASE("one line", span_find(buf_span(&buf), SPAN("\n"), 0) == buf.len - 1);
	}
	buf_init(&buf, &arena);
	export_article(archive.epoch, 0, &buf);
	check_holds(&buf, "{\"v\":1,\"id\":0,");
	check_holds(&buf, "\"from\":\"document\"");
	check_holds(&buf, "{\"date\":\"2022-03-14\",\"time\":\"08:30\",\"precision\":\"day\","
			  "\"from\":\"text\",\"year\":\"stated\"}");
	check_holds(&buf, "\"actor\":\"Étienne Marsac\",\"actor_id\":\"etienne-marsac\"");
	check_holds(&buf, "\"start\":0,\"end\":45,\"kind\":\"title\"");
	check_holds(&buf, "b-2022.txt\",\"score\":0.");
	check_holds(&buf, "\"story\":0,");
	buf_init(&buf, &arena);
	export_article(archive.epoch, 2, &buf);
	check_holds(&buf, "\"story\":null,");
	check_holds(&buf, "\"from\":\"lead\"");
	check_holds(&buf, "\"inferred\":[\"title\"");
	arena_clear(&arena);
	archive_end(&archive);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_string),
		cmocka_unit_test(test_string_of_any_bytes),
		cmocka_unit_test(test_known),
		cmocka_unit_test(test_article),
	};

	return cmocka_run_group_tests_name("app/export", tests, NULL, NULL);
}
