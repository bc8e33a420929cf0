#include "unit/check.h"

#include "base/buf.h"
#include "extract/names-run.h"
#include "extract/names.h"

#include <string.h>
#include <time.h>

static struct article article_of(struct span text, enum language language, struct line *line)
{
	*line = (struct line){{0, (uint32_t)text.len}, LINE_PARAGRAPH};
	return (struct article){.text = text, .language = language, .lines = line, .line_count = 1};
}

/* What the rules say by themselves, without the tagger. */
static void rules_extract(
	const struct article *article, struct name_marks *marks, struct arena *arena)
{
	struct stretch stretch = {
		.text = article->text, .language = article->language, .arena = arena};
	size_t at = 0;

	while (stretch_next(&stretch, article->lines[0].at, &at))
		run_names(&stretch, marks, arena);
}

/* Marks with a clue, as "Sergueï Lavrov/given Blinken/title"; with a "+" the bare ones too. */
static struct span described(const struct article *article, const struct name_marks *marks,
	bool bare, struct arena *arena)
{
	static const char *const clues[NAME_CLUE_COUNT] = {
		"bare", "model", "given", "role", "speech", "title"};
	struct buf out;

	buf_init(&out, arena);
	for (uint32_t i = 0; i < marks->count; i++) {
		const struct name_mark *mark = &marks->at[i];
		if (mark->clue == CLUE_BARE && !bare)
			continue;
		if (out.len > 0)
			buf_text(&out, ", ");
		buf_add(&out, span_in(article->text, mark->at));
		buf_format(&out, "/%s", clues[mark->clue]);
	}
	return buf_span(&out);
}

struct sample {
	const char *label;
	enum language language;
	const char *text, *want;
};

#define FR LANGUAGE_FR
#define EN LANGUAGE_EN
#define DE LANGUAGE_DE
#define RU LANGUAGE_RU

