#include "unit/check.h"

#include "app/why.h"
#include "text/utf8.h"
#include "unit/app/archive.h"

static const struct sample samples[] = {
	{"a.txt", "Le pont de Crozon restera fermé jusqu'au printemps\n"
		  "\n"
		  "Publié le mardi 11 octobre 2022\n"
		  "\n"
		  "Le maire de Crozon, Yannick Ledoux, a visité lundi le pont fermé depuis août. « "
		  "Les "
		  "câbles ont souffert de la tempête », a déclaré M. Ledoux devant la presse.\n"
		  "\n"
		  "L'ingénieure Solène Abgrall suit le chantier. « Nous remplacerons chaque "
		  "attache », "
		  "a-t-elle précisé. Le chantier a ouvert le 3 mai 2021.\n"},
	{"b.txt", "Un bac remplacera le pont\n"
		  "\n"
		  "Publié le 14 octobre 2022\n"
		  "\n"
		  "Un bac remplacera le pont de Crozon pendant les travaux des câbles, a annoncé "
		  "Yannick Ledoux, qui espère le printemps. Le bac est gratuit, promet le maire de "
		  "Crozon.\n"},
};

static struct archive_of_test archive;

static int begin(void **state)
{
	(void)state;
	archive_begin(&archive, samples, COUNT(samples));
	return 0;
}

static int end(void **state)
{
	(void)state;
	archive_end(&archive);
	return 0;
}

static struct why why_of(struct arena *arena)
{
	return (struct why){.epoch = archive.epoch, .article = 0, .subject = "", .arena = arena};
}

/* A line with the words, which lies where the text has the place (null: in some place); every
 * line is sound. */
static void check(const char *label, const struct why *why, const char *words, const char *place)
{
	struct span text = epoch_article(archive.epoch, why->article)->text;
	bool found = false;

	for (uint32_t i = 0; i < why->lines.count; i++) {
		const struct why_line *line = &why->lines.at[i];
		if (line->article != ARTICLE_NONE)
			text = epoch_article(archive.epoch, line->article)->text;
		struct span at =
			line->article == ARTICLE_NONE ? SPAN("") : span_in(text, line->place);
		CHECK_CASE(label, !strchr(line->text, '\n'));
		CHECK_CASE(label, line->place.end <= text.len);
		if (strstr(line->text, words) &&
			(place ? span_equal(at, span_of(place)) : at.len > 0))
			found = true;
	}
	if (!found)
		CHECK_FAILED("%s: no line says \"%s\" of \"%s\"", label, words,
			place ? place : "somewhere");
}

static void test_article(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	struct why why = why_of(&arena);
	why_article(&why);
	check("a title, and where it stands", &why, "Title: as it is stated",
		"Le pont de Crozon restera fermé jusqu'au printemps");
	check("a language stands nowhere", &why, "Language: French", "");
	arena_clear(&arena);
}

static void test_mentions(void **state)
{
	const struct facts *facts = epoch_facts(archive.epoch, 0);
	struct arena arena;

	(void)state;
	arena_init(&arena);
	assert_true(facts->mention_count >= 2);
	struct why full = why_of(&arena), bare = why_of(&arena), actor = why_of(&arena);
	why_mention(&full, &facts->mentions[0]);
	check("a whole name", &full, "is the whole name", "Yannick Ledoux");
	check("how often it stands in the archive", &full, "in 2 articles", "");
	why_mention(&bare, &facts->mentions[1]);
	check("a surname", &bare, "Named: “", "Ledoux");
	check("where more of it is told", &bare, "whom this article names in full",
		"Yannick Ledoux");
	why_actor(&actor, facts->mentions[0].actor);
	CHECK_TEXT("a person", span_of(actor.subject), SPAN("Yannick Ledoux"));
	check("the functions held, and where that is read", &actor,
		"Called maire de Crozon on 11 Oct 2022, in 1 article: “Le maire de Crozon",
		"maire de Crozon");
	check("with the other spellings", &actor, "Also written Ledoux – surname of a person whom",
		"");
	arena_clear(&arena);
}

