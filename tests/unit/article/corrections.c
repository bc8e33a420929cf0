#include "unit/check.h"

#include "article/correct.h"
#include "article/plain.h"
#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

#define KEY "0123456789abcdef0123456789abcdef"

static const struct digest key = {UINT64_C(0x0123456789abcdef), UINT64_C(0x0123456789abcdef)};

static void test_lines(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *line;
		const char *words, *value; /* null words: it is a slip, and value what it says */
		bool as_read;
	} rows[] = {
		{"a title", KEY " title  A bridge = a road ", "", "A bridge = a road", false},
		{"a title that begins with a dash", KEY " title - and so on", "", "- and so on", false},
		{"a day", KEY " day 2021-01-26", "", "2021-01-26", false},
		{"a month", KEY " day 2021-01", "", "2021-01", false},
		{"as it was read", KEY " day", "", "", true},
		{"no source", KEY " source -", "", "", false},
		{"a line", KEY " text Read = also: this", "Read = also: this", "", false},
		{"a person", KEY " person Peskov = Nikolaï Peskov", "Peskov", "Nikolaï Peskov", false},
		{"the last sign parts words and name", KEY " speaker a = b = C", "a = b", "C", false},
		{"nobody", KEY " person Paris = -", "Paris", "", false},
		{"again as it was read", KEY " person Paris =", "Paris", "", true},
		{"no such day", KEY " day 2021-02-30", NULL, "line 1: day wants a day", false},
		{"no name", KEY " person Peskov", NULL, "line 1: person wants words = a name", false},
		{"a name without a letter", KEY " person Peskov = 12", NULL, "line 1: person wants", false},
		{"no line", KEY " text", NULL, "line 1: text wants the words of a line", false},
		{"no such word", KEY " titel x", NULL, "line 1: titel: title, day, source, text", false},
		{"no file", "title x", NULL, "line 1: a line begins with the 32 digits", false},
		{"digits too few", "0123 title x", NULL, "line 1: a line begins", false},
		{"capitals are no digits", "0123456789ABCDEF0123456789ABCDEF day 2021", NULL, "line 1: a", false},
		{"no UTF-8", KEY " title \xff", NULL, "line 1: no text in UTF-8", false},
		{"a control", KEY " title a\x1b[m", NULL, "line 1: no text in UTF-8", false},
	};
	/* clang-format on */
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct corrections read = corrections_parse(span_of(rows[i].line), &arena);
		const struct correction *one = corrections_of(&read, key);
		if (!rows[i].words) {
			CHECK_CASE(rows[i].label, !one && read.slip_count == 1);
			CHECK_CASE(rows[i].label,
				span_starts(span_of(read.slips[0].words), span_of(rows[i].value)));
			continue;
		}
		CHECK_CASE(rows[i].label, one && read.slip_count == 0 && one->line == 1);
		CHECK_TEXT(rows[i].label, one->words, span_of(rows[i].words));
		CHECK_TEXT(rows[i].label, one->value, span_of(rows[i].value));
		CHECK_CASE(rows[i].label, one->as_read == rows[i].as_read);
		const char *line;
		CHECK_CASE(rows[i].label, !corrections_write(one, &line, &arena, NULL));
		struct corrections again = corrections_parse(span_of(line), &arena);
		const struct correction *same = corrections_of(&again, key);
		CHECK_CASE("written and read again", same && same->kind == one->kind);
		CHECK_TEXT(rows[i].label, same->value, one->value);
		CHECK_TEXT(rows[i].label, same->words, one->words);
		CHECK_CASE(rows[i].label, same->as_read == one->as_read);
	}
	arena_clear(&arena);
}

static void test_file(void **state)
{
	static const char text[] = "\xEF\xBB\xBF# seeds/a.txt\r\n" KEY " title One\r\n\r\n"
				   "nonsense\n" KEY " source Two\n"
				   "fedcba9876543210fedcba9876543210 day 2020\n" KEY " title Three";
	struct arena arena;

	(void)state;
	arena_init(&arena);
	struct corrections read = corrections_parse((struct span){text, sizeof text - 1}, &arena);
	CHECK_CASE("four hold", read.count == 4);
	CHECK_CASE("one does not, and is named", read.slip_count == 1 && read.slips[0].line == 4 &&
							 strstr(read.slips[0].words, "line 4"));
	const struct correction *one = corrections_of(&read, key);
	CHECK_TEXT("the article's first", one->value, SPAN("One"));
	one = &read.at[one->next - 1];
	CHECK_TEXT("its second", one->value, SPAN("Two"));
	one = &read.at[one->next - 1];
	CHECK_CASE("and its last", one->line == 7 && one->next == 0);
	CHECK_CASE("another file has none", !corrections_of(&read, (struct digest){1, 2}));
	arena_clear(&arena);
}

/* Any bytes at all: each line is a correction, a slip or nothing. */
static void test_any_bytes(void **state)
{
	static const char *const pieces[] = {KEY, " title ", " day ", "\n", "=", " = ", "-", "#",
		"\xff", "\0x", " person ", " speaker ", "…", "2021-01", " text ", "\r", "\t", "é"};
	struct arena arena;
	struct buf text;
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 200; round++) {
		arena_init(&arena);
		buf_init(&text, &arena);
		for (int i = 0; i < 60; i++) {
			seed = seed * 1103515245u + 12345u;
			const char *piece = pieces[seed / 65536u % COUNT(pieces)];
			buf_add(&text, (struct span){piece, *piece ? strlen(piece) : 2});
		}
		struct corrections read = corrections_parse(buf_span(&text), &arena);
		for (uint32_t i = 0; i < read.count; i++) {
			const char *line;
			CHECK_CASE("what was read can be written",
				!corrections_write(&read.at[i], &line, &arena, NULL));
		}
		arena_clear(&arena);
	}
}