/* clang-format off */
static const struct sample samples[] = {
	{"a given name and a surname", FR, "Ensuite Dmitri Peskov s'est tu.", "Dmitri Peskov/given"},
	{"at the start of a sentence", FR, "Selon Vladimir Poutine, rien ne presse.", "Vladimir Poutine/given"},
	{"behind what is against him", FR, "La marche anti-Dmitri Peskov passe.", "Dmitri Peskov/given"},
	{"a particle inside", FR, "Le voyage d'Ursula von der Leyen fut bref.", "Ursula von der Leyen/given"},
	{"a capital particle", FR, "Pour Marine Le Pen, non.", "Marine Le Pen/given"},
	{"an apostrophe inside", FR, "Genève attend Robert O'Brien demain.", "Robert O'Brien/given"},
	{"a typographic one", FR, "Genève attend Robert O’Brien demain.", "Robert O’Brien/given"},
	{"a hyphen in the given name", FR, "Hier Jean-Yves Le Drian dînait.", "Jean-Yves Le Drian/given"},
	{"a surname in capitals", FR, "Hier Emmanuel MACRON dînait.", "Emmanuel MACRON/given"},
	{"initials", FR, "Un livre de J. K. Rowling paraît.", "J. K. Rowling/given"},
	{"a title", FR, "Hier M. Lavrov se taisait.", "Lavrov/title"},
	{"a title and a small particle", FR, "Hier M. de Villepin se taisait.", "de Villepin/title"},
	{"a woman's title", FR, "Hier Mme Zakharova se taisait.", "Zakharova/title"},
	{"a plural title and its list", FR, "MM. Lavrov, Blinken et Biden dînaient.", "Lavrov/title, Blinken/title, Biden/title"},
	{"the list ends with its sentence", FR, "MM. Lavrov et Blinken. Moscou attend.", "Lavrov/title, Blinken/title"},
	{"a title with its stop", EN, "Then Mr. Sullivan spoke.", "Sullivan/title"},
	{"a function right before", FR, "Alors l'ambassadeur Antonov partit.", "Antonov/role"},
	{"a capital function", FR, "Le choix du Président Biden fut clair.", "Biden/role"},
	{"two functions in a row of names", FR, "le conseiller de l'ex-Président Donald Trump, Robert O'Brien.", "Donald Trump/given, Robert O'Brien/given"},
	{"a function and a nationality", FR, "Alors le ministre slovaque Kovik partit.", "Kovik/role"},
	{"a nationality alone", FR, "La victoire de la Thaïlandaise Tanasan Sopit fut belle.", "Tanasan Sopit/role"},
	{"a function behind", FR, "Là vint Zork Bajwik, ministre du Commerce.", "Zork Bajwik/role"},
	{"a function before a comma", FR, "Le porte-parole du Kremlin, Dzor Peskik, est venu.", "Dzor Peskik/role"},
	{"an age", FR, "Puis Larossim Abballik, 25 ans, sortit.", "Larossim Abballik/role"},
	{"an enumeration", FR, "Avec Michel Delpech, Zork Blomik et Vrak Plonik.", "Michel Delpech/given, Zork Blomik/role, Vrak Plonik/role"},
	{"speech turned round", FR, "C'est fini, a déclaré Peskik.", "Peskik/speech"},
	{"speech", FR, "Peskik a déclaré que non.", "Peskik/speech"},
	{"an agency that speaks", FR, "L'agence Anadolik a déclaré que non.", ""},
	{"a place", FR, "Hier Moscou et Paris se taisaient.", ""},
	{"an organisation", FR, "Alors le Kremlin et l'OTAN ont indiqué leur accord.", ""},
	{"a treaty", FR, "Le traité New Start et le Traité Ciel Ouvert.", ""},
	{"a street", FR, "Il vit rue Victor Hugo.", ""},
	{"a family", FR, "Alors les Clintonik sont partis.", ""},
	{"a company behind a name", EN, "at Johns Hopkins University today", ""},
	{"a club", FR, "le transfert du Milan AC", ""},
	{"days and months", FR, "Ce Lundi de Janvier.", ""},
	{"an English possessive", EN, "Then Dmitry Peskov's words came.", "Dmitry Peskov/given"},
	{"letters of a state before its office", EN, "It hit the U.S. Embassy there.", ""},
	{"given names behind, in a list of sources", EN, "Stubbs, Thomas L.; Ruta, Marta J.", ""},
	{"functions in a row", EN, "Then German Chancellor Olaf Scholz spoke.", "Olaf Scholz/given"},
	{"a Chinese name", EN, "Then President Xi Jinping spoke.", "Xi Jinping/given"},
	{"German nouns behind a name", DE, "Dann begann Emmanuel Macrons Besuch.", "Emmanuel Macrons/given"},
	{"a German office", DE, "Dann kam Staatspräsident Jok Blimik.", "Jok Blimik/role"},
	{"a Russian case", RU, "Вопрос задали Дмитрию Пескову вчера.", "Дмитрию Пескову/given"},
	{"Russian capitals", RU, "Вчера приехал Вендл Остин.", "Вендл Остин/role"},
	{"no capitals at all", FR, "rien de tout cela", ""},
	{"nothing", FR, "", ""},
	{"signs", FR, "!!! ... M. ... «»", ""},
};
/* clang-format on */

static void test_samples(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		struct arena arena;
		struct line line;
		struct name_marks marks = {0};
		arena_init(&arena);
		struct article article =
			article_of(span_of(samples[i].text), samples[i].language, &line);
		rules_extract(&article, &marks, &arena);
		CHECK_TEXT(samples[i].label, described(&article, &marks, false, &arena),
			span_of(samples[i].want));
		arena_clear(&arena);
	}
}

