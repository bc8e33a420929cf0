#include "unit/check.h"

#include "article/layout.h"
#include "extract/words.h"

/* What stands in the texts: dates before the first sentence, which part a line in two; letters and
 * signs that fold to several; ideographs; blanks of all kinds. */
static const char *const texts[] = {
	"Un titre\n\nParis, le 3 mai 2021 - Le maire « n’a rien dit ».\n\nUn autre paragraphe, "
	"plus "
	"long, que rien ne partage : l’Œuvre, les ﬁnances, l'été.",
	"date 2021-01-04 The lead of an article that goes on for a while.\n\nAnd its second line.",
	"東京都の知事は記者会見で述べた。\n\nNothing but a line in another script.",
	"- - -\n\n...\n\nMots\xC2\xAD"
	"coupés, ½ litre, n° 5, Ⅳ siècles",
	"Straße und Ärger, İstanbul'da, Кремль заявил",
};

static struct article article_of(
	const char *text, struct vocabulary *vocabulary, struct arena *arena)
{
	struct article article = {.path = "a.txt",
		.text = span_of(text),
		.saved = span_of(text),
		.encoding = "UTF-8",
		.language = LANGUAGE_FR};

	layout(&article, vocabulary, arena);
	return article;
}

static bool same_words(const struct article_words *a, const struct article_words *b)
{
	if (a->forms.count != b->forms.count)
		return false;
	for (uint32_t i = 0; i < a->forms.count; i++)
		if (a->forms.at[i].start != b->forms.at[i].start ||
			a->forms.at[i].form != b->forms.at[i].form)
			return false;
	for (uint32_t i = 0; i < a->article->line_count; i++)
		if (a->lines[i].first != b->lines[i].first ||
			a->lines[i].count != b->lines[i].count ||
			a->lines[i].same != b->lines[i].same)
			return false;
	return true;
}

/* The words that the layout looked up are those that the lines have, whatever lines it made. */
static void test_taken(void **state)
{
	struct arena arena;
	struct vocabulary vocabulary;

	(void)state;
	arena_init(&arena);
	vocabulary_init(&vocabulary, NULL, &arena);
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct article article = article_of(texts[i], &vocabulary, &arena), other = article;
		struct article_words taken, read;
		words_read(&taken, &article, &vocabulary, &arena);
		other.reading = 0;
		words_read(&read, &other, &vocabulary, &arena);
		CHECK_CASE(texts[i], article.reading > 0);
		CHECK_CASE(texts[i], same_words(&taken, &read));
	}
	arena_clear(&arena);
}

/* Lines are moved by who puts an article right, and may be anywhere then. */
static void test_moved(void **state)
{
	struct arena arena;
	struct vocabulary vocabulary;

	(void)state;
	arena_init(&arena);
	vocabulary_init(&vocabulary, NULL, &arena);
	for (uint32_t cut = 1; cut < 40; cut++) {
		struct article article = article_of(texts[1], &vocabulary, &arena), other = article;
		struct article_words taken, read;
		uint32_t last = article.line_count - 1;
		article.lines[last].at.start = article.lines[last].at.end - cut % 20;
		article.lines[0].at.end -= cut / 2 % article.lines[0].at.end;
		words_read(&taken, &article, &vocabulary, &arena);
		other.reading = 0;
		words_read(&read, &other, &vocabulary, &arena);
		CHECK_CASE("a line cut anywhere is read again", same_words(&taken, &read));
	}
	arena_clear(&arena);
}

/* What was taken stays when another text is read. */
static void test_kept(void **state)
{
	struct arena arena;
	struct vocabulary vocabulary;

	(void)state;
	arena_init(&arena);
	vocabulary_init(&vocabulary, NULL, &arena);
	struct article article = article_of(texts[0], &vocabulary, &arena);
	struct article_words before, after;
	words_read(&before, &article, &vocabulary, &arena);
	struct article other = article_of(texts[1], &vocabulary, &arena);
	words_read(&after, &article, &vocabulary, &arena);
	CHECK_CASE("the same words", same_words(&before, &after));
	CHECK_CASE("the other has its own", other.reading != article.reading);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_taken),
		cmocka_unit_test(test_moved),
		cmocka_unit_test(test_kept),
	};

	return cmocka_run_group_tests_name("extract/words", tests, NULL, NULL);
}