/* --- what becomes of an article ------------------------------------------------------------- */

#define LEAD \
	"Le pont du vieux port a rouvert mardi matin après deux ans de travaux, a annoncé la " \
	"mairie, et les premiers camions y sont passés dès huit heures."
#define SECOND \
	"Les riverains, eux, regrettent le bac, qui menait d'une rive à l'autre en dix minutes " \
	"et " \
	"où l'on se parlait, disent-ils, plus qu'ailleurs dans la ville."
#define MENU "Partager sur les réseaux"
#define PAGE "Le pont rouvre\n\nPublié le 3 mars 2020\n\n" LEAD "\n\n" SECOND "\n\n" MENU "\n"

static struct article *read_page(const char *page, const char *lines, struct arena *arena)
{
	struct article_list list = {0};
	struct buf text;
	struct span rest = span_of(lines), line;
	struct vocabulary vocabulary;
	struct fault why;

	vocabulary_init(&vocabulary, NULL, arena);
	assert_int_equal(plain_read(span_of(page), "a.txt", &vocabulary, arena, &list, &why), OK);
	struct article *article = list.at[0];
	buf_init(&text, arena);
	while (span_line(&rest, &line))
		buf_format(&text, "%016llx%016llx %.*s\n", (unsigned long long)article->digest.high,
			(unsigned long long)article->digest.low, (int)line.len, line.at);
	struct corrections *read = ARENA_NEW(arena, struct corrections);
	*read = corrections_parse(buf_span(&text), arena);
	assert_int_equal(read->slip_count, 0);
	article_correct(article, read, arena);
	return article;
}

static enum line_kind kind_of(const struct article *article, const char *line)
{
	for (uint32_t i = 0; i < article->line_count; i++)
		if (span_is(span_in(article->text, article->lines[i].at), line))
			return article->lines[i].kind;
	return LINE_KIND_COUNT;
}

static void test_article(void **state)
{
	struct arena arena;
	struct article *article;

	(void)state;
	arena_init(&arena);
	article = read_page(PAGE, "", &arena);
	CHECK_CASE("nothing is corrected where nothing is said", !article->corrected);
	CHECK_CASE("the title as it was read", article->title_from == FROM_TEXT);

	article = read_page(PAGE, "title Un pont, enfin\n", &arena);
	CHECK_TEXT("another title", article->title, SPAN("Un pont, enfin"));
	CHECK_CASE("it is the reader's",
		article->title_from == FROM_READER && article->title_at.end == 0);

	article = read_page(PAGE, "title a\ntitle\n", &arena);
	CHECK_TEXT("taken back in a later line", article->title, SPAN("Le pont rouvre"));

	article = read_page(PAGE, "title " MENU "\n", &arena);
	CHECK_CASE("a line that says the title is its place",
		kind_of(article, MENU) == LINE_TITLE &&
			kind_of(article, "Le pont rouvre") == LINE_FURNITURE);

	article = read_page(PAGE, "day 2019-03-04\nsource La Rive\n", &arena);
	CHECK_CASE("the day comes first",
		article->stamps[0].year == 2019 && article->stamps[0].from == FROM_READER);
	CHECK_TEXT("the source", article->source, SPAN("La Rive"));
	CHECK_CASE("is the reader's", article->source_from == FROM_READER);

	struct span words = correction_words(SPAN(SECOND), &arena);
	CHECK_CASE("a long line is named by its beginning",
		words.len < sizeof SECOND - 1 && span_ends(words, SPAN("…")));
	article = read_page(PAGE,
		arena_format(&arena, "text " MENU "\nfurniture %.*s\n", (int)words.len, words.at),
		&arena);
	CHECK_CASE("a line is text", kind_of(article, MENU) == LINE_PARAGRAPH);
	CHECK_CASE("a long one is not", kind_of(article, SECOND) == LINE_FURNITURE);

	article = read_page(PAGE, "furniture Le pont rouvre\n", &arena);
	CHECK_CASE("where the title was none, the first sentence stands in",
		article->title_from == FROM_LEAD &&
			span_starts(article->title, SPAN("Le pont du vieux port")));
	arena_clear(&arena);
}

static void test_found(void **state)
{
	struct arena arena;
	struct article *article;

	(void)state;
	arena_init(&arena);
	article = read_page(
		PAGE, "person maire = A B\nperson maire = C D\nperson Paris = -\n", &arena);
	CHECK_TEXT("the last one holds",
		article_corrected(article, CORRECTION_PERSON, SPAN("maire"))->value, SPAN("C D"));
	CHECK_CASE("nobody",
		article_corrected(article, CORRECTION_PERSON, SPAN("Paris"))->value.len == 0);
	CHECK_CASE("of the other kind there is none",
		!article_corrected(article, CORRECTION_SPEAKER, SPAN("maire")));
	CHECK_CASE("nor of other words",
		!article_corrected(article, CORRECTION_PERSON, SPAN("maires")));
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_file),
		cmocka_unit_test(test_any_bytes),
		cmocka_unit_test(test_article),
		cmocka_unit_test(test_found),
	};
	return cmocka_run_group_tests_name("article/corrections", tests, NULL, NULL);
}
