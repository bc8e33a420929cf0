#include "unit/check.h"

#include "base/buf.h"
#include "extract/days.h"

/* A text of one paragraph, and the first mark that is found in it. */
struct sample {
	const char *label;
	enum language language;
	const char *text;
	const char *marked; /* null: no mark at all */
	int year, month, day, weekday;
};

#define FR LANGUAGE_FR
#define EN LANGUAGE_EN

/* clang-format off */
static const struct sample samples[] = {
	{"a day with its year", FR, "Il expire le 5 février 2021.", "le 5 février 2021", 2021, 2, 5, -1},
	{"the first of a month", FR, "Le sommet du 1er mars.", "1er mars", 0, 3, 1, -1},
	{"a weekday and its day are one", FR, "Reçu ce lundi 25 janvier à Genève.", "ce lundi 25 janvier", 0, 1, 25, 0},
	{"a bare weekday", FR, "a déclaré lundi le ministre", "lundi", 0, 0, 0, 0},
	{"a weekday with a capital", FR, "Jeudi, il a plu.", "Jeudi", 0, 0, 0, 3},
	{"a month with its year", FR, "Début octobre 2020, ils ont parlé.", "Début octobre 2020", 2020, 10, 0, -1},
	{"half of a month", FR, "à la mi-octobre", "la mi-octobre", 0, 10, 0, -1},
	{"a month alone, with its preposition", FR, "la vente, en novembre, de blé", "novembre", 0, 11, 0, -1},
	{"the last such month", FR, "Elle disait en novembre dernier que", "novembre dernier", 0, 11, 0, -1},
	{"a year after a preposition", FR, "signé en 2010 par eux", "2010", 2010, 0, 0, -1},
	{"a year with d'ici", FR, "la loi de 2019.", "2019", 2019, 0, 0, -1},
	{"the word year before it", FR, "pendant l'année 2016", "l'année 2016", 2016, 0, 0, -1},
	{"two years are one span, told by the last", FR, "entre 2013 et 2015", "entre 2013 et 2015", 2015, 0, 0, -1},
	{"a year in brackets", FR, "le plan (2018) échoua", "2018", 2018, 0, 0, -1},
	{"no-break spaces", FR, "le 5\xC2\xA0""février\xC2\xA0""2021", "le 5\xC2\xA0""février\xC2\xA0""2021", 2021, 2, 5, -1},
	{"digits alone", FR, "daté du 26/01/2021", "26/01/2021", 2021, 1, 26, -1},
	{"digits, the year first", EN, "dated 2021-01-26", "2021-01-26", 2021, 1, 26, -1},
	{"a number of things is no year", FR, "près de 2010 personnes", NULL, 0, 0, 0, 0},
	{"nor is a plain number", FR, "ils étaient 2010", NULL, 0, 0, 0, 0},
	{"a name that is a weekday's abbreviation", FR, "Sam est venu", NULL, 0, 0, 0, 0},
	{"a participle that looks like Tuesday", FR, "ont été tués 12 fois", NULL, 0, 0, 0, 0},
	{"every Monday is no day", FR, "chaque lundi", NULL, 0, 0, 0, 0},
	{"nor are Mondays", FR, "les lundis", NULL, 0, 0, 0, 0},
	{"Tuesday, shortened, is not March", FR, "Écrit le mar. 26 janv. 2021 à 9 h.", "le mar. 26 janv. 2021", 2021, 1, 26, 1},
	{"with a capital and without points", FR, "Mer 27 janvier 2021", "Mer 27 janvier 2021", 2021, 1, 27, 2},
	{"before digits", FR, "du sam. 30/01/2021", "sam. 30/01/2021", 2021, 1, 30, 5},
	{"the sea is no Wednesday", FR, "vers la mer 27 navires", NULL, 0, 0, 0, 0},
	{"nor is it alone", FR, "Il joue un jeu. Le 5 mars", "Le 5 mars", 0, 3, 5, -1},
	{"an English one", EN, "on Tue. 26 Jan. 2021", "Tue. 26 Jan. 2021", 2021, 1, 26, 1},
	{"and the month first", EN, "on Sun, Mar. 7, 2021", "Sun, Mar. 7, 2021", 2021, 3, 7, 6},
	{"March, shortened, is no Tuesday", EN, "on Mar. 9 they met", "Mar. 9", 0, 3, 9, -1},
	{"sat is a verb", EN, "they sat 5 May exams", "5 May", 0, 5, 5, -1},
	{"a Spanish one", LANGUAGE_ES, "el mar 26 ene 2021", "el mar 26 ene 2021", 2021, 1, 26, 1},
	{"a day that no month has", FR, "le 31 juin", NULL, 0, 0, 0, 0},
	{"the planet", FR, "la planète Mars tourne", NULL, 0, 0, 0, 0},
	{"a year out of reach", FR, "en 3010", NULL, 0, 0, 0, 0},
	{"a decade out of reach", EN, "in the 4030s they", NULL, 0, 0, 0, 0},
	{"a winter that ends out of reach", FR, "pendant l'hiver 2099-2100", "l'hiver 2099", 2099, 0, 0, -1},
	{"month, day, year", EN, "on March 27, 2024 they met", "March 27, 2024", 2024, 3, 27, -1},
	{"a weekday in front of them", EN, "on Monday, January 25, 2021", "Monday, January 25, 2021", 2021, 1, 25, 0},
	{"day, of, month", EN, "the 5th of February", "the 5th of February", 0, 2, 5, -1},
	{"an abbreviated month", EN, "since Jan. 25", "Jan. 25", 0, 1, 25, -1},
	{"last November", EN, "She said last November that", "last November", 0, 11, 0, -1},
	{"the modal verb", EN, "it may 5 times", NULL, 0, 0, 0, 0},
	{"German", LANGUAGE_DE, "am Montag, den 25. Januar 2021", "am Montag, den 25. Januar 2021", 2021, 1, 25, 0},
	{"a German year without preposition", LANGUAGE_DE, "Er wurde 2010 unterzeichnet", "2010", 2010, 0, 0, -1},
	{"German things", LANGUAGE_DE, "mit 2010 Menschen", NULL, 0, 0, 0, 0},
	{"Spanish", LANGUAGE_ES, "el 5 de febrero de 2021", "el 5 de febrero de 2021", 2021, 2, 5, -1},
	{"Portuguese weekdays are two words", LANGUAGE_PT, "disse na segunda-feira que", "na segunda-feira", 0, 0, 0, 0},
	{"Russian", LANGUAGE_RU, "Договор подписан 5 февраля 2021 года", "5 февраля 2021", 2021, 2, 5, -1},
	{"a Russian year", LANGUAGE_RU, "подписан в 2010 году", "2010", 2010, 0, 0, -1},
};
/* clang-format on */

