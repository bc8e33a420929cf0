#include "unit/check.h"

#include "extract/days.h"
#include "know/spoken.h"

#include <string.h>

#define FR LANGUAGE_FR
#define EN LANGUAGE_EN

/* A sentence, when it was published, and the first day that it speaks of. */
struct sample {
	const char *label;
	enum language language;
	const char *text;
	const char *published; /* as day_parse takes it; "": unknown */
	const char *marked;    /* null: nothing is spoken of */
	const char *from, *to;
};

/* clang-format off */
static const struct sample samples[] = {
	/* Weekdays: 2021-01-26 was a Tuesday. */
	{"a bare weekday is the past one", FR, "Le maire a reçu lundi les pompiers.", "2021-01-26", "lundi", "2021-01-25", "2021-01-25"},
	{"the day of publication is one", FR, "Le maire a reçu mardi les pompiers.", "2021-01-26", "mardi", "2021-01-26", "2021-01-26"},
	{"told in the future it is to come", FR, "Le maire recevra mercredi les pompiers.", "2021-01-26", "mercredi", "2021-01-27", "2021-01-27"},
	{"a reunion that is planned", FR, "Une audience est prévue jeudi à Nantes.", "2021-01-26", "jeudi", "2021-01-28", "2021-01-28"},
	{"last Tuesday is never today", FR, "Il a plu mardi dernier.", "2021-01-26", "mardi dernier", "2021-01-19", "2021-01-19"},
	{"nor is the next one", FR, "On votera mardi prochain.", "2021-01-26", "mardi prochain", "2021-02-02", "2021-02-02"},
	{"part of the day belongs to it", FR, "Les pompiers sont venus vendredi soir.", "2021-01-26", "vendredi soir", "2021-01-22", "2021-01-22"},
	{"so does an afternoon", FR, "Il a neigé lundi après-midi.", "2021-01-26", "lundi après-midi", "2021-01-25", "2021-01-25"},
	{"one behind a preposition does not", FR, "Il a neigé lundi à midi.", "2021-01-26", "lundi", "2021-01-25", "2021-01-25"},
	{"a name is no day", FR, "Il animait Mardi cinéma à la radio.", "2021-01-26", NULL, NULL, NULL},
	{"a capital begins the sentence", FR, "Lundi, il a neigé.", "2021-01-26", "Lundi", "2021-01-25", "2021-01-25"},
	{"a weekday and the day of a month", FR, "Elle est arrivée le jeudi 21, tard.", "2021-01-26", "le jeudi 21", "2021-01-21", "2021-01-21"},
	{"the weekday tells the year", FR, "L'usine avait fermé le jeudi 5 mars.", "2021-01-26", "le jeudi 5 mars", "2020-03-05", "2020-03-05"},

	/* Days near. */
	{"yesterday", FR, "Il est mort hier à Brest.", "2021-03-01", "hier", "2021-02-28", "2021-02-28"},
	{"yesterday evening", FR, "Il est mort hier soir.", "2021-03-01", "hier soir", "2021-02-28", "2021-02-28"},
	{"two days ago in one word", FR, "Elle a gagné avant-hier.", "2021-03-01", "avant-hier", "2021-02-27", "2021-02-27"},
	{"tomorrow and its date are one span", FR, "Le pont ouvre demain 2 mars.", "2021-03-01", "demain 2 mars", "2021-03-02", "2021-03-02"},
	{"with a comma they are two", FR, "Il est mort hier, le 28 février.", "2021-03-01", "hier", "2021-02-28", "2021-02-28"},
	{"today is the day of publication", FR, "Le fleuve compte aujourd'hui trois ponts.", "2021-03-01", "aujourd'hui", "2021-03-01", "2021-03-01"},
	{"with a curly apostrophe too", FR, "Le fleuve gèle aujourd\xE2\x80\x99hui.", "2021-03-01", "aujourd\xE2\x80\x99hui", "2021-03-01", "2021-03-01"},
	{"this morning", FR, "Un camion a brûlé ce matin.", "2021-03-01", "ce matin", "2021-03-01", "2021-03-01"},
	{"last night holds two days", FR, "La nuit dernière, un camion a brûlé.", "2021-03-01", "La nuit dernière", "2021-02-28", "2021-03-01"},
	{"an evening of then", FR, "Ce soir-là, il neigeait.", "2021-03-01", NULL, NULL, NULL},

	/* Weeks. */
	{"last week runs from Monday", FR, "Ils ont voté la semaine dernière.", "2021-01-26", "la semaine dernière", "2021-01-18", "2021-01-24"},
	{"next week", FR, "Le vote de la semaine prochaine inquiète.", "2024-03-27", "la semaine prochaine", "2024-04-01", "2024-04-07"},
	{"this week", FR, "Trois trains ont déraillé cette semaine.", "2017-04-02", "cette semaine", "2017-03-27", "2017-04-02"},
	{"weeks ago", FR, "Le port a fermé il y a trois semaines.", "2021-01-26", "il y a trois semaines", "2021-01-04", "2021-01-10"},
	{"last weekend", FR, "Le tournoi du week-end dernier a plu.", "2021-01-26", "week-end dernier", "2021-01-23", "2021-01-24"},
	{"this weekend to come", FR, "Le tournoi aura lieu ce week-end.", "2021-01-28", "ce week-end", "2021-01-30", "2021-01-31"},

	/* Months. */
	{"last month", FR, "Le chômage du mois dernier inquiète.", "2024-03-27", "mois dernier", "2024-02-01", "2024-02-29"},
	{"across the year", FR, "Il a plu tout le mois dernier.", "2021-01-26", "le mois dernier", "2020-12-01", "2020-12-31"},
	{"months ago", FR, "La flamme est partie il y a deux mois.", "2016-01-12", "il y a deux mois", "2015-11-01", "2015-11-30"},
	{"last November", FR, "Elle disait en novembre dernier que tout allait bien.", "2024-03-27", "novembre dernier", "2023-11-01", "2023-11-30"},
	{"said in November itself", FR, "Elle disait en novembre dernier que tout allait bien.", "2023-11-27", "novembre dernier", "2022-11-01", "2022-11-30"},
	{"the month with its noun", FR, "Le mois de juin 2016 fut sec.", "2016-07-26", "Le mois de juin 2016", "2016-06-01", "2016-06-30"},
	{"a bare month is rather past", FR, "L'usine a fermé en juin.", "2021-01-26", "juin", "2020-06-01", "2020-06-30"},
	{"unless it is to come", FR, "L'usine fermera en juin.", "2021-01-26", "juin", "2021-06-01", "2021-06-30"},
	{"the month of an election", FR, "Les législatives de mars inquiètent.", "2021-02-26", "mars", "2021-03-01", "2021-03-31"},
	{"the planet is no month", FR, "La sonde filait vers Mars sans bruit.", "2021-02-26", NULL, NULL, NULL},
	{"the beginning of a month", FR, "Début octobre 2020, ils ont parlé.", "2021-01-26", "Début octobre 2020", "2020-10-01", "2020-10-10"},
	{"its middle", FR, "La mi-octobre fut sèche.", "2021-01-26", "La mi-octobre", "2020-10-11", "2020-10-20"},
	{"its end", FR, "Le pont ouvrira à la fin du mois.", "2024-02-03", "la fin du mois", "2024-02-21", "2024-02-29"},
	{"the end of a month that is past", FR, "Il est mort fin décembre.", "2017-03-21", "fin décembre", "2016-12-21", "2016-12-31"},
	{"seven days are no September", FR, "Ils ont marché en sept jours.", "2021-01-26", NULL, NULL, NULL},

	/* Dates. */
	{"the nearest such day", FR, "L'accord expire le 5 février.", "2021-01-26", "le 5 février", "2021-02-05", "2021-02-05"},
	{"a day of the year before", FR, "Il a été élu le 22 décembre.", "2021-01-26", "le 22 décembre", "2020-12-22", "2020-12-22"},
	{"the last such day", FR, "Il a été élu le 22 septembre dernier.", "2017-10-01", "le 22 septembre dernier", "2017-09-22", "2017-09-22"},
	{"the first, written apart", FR, "Le pont a fermé le 1 er mars 2016.", "2017-10-01", "le 1 er mars 2016", "2016-03-01", "2016-03-01"},
	{"a day in words", FR, "On danse le quatorze juillet.", "2017-07-01", "le quatorze juillet", "2017-07-14", "2017-07-14"},
	{"a date is taken as written", FR, "En ce 4 mai 2015, tout va bien.", "2016-05-03", "ce 4 mai 2015", "2015-05-04", "2015-05-04"},
	{"a day that no year near has", FR, "Il est né le 29 février.", "2019-01-01", "le 29 février", "2020-02-29", "2020-02-29"},

	/* Quarters, seasons, years and longer. */
	{"a quarter of this year", FR, "Le chômage baisse au troisième trimestre.", "2017-11-11", "troisième trimestre", "2017-07-01", "2017-09-30"},
	{"of another year", FR, "Le chômage du premier trimestre 2015 fut haut.", "2017-11-11", "premier trimestre 2015", "2015-01-01", "2015-03-31"},
	{"months of a year", FR, "Sur les sept premiers mois de l'année, il a plu.", "2017-09-15", "les sept premiers mois de l'année", "2017-01-01", "2017-07-31"},
	{"quarters of a year", FR, "Sur les trois premiers trimestres de 2016, il a plu.", "2017-09-15", "les trois premiers trimestres de 2016", "2016-01-01", "2016-09-30"},
	{"this winter", FR, "Un troisième vainqueur meurt cet hiver.", "2017-03-21", "cet hiver", "2016-12-21", "2017-03-20"},
	{"last summer", FR, "On a manqué d'eau l'été dernier.", "2016-04-10", "l'été dernier", "2015-06-21", "2015-09-20"},
	{"a summer with its year", FR, "La campagne de l'été 2015 fut rude.", "2016-04-10", "l'été 2015", "2015-06-21", "2015-09-20"},
	{"been is no summer", FR, "L'appel a été passé hier.", "2016-04-10", "hier", "2016-04-09", "2016-04-09"},
	{"games are named by their season", FR, "Les jeux d'hiver 2022 sont loin.", "2016-04-10", NULL, NULL, NULL},
	{"this year", FR, "Il a moins neigé cette année.", "2017-04-10", "cette année", "2017-01-01", "2017-12-31"},
	{"last year", FR, "Il avait neigé l'an dernier.", "2017-04-10", "l'an dernier", "2016-01-01", "2016-12-31"},
	{"years ago", FR, "La baisse a commencé il y a deux ans.", "2017-09-15", "il y a deux ans", "2015-01-01", "2015-12-31"},
	{"many years ago, in two words", FR, "Il s'installa ici il y a vingt-cinq ans.", "2017-09-15", "il y a vingt-cinq ans", "1992-01-01", "1992-12-31"},
	{"years of an age are no day", FR, "Il est mort à 83 ans.", "2017-09-15", NULL, NULL, NULL},
	{"a year with its noun", FR, "L'année 2015 fut sèche.", "2017-09-15", "L'année 2015", "2015-01-01", "2015-12-31"},
	{"the end of a year", FR, "La loi passera d'ici à fin 2016.", "2016-09-03", "fin 2016", "2016-10-01", "2016-12-31"},
	{"its beginning", FR, "Depuis le début de l'année, il pleut.", "2016-09-03", "le début de l'année", "2016-01-01", "2016-03-31"},
	{"its middle", FR, "Vers le milieu de l'année 2016, il a plu.", "2017-09-03", "le milieu de l'année 2016", "2016-05-01", "2016-08-31"},
	{"the holidays are every year's", FR, "Les fêtes de fin d'année coûtent cher.", "2016-09-03", NULL, NULL, NULL},
	{"a decade", FR, "Le club dominait dans les années 1980.", "2016-09-03", "les années 1980", "1980-01-01", "1989-12-31"},
	{"a decade in short", FR, "Le club dominait dans les années 90.", "2016-09-03", "les années 90", "1990-01-01", "1999-12-31"},
	{"a century", FR, "Le niveau des mers monta au XXe siècle.", "2016-09-03", "XXe siècle", "1901-01-01", "2000-12-31"},
	{"a century, its letter apart", FR, "Le niveau des mers monta au xx e siècle.", "2016-09-03", "xx e siècle", "1901-01-01", "2000-12-31"},
	{"years before our era are left out", FR, "Ils peignaient il y a 5000 ans.", "2016-09-03", NULL, NULL, NULL},
	{"a year to come behind a preposition", FR, "On ira d'ici à 2030.", "2016-09-03", "2030", "2030-01-01", "2030-12-31"},
	{"a year of a name is none", FR, "Les heurts de l'Euro 2016 inquiètent.", "2016-09-03", NULL, NULL, NULL},

	/* Ranges. */
	{"days of one month", FR, "Le salon a lieu du 16 au 23 juin 2016.", "2016-01-28", "du 16 au 23 juin 2016", "2016-06-16", "2016-06-23"},
	{"across two months", FR, "Le salon a lieu du 28 au 3 mars.", "2016-02-10", "du 28 au 3 mars", "2016-02-28", "2016-03-03"},
	{"several days", FR, "Ils ont joué les 8, 10 et 12 mai.", "2016-06-10", "les 8, 10 et 12 mai", "2016-05-08", "2016-05-12"},
	{"behind a fused article", FR, "Le bilan des 12 et 13 mai est lourd.", "2016-06-10", "12 et 13 mai", "2016-05-12", "2016-05-13"},
	{"years", FR, "Il chanta de 1964 à 2014 à Paris.", "2016-06-10", "de 1964 à 2014", "1964-01-01", "2014-12-31"},
	{"years in brackets", FR, "L'ancien Sochalien (2004-2006) a signé.", "2016-06-10", "2004-2006", "2004-01-01", "2006-12-31"},
	{"a season of a league is a name", FR, "Le championnat de handball 2016-2017 débute.", "2016-06-10", NULL, NULL, NULL},
	{"two months", FR, "On a compté entre les mois de juillet et septembre.", "2017-11-10", "entre les mois de juillet et septembre", "2017-07-01", "2017-09-30"},
	{"weekdays", FR, "Les voix ajoutées entre dimanche soir et lundi matin comptent.", "2017-01-24", "entre dimanche soir et lundi matin", "2017-01-22", "2017-01-23"},
	{"a night", FR, "Il est mort dans la nuit de mercredi à jeudi.", "2017-05-04", "la nuit de mercredi à jeudi", "2017-05-03", "2017-05-04"},
	{"a night with its days", FR, "L'attaque de la nuit du samedi 3 au dimanche 4 juin a choqué.", "2017-06-04", "la nuit du samedi 3 au dimanche 4 juin", "2017-06-03", "2017-06-04"},
	{"two months are two spans", FR, "Les attaques de janvier et novembre 2015 furent rudes.", "2016-01-10", "janvier", "2015-01-01", "2015-01-31"},
	{"ages are no years", FR, "Des enfants de 10 à 12 ans.", "2016-01-10", NULL, NULL, NULL},

	/* English, the same way. */
	{"a bare weekday", EN, "The mayor met them on Monday.", "2021-01-26", "Monday", "2021-01-25", "2021-01-25"},
	{"with its evening", EN, "The mayor met them Monday night.", "2021-01-26", "Monday night", "2021-01-25", "2021-01-25"},
	{"last Tuesday", EN, "It rained last Tuesday.", "2021-01-26", "last Tuesday", "2021-01-19", "2021-01-19"},
	{"a week ago", EN, "The port closed a week ago.", "2021-01-26", "a week ago", "2021-01-18", "2021-01-24"},
	{"yesterday", EN, "The port closed yesterday morning.", "2021-01-26", "yesterday morning", "2021-01-25", "2021-01-25"},
	{"before yesterday", EN, "The port closed the day before yesterday.", "2021-01-26", "the day before yesterday", "2021-01-24", "2021-01-24"},
	{"last night", EN, "It snowed last night.", "2021-01-26", "last night", "2021-01-25", "2021-01-25"},
	{"last month", EN, "It snowed last month.", "2021-01-26", "last month", "2020-12-01", "2020-12-31"},
	{"a period is no month", EN, "Over the last month it snowed.", "2021-01-26", NULL, NULL, NULL},
	{"a decade", EN, "They ruled in the 1980s.", "2021-01-26", "the 1980s", "1980-01-01", "1989-12-31"},
	{"a century", EN, "A palace of the 19th century.", "2021-01-26", "the 19th century", "1801-01-01", "1900-12-31"},
	{"early in a month", EN, "It closed in early March 2020.", "2021-01-26", "early March 2020", "2020-03-01", "2020-03-10"},
	{"the end of a year", EN, "It will open by the end of 2022.", "2021-01-26", "the end of 2022", "2022-10-01", "2022-12-31"},
	{"a quarter", EN, "Sales fell in the first quarter of 2020.", "2021-01-26", "the first quarter of 2020", "2020-01-01", "2020-03-31"},
	{"from year to year", EN, "He ruled from 2004 to 2010.", "2021-01-26", "from 2004 to 2010", "2004-01-01", "2010-12-31"},
	{"last summer", EN, "They met last summer.", "2021-01-26", "last summer", "2020-06-21", "2020-09-20"},
	{"the fall of a house", EN, "They saw the fall of the house.", "2021-01-26", NULL, NULL, NULL},

	{"the last of a month", EN, "It is on the last Sunday of every spring.", "2021-01-26", NULL, NULL, NULL},
	{"half of something", EN, "In the same half of the town it rains.", "2021-01-26", NULL, NULL, NULL},
	{"a paper's name", FR, "Elle écrit dans Paris Aujourd'hui sans signer.", "2021-01-26", NULL, NULL, NULL},

	/* Other languages: dates. */
	{"German", LANGUAGE_DE, "Der Vertrag endet am 5. Februar 2021.", "2021-01-26", "am 5. Februar 2021", "2021-02-05", "2021-02-05"},
	{"Spanish", LANGUAGE_ES, "El tratado vence el 5 de febrero.", "2021-01-26", "el 5 de febrero", "2021-02-05", "2021-02-05"},
	{"Russian", LANGUAGE_RU, "Договор подписан 8 апреля 2010 года", "2021-01-26", "8 апреля 2010", "2010-04-08", "2010-04-08"},
	{"yesterday in Russian", LANGUAGE_RU, "Вчера он заявил о готовности", "2021-01-26", "Вчера", "2021-01-25", "2021-01-25"},

	/* What is known of the day of publication. */
	{"nothing, and nothing is needed", FR, "Il est né le 3 mai 1962.", "", "le 3 mai 1962", "1962-05-03", "1962-05-03"},
	{"nothing, and no guess is made", FR, "Il est né hier.", "", NULL, NULL, NULL},
	{"its month, which places a date", FR, "L'accord expire le 5 février.", "2021-01", "le 5 février", "2021-02-05", "2021-02-05"},
	{"its month, which places no weekday", FR, "Il est né lundi.", "2021-01", NULL, NULL, NULL},
	{"its year, which places the next", FR, "On votera l'an prochain.", "2021", "l'an prochain", "2022-01-01", "2022-12-31"},
	{"far away", FR, "On votera l'an prochain.", "9999-12-31", NULL, NULL, NULL},
};
/* clang-format on */

