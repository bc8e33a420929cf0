#include "unit/check.h"

#include "extract/terms.h"
#include "text/utf8.h"

#include <string.h>

/* An article of which every line is body. */
static struct article article_of(const char *text, struct arena *arena)
{
	struct article article = {.text = span_of(text), .language = LANGUAGE_FR};
	struct span rest = article.text, line;

	article.lines = ARENA_ARRAY(arena, struct line, article.text.len + 1);
	while (span_line(&rest, &line)) {
		uint32_t start = (uint32_t)(line.at - article.text.at);
		article.lines[article.line_count++] =
			(struct line){{start, start + (uint32_t)line.len}, LINE_PARAGRAPH};
	}
	return article;
}

static const struct term *find(const struct terms *terms, const char *stem)
{
	for (uint32_t i = 0; i < terms->count; i++)
		if (span_is(term_stem(terms, i), stem))
			return &terms->at[i];
	return NULL;
}

static uint32_t terms_of(const struct article *article, struct stemmer *stemmer,
	struct terms *terms, struct arena *arena)
{
	struct vocabulary vocabulary;
	struct article_words words;
	uint32_t count;

	vocabulary_init(&vocabulary, stemmer, arena);
	words_read(&words, article, &vocabulary, arena);
	terms_extract(&words, terms, &count, arena);
	return count;
}

/* Of the first line. */
static uint64_t print_of(
	const struct article *article, struct stemmer *stemmer, struct arena *arena)
{
	struct vocabulary vocabulary;
	struct article_words words;

	vocabulary_init(&vocabulary, stemmer, arena);
	words_read(&words, article, &vocabulary, arena);
	return prints_extract(&words, arena)[0];
}

static void test_terms(void **state)
{
	struct stemmer *stemmer = stemmer_open();
	struct arena arena;
	struct terms terms;
	uint32_t words;

	(void)state;
	arena_init(&arena);
	struct article article = article_of(
		"Les négociations et la négociation de 2021, à 5 heures.\nCAFÉ, café, Café",
		&arena);
	article.title = SPAN("Une négociation");
	article.title_from = FROM_TEXT;
	words = terms_of(&article, stemmer, &terms, &arena);
	CHECK_CASE("every word of the body counts", words == 13);
	const struct term *talk = find(&terms, "negoci");
	CHECK_CASE("one stem for both forms", talk && talk->count == 2);
	CHECK_CASE("the title counts apart", talk->in_title == 1);
	CHECK_CASE("written small somewhere, it is no name", talk->small);
	CHECK_CASE("what begins the text is its lead", talk->in_lead);
	const struct term *coffee = find(&terms, "caf");
	CHECK_CASE("case and accents make no difference", coffee && coffee->count == 3);
	CHECK_CASE("numbers of some length stay", find(&terms, "2021"));
	CHECK_CASE("short ones do not", !find(&terms, "5"));
	CHECK_CASE("nor do function words", !find(&terms, "la") && !find(&terms, "une"));
	for (uint32_t i = 1; i < terms.count; i++)
		CHECK_CASE("in order, each once",
			span_compare(term_stem(&terms, i - 1), term_stem(&terms, i)) < 0);
	article.title = SPAN("Une Rencontre");
	words = terms_of(&article, stemmer, &terms, &arena);
	const struct term *meeting = find(&terms, "rencontr");
	CHECK_CASE("a word with a capital alone may be a name", meeting && !meeting->small);
	CHECK_CASE("the title is no lead", !meeting->in_lead);
	article.title = SPAN("Une négociation");
	article.title_from = FROM_LEAD;
	words = terms_of(&article, stemmer, &terms, &arena);
	talk = find(&terms, "negoci");
	CHECK_CASE("a lead is counted once", talk && talk->in_title == 0);
	article.lines[0].kind = LINE_FURNITURE;
	words = terms_of(&article, stemmer, &terms, &arena);
	CHECK_CASE("furniture does not count", !find(&terms, "negoci") && words == 3);
	article.line_count = 0;
	words = terms_of(&article, stemmer, &terms, &arena);
	CHECK_CASE("an article without a line has no terms", terms.count == 0 && words == 0);
	stemmer_close(stemmer);
	arena_clear(&arena);
}

static void test_many_words(void **state)
{
	struct stemmer *stemmer = stemmer_open();
	struct arena arena;
	struct terms terms;
	uint32_t words;
	char *text;

	(void)state;
	arena_init(&arena);
	text = arena_alloc(&arena, 70000 * 6 + 1);
	for (size_t i = 0; i < 70000; i++)
		memcpy(text + i * 6, "talon ", 6);
	struct article article = article_of(text, &arena);
	words = terms_of(&article, stemmer, &terms, &arena);
	CHECK_CASE("all were seen", words == 70000);
	CHECK_CASE("a count stops where it can hold no more",
		terms.count == 1 && terms.at[0].count == UINT16_MAX);
	stemmer_close(stemmer);
	arena_clear(&arena);
}

static void test_prints(void **state)
{
	static const struct {
		const char *label, *a, *b;
		bool same;
	} cases[] = {
		{"case and accents", "Publié à Paris", "PUBLIE A PARIS", true},
		{"signs and blanks", "Lire aussi :", "« Lire   aussi »", true},
		{"numbers", "Partager 4187 fois", "Partager 12 fois", true},
		{"a number more", "Partager fois", "Partager 12 fois", true},
		{"hours", "Publié à 09h18", "Publié à 10h44", true},
		{"another word", "Lire aussi", "Lire encore", false},
		{"another order", "aussi lire", "lire aussi", false},
		{"words cut elsewhere", "ab c", "a bc", false},
	};
	struct stemmer *stemmer = stemmer_open();
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct article a = article_of(cases[i].a, &arena);
		struct article b = article_of(cases[i].b, &arena);
		bool same = print_of(&a, stemmer, &arena) == print_of(&b, stemmer, &arena);
		CHECK_CASE(cases[i].label, same == cases[i].same);
	}
	struct article bare = article_of("12 - 2021 …", &arena);
	CHECK_CASE("a line without words has none", print_of(&bare, stemmer, &arena) == 0);
	stemmer_close(stemmer);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_terms),
		cmocka_unit_test(test_many_words),
		cmocka_unit_test(test_prints),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