/* Wherever a passage is cut, no sign is left without the word that it belongs to. */
static void test_context(void **state)
{
	struct span text = epoch_article(archive.epoch, 0)->text;
	static const char *const bad[] = {"“…»", "“… ", "“…,", "“….", "«…”", ",…”", " …”"};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	struct why why = why_of(&arena);
	for (uint32_t at = 0; at + 1 < text.len; at++) {
		if (text.at[at] != ' ' || !utf8_boundary(text, at + 1))
			continue;
		const char *words = why_context(&why, (struct extent){at + 1, at + 1});
		for (size_t i = 0; i < COUNT(bad); i++)
			if (strstr(words, bad[i]))
				CHECK_FAILED("a sign alone: %s", words);
		CHECK_CASE("in quotation marks", strncmp(words, "“", 3) == 0);
	}
	arena_clear(&arena);
}

/* The reading that tells lies in the other article. */
static void test_function(void **state)
{
	const struct facts *facts = epoch_facts(archive.epoch, 1);
	struct arena arena;

	(void)state;
	arena_init(&arena);
	struct why why = why_of(&arena);
	why.article = 1;
	assert_int_equal(facts->mention_count, 2);
	why_mention(&why, &facts->mentions[1]);
	CHECK_TEXT("who is meant", span_of(why.subject), SPAN("Yannick Ledoux"));
	check("by what", &why, "Meant by function: “", "le maire de Crozon");
	const struct why_line *line = &why.lines.at[1];
	assert_non_null(strstr(line->text, "“le maire de Crozon” is Yannick Ledoux, as an article "
					   "of 11 Oct 2022 says: “Le maire de"));
	assert_int_equal(line->article, 0);
	CHECK_TEXT("and where", span_in(epoch_article(archive.epoch, 0)->text, line->place),
		SPAN("maire de Crozon"));
	arena_clear(&arena);
}

static void test_quotes(void **state)
{
	const struct facts *facts = epoch_facts(archive.epoch, 0);
	struct arena arena;

	(void)state;
	arena_init(&arena);
	assert_int_equal(facts->quote_count, 2);
	struct why said = why_of(&arena), pronoun = why_of(&arena);
	why_quote(&said, &facts->quotes[0]);
	CHECK_TEXT("who speaks", span_of(said.subject), SPAN("said by Yannick Ledoux"));
	check("by which words", &said, "The text says who speaks", NULL);
	check("and who that is", &said, "names in full", "Yannick Ledoux");
	why_quote(&pronoun, &facts->quotes[1]);
	check("a pronoun", &pronoun, "A pronoun says who speaks", NULL);
	check("what it stands for", &pronoun, "Solène Abgrall", NULL);
	arena_clear(&arena);
}

static void test_days(void **state)
{
	const struct facts *facts = epoch_facts(archive.epoch, 0);
	bool counted = false, stated = false;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t i = 0; i < facts->day_count; i++) {
		struct why why = why_of(&arena);
		struct span words =
			span_in(epoch_article(archive.epoch, 0)->text, facts->days[i].at);
		why_day(&why, &facts->days[i]);
		if (span_equal(words, SPAN("lundi"))) {
			counted = true;
			CHECK_TEXT(
				"a weekday", span_of(why.subject), SPAN("Monday 10 October 2022"));
			CHECK_CASE("from the day of publication",
				strstr(why.lines.at[1].text, "Tuesday 11 October 2022"));
		}
		if (span_equal(words, SPAN("le 3 mai 2021"))) {
			stated = true;
			check("a whole day", &why, "The text states all of it", "le 3 mai 2021");
		}
	}
	CHECK_CASE("both days are spoken of", counted && stated);
	arena_clear(&arena);
}

static void test_related(void **state)
{
	struct related_article *related;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	assert_int_equal(epoch_related(archive.epoch, 0, 5, &related, &arena), 1);
	struct why why = why_of(&arena);
	why_related(&why, &related[0]);
	check("who is named in both", &why, "Both name Yannick Ledoux", "Yannick Ledoux");
	check("when each was published", &why, "14 October 2022, this one on 11 October 2022", "");
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_article),
		cmocka_unit_test(test_mentions),
		cmocka_unit_test(test_context),
		cmocka_unit_test(test_function),
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_related),
	};

	return cmocka_run_group_tests_name("app/why", tests, begin, end);
}