/* The days spoken of in a text of one paragraph. */
static struct days_spoken speak(struct span text, enum language language, const char *published,
	enum line_kind kind, struct arena *arena)
{
	struct line line = {{0, (uint32_t)text.len}, LINE_PARAGRAPH};
	struct article article = {
		.text = text, .language = language, .lines = &line, .line_count = 1};
	struct evidence evidence = {.word_count = 0};
	struct published day = {.day = DAY_NONE};
	struct document document = {&article, &evidence};
	struct vocabulary vocabulary;
	struct article_words words;
	struct days_spoken spoken;
	uint8_t kinds[1] = {(uint8_t)kind};
	int32_t to;

	if (*published)
		CHECK_CASE(published, day_parse(span_of(published), &day.day, &to, &day.precision));
	vocabulary_init(&vocabulary, NULL, arena); /* nobody asks for a stem */
	words_read(&words, &article, &vocabulary, arena);
	days_extract(&words, &evidence.days, arena);
	spoken_make(&document, kinds, &day, &spoken, arena);
	return spoken;
}

static void test_samples(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		const struct sample *s = &samples[i];
		struct span text = span_of(s->text);
		struct arena arena;
		arena_init(&arena);
		struct days_spoken spoken =
			speak(text, s->language, s->published, LINE_PARAGRAPH, &arena);
		CHECK_CASE(s->text, (spoken.count > 0) == (s->marked != NULL));
		if (s->marked && spoken.count) {
			CHECK_TEXT(s->label, span_in(text, spoken.at[0].at), span_of(s->marked));
			CHECK_TEXT(s->text,
				span_of(day_iso(spoken.at[0].from, PRECISION_DAY, &arena)),
				span_of(s->from));
			CHECK_TEXT(s->text,
				span_of(day_iso(spoken.at[0].to, PRECISION_DAY, &arena)),
				span_of(s->to));
		}
		arena_clear(&arena);
	}
}