static void read_days(const struct article *article, struct day_marks *marks, struct arena *arena)
{
	struct vocabulary vocabulary;
	struct article_words words;

	vocabulary_init(&vocabulary, NULL, arena); /* nobody asks for a stem */
	words_read(&words, article, &vocabulary, arena);
	days_extract(&words, marks, arena);
}

static struct day_marks read(
	const char *text, enum language language, struct article *article, struct arena *arena)
{
	struct line *line = ARENA_NEW(arena, struct line);
	struct day_marks marks;

	*article = (struct article){.text = span_of(text), .language = language, .line_count = 1};
	line->at.end = (uint32_t)article->text.len;
	line->kind = LINE_PARAGRAPH;
	article->lines = line;
	read_days(article, &marks, arena);
	return marks;
}

static void test_samples(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		const struct sample *s = &samples[i];
		struct article article;
		struct arena arena;
		arena_init(&arena);
		struct day_marks marks = read(s->text, s->language, &article, &arena);
		if (!s->marked) {
			CHECK_CASE(s->label, marks.count == 0);
			arena_clear(&arena);
			continue;
		}
		CHECK_CASE(s->label, marks.count > 0);
		CHECK_TEXT(s->label, span_in(article.text, marks.at[0].at), span_of(s->marked));
		CHECK_CASE(s->label, marks.at[0].year == s->year && marks.at[0].month == s->month);
		CHECK_CASE(
			s->label, marks.at[0].day == s->day && marks.at[0].weekday == s->weekday);
		CHECK_CASE(s->label, (marks.at[0].anchor == ANCHOR_NONE) == (s->year != 0));
		arena_clear(&arena);
	}
}