static void test_parts(void **state)
{
	static const struct {
		const char *label, *text, *surname;
		enum gender gender;
		bool plural;
	} cases[] = {
		{"the last word", "Hier Sergueï Lavrov parlait.", "Lavrov", GENDER_MALE, false},
		{"with small particles", "Hier Ursula von der Leyen parlait.", "von der Leyen",
			GENDER_FEMALE, false},
		{"with a capital one", "Hier Marine Le Pen parlait.", "Le Pen", GENDER_FEMALE,
			false},
		{"all of a name after a title", "Hier Mme Le Pen parlait.", "Le Pen", GENDER_FEMALE,
			false},
		{"the first word in China", "Hier Xi Jinping parlait.", "Xi", GENDER_UNKNOWN,
			false},
		{"the first word in Korea", "Hier Kim Jong-un parlait.", "Kim", GENDER_UNKNOWN,
			false},
		{"a plural title", "MM. Lavrov et Blinken.", "Lavrov", GENDER_MALE, true},
		{"the title tells more than the name", "Hier Mme Dominique Voynet parlait.",
			"Voynet", GENDER_FEMALE, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		struct line line;
		struct name_marks marks = {0};
		arena_init(&arena);
		struct article article = article_of(span_of(cases[i].text), FR, &line);
		names_extract(&article, NULL, &marks, NULL, &arena);
		CHECK_CASE(cases[i].label, marks.count > 0);
		CHECK_TEXT(cases[i].label, span_in(article.text, marks.at[0].surname),
			span_of(cases[i].surname));
		CHECK_CASE(cases[i].label, marks.at[0].plural == cases[i].plural);
		if (cases[i].gender != GENDER_UNKNOWN)
			CHECK_CASE(cases[i].label, marks.at[0].gender == cases[i].gender);
		arena_clear(&arena);
	}
}

static void test_headlines(void **state)
{
	static const struct {
		const char *label;
		enum language language;
		const char *text;
		bool sure;
	} cases[] = {
		{"every word of an English headline has a capital", EN,
			"Early May Avoid Allergy Season Without Trouble", false},
		{"a sentence has small words", EN,
			"Yesterday Dmitry Peskov answered some questions about gas", true},
		{"a title tells more than the capital", EN,
			"Then Mr. Peskov Refused Every Question About Russian Deliveries", true},
		{"headlines of other languages have them for names", LANGUAGE_ES,
			"Dmitri Peskov Moscú Kiev Londres", true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		struct line line;
		struct name_marks marks = {0};
		bool sure = false;
		arena_init(&arena);
		struct article article =
			article_of(span_of(cases[i].text), cases[i].language, &line);
		names_extract(&article, NULL, &marks, NULL, &arena);
		for (uint32_t k = 0; k < marks.count; k++)
			sure = sure || marks.at[k].clue != CLUE_BARE;
		CHECK_CASE(cases[i].label, sure == cases[i].sure);
		arena_clear(&arena);
	}
}

static void test_kinds(void **state)
{
	struct span text = SPAN("Dmitri Peskov");

	(void)state;
	for (int kind = 0; kind < LINE_KIND_COUNT; kind++) {
		struct arena arena;
		struct line line;
		struct name_marks marks = {0};
		arena_init(&arena);
		struct article article = article_of(text, FR, &line);
		line.kind = (enum line_kind)kind;
		names_extract(&article, NULL, &marks, NULL, &arena);
		bool wanted = line_is_body(line.kind) || line.kind == LINE_TITLE;
		CHECK_CASE("body and title only", marks.count == wanted);
		arena_clear(&arena);
	}
}

/* Seconds of processor time that a text of count words takes. */
static double seconds_for(const char *word, uint32_t count)
{
	struct arena arena;
	struct line line;
	struct name_marks marks = {0};
	struct buf text;

	arena_init(&arena);
	buf_init(&text, &arena);
	for (uint32_t i = 0; i < count; i++)
		buf_text(&text, word);
	struct article article = article_of(buf_span(&text), FR, &line);
	clock_t start = clock();
	names_extract(&article, NULL, &marks, NULL, &arena);
	double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	arena_clear(&arena);
	return seconds;
}

static void test_long_lines(void **state)
{
	static const char *const words[] = {"Dupontel ", "le président Zork ", "Jean ", "de ",
		"M. ", "A.", "Jean Dupont, ", "MM. A et "};

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++) {
		double few = seconds_for(words[i], 20000), many = seconds_for(words[i], 160000);
		CHECK_CASE(words[i], many < 40 * few + 0.2);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_headlines),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_long_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