/* What is counted from the days spoken of before. */
static void test_before(void **state)
{
	static const struct {
		const char *label, *text, *from, *to; /* of the last day in the text */
	} cases[] = {
		{"the next day", "Le 20 décembre, ils entrent. Le lendemain, ils sortent.",
			"2016-12-21", "2016-12-21"},
		{"the day before", "Le 20 décembre, ils entrent. La veille, ils dormaient.",
			"2016-12-19", "2016-12-19"},
		{"the day before a night's end",
			"Entre dimanche soir et lundi, on a volé les "
			"voix de la veille.",
			"2016-12-25", "2016-12-25"},
		{"the eve of something is the day spoken of",
			"Le 20 décembre, à la veille du sommet, ils parlent.", "2016-12-20",
			"2016-12-20"},
		{"a part of the same year", "Né en février 2012, mort en août de la même année.",
			"2012-08-01", "2012-08-31"},
		{"the same year", "Il gagne en 1969. Il perd cette même année.", "1969-01-01",
			"1969-12-31"},
		{"the same day", "Le 20 novembre, il neige. Le même jour, il pleut.", "2016-11-20",
			"2016-11-20"},
		{"years later, a decade in between",
			"Élu en 1986, star des années 1980, il revient trente ans plus tard.",
			"2016-01-01", "2016-12-31"},
		{"the month before", "Le mois de juin 2016 fut sec, comme le mois précédent.",
			"2016-05-01", "2016-05-31"},
		{"the quarter before",
			"Entre les mois de juillet et septembre, il plut plus qu'au trimestre "
			"précédent.",
			"2016-04-01", "2016-06-30"},
		{"days later", "Pris le 3 mars 2010, il fuit trois jours plus tard.", "2010-03-06",
			"2010-03-06"},
		{"the week after", "Le 1er mars 2016, il pleut. Il neige la semaine suivante.",
			"2016-03-07", "2016-03-13"},
		{"the Monday after", "Vu le 1er mars 2016, il fuit le lundi suivant.", "2016-03-07",
			"2016-03-07"},
		{"nothing before: the day of publication", "Le lendemain, il pleut.", "2016-12-28",
			"2016-12-28"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		arena_init(&arena);
		struct days_spoken spoken =
			speak(span_of(cases[i].text), FR, "2016-12-27", LINE_PARAGRAPH, &arena);
		CHECK_CASE(cases[i].label, spoken.count > 0);
		const struct day_spoken *last = &spoken.at[spoken.count - 1];
		CHECK_TEXT(cases[i].label, span_of(day_iso(last->from, PRECISION_DAY, &arena)),
			span_of(cases[i].from));
		CHECK_TEXT(cases[i].label, span_of(day_iso(last->to, PRECISION_DAY, &arena)),
			span_of(cases[i].to));
		CHECK_CASE(cases[i].label,
			last->how == (i + 1 < COUNT(cases) ? DAY_FROM_BEFORE : DAY_FROM_PUBLISHED));
		arena_clear(&arena);
	}
}

static void test_provenance(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	struct days_spoken spoken = speak(SPAN("Né le 3 mai 1962, il est mort hier."), FR,
		"2021-03-01", LINE_PARAGRAPH, &arena);
	CHECK_CASE("two days", spoken.count == 2);
	CHECK_CASE("stated in full, counted from nothing",
		spoken.at[0].how == DAY_STATED && spoken.at[0].base == DAY_NONE);
	CHECK_CASE("counted from the day of publication",
		spoken.at[1].how == DAY_FROM_PUBLISHED && spoken.at[1].base == day_of(2021, 3, 1));
	spoken = speak(SPAN("Il est mort hier."), FR, "2021-03-01", LINE_FURNITURE, &arena);
	CHECK_CASE("days of what turned out to be furniture are left out", spoken.count == 0);
	arena_clear(&arena);
}

/* Every day of publication of four years: what is past is past, units hold what they should. */
static void test_every_day(void **state)
{
	int32_t first = day_of(2019, 12, 1), last = day_of(2023, 3, 1);

	(void)state;
	for (int32_t day = first; day < last; day++) {
		struct arena arena;
		arena_init(&arena);
		struct days_spoken spoken =
			speak(SPAN("Il a plu lundi, puis la semaine dernière, puis cet hiver, et "
				   "il a neigé le mois dernier."),
				FR, day_iso(day, PRECISION_DAY, &arena), LINE_PARAGRAPH, &arena);
		CHECK_CASE("four of them", spoken.count == 4);
		CHECK_CASE("the latest Monday", spoken.at[0].from <= day &&
							spoken.at[0].from > day - 7 &&
							weekday_of(spoken.at[0].from) == 0);
		CHECK_CASE("the week before", spoken.at[1].to < day && spoken.at[1].to >= day - 7 &&
						      weekday_of(spoken.at[1].to) == 6);
		CHECK_CASE("a winter is three months",
			spoken.at[2].to - spoken.at[2].from >= 89 &&
				spoken.at[2].to - spoken.at[2].from <= 90);
		CHECK_CASE("the month before ends where this one begins",
			civil_of(spoken.at[3].to + 1).day == 1 &&
				civil_of(spoken.at[3].to + 1).month == civil_of(day).month);
		arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_before),
		cmocka_unit_test(test_provenance),
		cmocka_unit_test(test_every_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