static void test_tenses(void **state)
{
	static const struct {
		const char *label, *text;
		enum language language;
		bool past, future, here;
	} cases[] = {
		{"said on a day", "Il a indiqué le 31 janvier que tout va bien.", FR, true, false,
			false},
		{"the verb after the day", "Le 31 janvier, elle a signé.", FR, true, false, false},
		{"a participle begins", "Signé en 2010 par eux", FR, true, false, false},
		{"it must expire", "Il doit expirer le 5 février", FR, false, true, false},
		{"it was to expire", "il devait expirer le 5 février", FR, false, true, false},
		{"until then", "prolongé jusqu'au 5 février 2026", FR, false, true, false},
		{"the next one", "la réunion de lundi prochain", FR, false, true, false},
		{"the last one", "la réunion de lundi dernier", FR, true, false, false},
		{"the very day", "On l'a reçu ce lundi 25 janvier", FR, true, false, true},
		{"another clause is not looked at", "vu le soir du 22 mars, mais il viendra", FR,
			false, false, false},
		{"English past", "He said on Monday that", EN, true, false, false},
		{"English future", "They will meet on Monday", EN, false, true, false},
		{"Russian past", "он заявил 5 февраля", LANGUAGE_RU, true, false, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct article article;
		struct arena arena;
		arena_init(&arena);
		struct day_marks marks = read(cases[i].text, cases[i].language, &article, &arena);
		CHECK_CASE(cases[i].label, marks.count == 1);
		CHECK_CASE(cases[i].label, marks.at[0].past == cases[i].past);
		CHECK_CASE(cases[i].label, marks.at[0].future == cases[i].future);
		CHECK_CASE(cases[i].label, marks.at[0].here == cases[i].here);
		arena_clear(&arena);
	}
}

static void test_several(void **state)
{
	struct article article;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	struct day_marks marks =
		read("De 2008 à 2012, puis (2014-2016) et en août de la même année. "
		     "Le 4 mai 2016, lundi.",
			FR, &article, &arena);
	static const int years[] = {2012, 2016, 0, 2016, 0};
	CHECK_CASE("a mark for each span", marks.count == COUNT(years));
	for (uint32_t i = 0; i < marks.count; i++)
		CHECK_CASE("in their order", marks.at[i].year == years[i]);
	CHECK_CASE("the first bound", marks.at[0].range && marks.at[0].first.year == 2008);
	CHECK_CASE("years joined by a dash", marks.at[1].range && marks.at[1].first.year == 2014);
	CHECK_CASE("of the same year", marks.at[2].anchor == ANCHOR_PREVIOUS);
	CHECK_TEXT("up to its end", span_in(article.text, marks.at[2].at),
		SPAN("août de la même année"));
	CHECK_CASE("nothing is left of one sentence in the next", marks.at[4].month == 0);
	arena_clear(&arena);
}

/* What is told by its distance, free of the day of publication. */
static void test_distances(void **state)
{
	static const struct {
		const char *label, *text, *marked;
		enum day_anchor anchor;
		enum day_unit unit;
		int shift;
	} cases[] = {
		{"a day near", "Il est mort hier soir.", "hier soir", ANCHOR_PUBLISHED, UNIT_DAY,
			-1},
		{"a week beside", "la semaine prochaine, on vote", "la semaine prochaine",
			ANCHOR_PUBLISHED, UNIT_WEEK, 1},
		{"counted months", "parti il y a trois mois", "il y a trois mois", ANCHOR_PUBLISHED,
			UNIT_MONTH, -3},
		{"counted from before", "revenu deux ans plus tard", "deux ans plus tard",
			ANCHOR_PREVIOUS, UNIT_YEAR, 2},
		{"the day after", "Le lendemain matin, il pleut", "Le lendemain matin",
			ANCHOR_PREVIOUS, UNIT_DAY, 1},
		{"the last of its name", "en novembre dernier", "novembre dernier",
			ANCHOR_PUBLISHED, UNIT_NONE, -1},
		{"a month of the year before", "en mars de l'an dernier", "mars de l'an dernier",
			ANCHOR_PUBLISHED, UNIT_YEAR, -1},
		{"a decade", "dans les années 1980", "les années 1980", ANCHOR_NONE, UNIT_DECADE,
			0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct article article;
		struct arena arena;
		arena_init(&arena);
		struct day_marks marks = read(cases[i].text, FR, &article, &arena);
		CHECK_CASE(cases[i].label, marks.count == 1);
		CHECK_TEXT(cases[i].label, span_in(article.text, marks.at[0].at),
			span_of(cases[i].marked));
		CHECK_CASE(cases[i].label, marks.at[0].anchor == cases[i].anchor);
		CHECK_CASE(cases[i].label, marks.at[0].unit == cases[i].unit);
		CHECK_CASE(cases[i].label, marks.at[0].shift == cases[i].shift);
		arena_clear(&arena);
	}
}

/* A title and a date line are read, and told apart from the body. */
static void test_outside(void **state)
{
	struct line lines[] = {
		{{0, 13}, LINE_TITLE}, {{14, 26}, LINE_DATELINE}, {{27, 43}, LINE_PARAGRAPH}};
	struct article article = {.text = SPAN("Le vote lundi\n3 mai 2016 .\nEn 2015, il plut"),
		.language = FR,
		.lines = lines,
		.line_count = 3};
	struct day_marks marks;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	read_days(&article, &marks, &arena);
	CHECK_CASE("a mark in each", marks.count == 3);
	CHECK_CASE("of the title", marks.at[0].outside && marks.at[0].weekday == 0);
	CHECK_CASE("of the date line", marks.at[1].outside && marks.at[1].year == 2016);
	CHECK_CASE("of the body", !marks.at[2].outside && marks.at[2].year == 2015);
	arena_clear(&arena);
}

/* Words that begin an expression and never end it, in one line without a stop. */
static void test_endless(void **state)
{
	static const char *const parts[] = {"du 1 au 2 ", "1, ", "mi-", "la fin de ", "de ",
		"la nuit de ", "2004-", "il y a ", "entre lundi et ", "mois de juin de l'année de ",
		"cette même ", "1 er ", "XX e "};

	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++) {
		struct article article;
		struct arena arena;
		struct buf text;
		arena_init(&arena);
		buf_init(&text, &arena);
		while (text.len < 300000)
			buf_text(&text, parts[i]);
		struct day_marks marks = read(text.at, FR, &article, &arena);
		for (uint32_t m = 1; m < marks.count; m++)
			CHECK_CASE(parts[i], marks.at[m - 1].at.end <= marks.at[m].at.start);
		arena_clear(&arena);
	}
}

static void test_furniture_is_not_read(void **state)
{
	struct line lines[] = {{{0, 16}, LINE_FURNITURE}, {{17, 33}, LINE_PARAGRAPH}};
	struct article article = {.text = SPAN("le 3 mars, lundi\nle 4 mars, mardi"),
		.language = FR,
		.lines = lines,
		.line_count = 2};
	struct day_marks marks;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	read_days(&article, &marks, &arena);
	CHECK_CASE("only the body's days", marks.count == 2 && marks.at[0].day == 4);
	CHECK_CASE("their places are those of the text", marks.at[0].at.start == 17);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_tenses),
		cmocka_unit_test(test_several),
		cmocka_unit_test(test_distances),
		cmocka_unit_test(test_outside),
		cmocka_unit_test(test_endless),
		cmocka_unit_test(test_furniture_is_not_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
