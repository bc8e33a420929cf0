#include "unit/check.h"

#include "article/layout.h"

#include <string.h>

/* A page as a picture: each line begins with its expected kind. T title, D date line, B byline,
 * P paragraph, H heading, C caption, - furniture. */
static const char kind_letters[LINE_KIND_COUNT] = {'-', 'T', 'D', 'B', 'P', 'H', 'C'};

#define P1 \
	"Le port a rouvert mardi matin après six jours de grève, a annoncé le préfet de la " \
	"région, et les ferries repartent dès ce soir vers les îles."
#define P2 \
	"Les marins ont voté la fin du mouvement par 214 voix contre 31, selon leur délégué, " \
	"qui parle d'un accord honorable pour tous les équipages des ferries."
#define P3 \
	"La compagnie maritime s'engage à embaucher quarante marins avant l'été et à revoir " \
	"les horaires des équipages, que le syndicat jugeait intenables depuis deux ans."
#define E1 \
	"The old bridge over the estuary will reopen on Monday, the county council said, " \
	"after two years of repairs that cost nine million pounds."
#define E2 \
	"Lorries over ten tonnes must still take the ferry, which sails every hour until " \
	"midnight, because the new deck of the bridge has not been tested."
#define M1 \
	"Le constructeur de phares Paul Morin est mort vendredi dans son village de la côte, " \
	"à l'âge de 91 ans, a fait savoir sa famille dans la soirée."

struct page_case {
	const char *label, *page; /* lines with their letters */
	const char *title, *byline, *tags, *section, *source, *url;
	enum origin title_from;
	const char *stamp; /* year-month-day minute, "u" when updated */
};

static const struct page_case pages[] = {
	{.label = "a line of an update, teasers behind the text",
		.page = "DDernière mise à jour à 07h42 le 14/09\nP" P1 "\nP" P2 "\nP" P3
			"\n-Un phare du siècle dernier à vendre au nord de la côte\n"
			"-Selon un sondage, les vacanciers préfèrent le train\n"
			"-Le sud de l'archipel manque d'eau depuis le printemps\n"
			"-Qui veut encore devenir gardien de phare ?\n"
			"-Inscrivez-vous à notre lettre, scannez le code QR ci-contre.\n"
			"-La tour de contrôle du port visible en trois dimensions",
		.title = P1,
		.title_from = FROM_LEAD,
		.stamp = "0-9-14 462u"},
	{.label = "section, counters and tags",
		.page = "-Transports\n-URL courte\n-Par\n-812\n-S'abonner\n\nP" P1 "\n\nP" P2
			"\n\nHLa suite\n\nP" P3 "\n\n-Lire aussi:\n"
			"-Nuit agitée dans le port voisin, une dizaine de bateaux endommagés\n"
			"-«On ne lâchera rien»: le maire refuse la fermeture du phare\n-Tags:\n"
			"-Ferries (lignes, compagnies), Grève, Marins\n-Règles de "
			"conduiteDiscussion\n"
			"-Commenter via GazetteCommenter via Facebook",
		.title = P1,
		.title_from = FROM_LEAD,
		.tags = "Ferries (lignes, compagnies)|Grève|Marins",
		.section = "Transports",
		.source = "Gazette"},
	{.label = "title, name and date, picture, and the title again",
		.page = "TThe old bridge reopens to cars\n\nDAnn Bell (via PA) June 3, 2018 "
			"09:05\n\n"
			"P(Coast.example) - " E1
			"\n\n-IMG 2.jpg\nCThe bridge in May. Photo: County\n\nP" E2
			"\n\n-Coast Paper at its best\n\n-Latest\n\n-x\n"
			"-The old bridge reopens to cars\n-POWERED BYACMS- A PRODUCT OF X",
		.title = "The old bridge reopens to cars",
		.title_from = FROM_TEXT,
		.byline = "Ann Bell",
		.source = "Coast.example",
		.stamp = "2018-6-3 545"},
	{.label = "a signed article of a paper",
		.page = "-Économie\nTLe port rouvre après six jours de grève\nBPar Anne Roy et "
			"Jean "
			"de La Tour\nDPublié le 15 septembre 2019 à 10h30\nP" P1 "\nP" P2 "\nP" P3
			"\n-Mots-clés : ferries, grève\n-© 2019 La Gazette du Littoral. Tous "
			"droits réservés",
		.title = "Le port rouvre après six jours de grève",
		.title_from = FROM_TEXT,
		.byline = "Anne Roy|Jean de La Tour",
		.tags = "ferries|grève",
		.section = "Économie",
		.source = "La Gazette du Littoral",
		.stamp = "2019-9-15 630"},
	{.label = "a wire",
		.page = "P"
			"MARSEILLE, 15 sept. 2019 (AFP) — " P1 "\nP" P2,
		.title = P1,
		.title_from = FROM_LEAD,
		.source = "AFP",
		.stamp = "2019-9-15 -1"},
	{.label = "the address tells source and day",
		.page = "-URL: https://www.coast.example/news/2018/06/03/bridge\nP" E1 "\nP" E2,
		.title = E1,
		.title_from = FROM_LEAD,
		.source = "coast.example",
		.url = "https://www.coast.example/news/2018/06/03/bridge",
		.stamp = "2018-6-3 -1"},
	{.label = "the day of a founding, of a right, of a sentence is not that of print",
		.page = "TThe old bridge reopens to cars\n-Founded February 28, 1998\n"
			"PThe deck was closed on 9 May 2016.\nDJune 3, 2018\nP" E1 "\nP" E2
			"\n-© 2012 Coast Paper",
		.title = "The old bridge reopens to cars",
		.title_from = FROM_TEXT,
		.source = "Coast Paper",
		.stamp = "2018-6-3 -1"},
	{.label = "the way to the page is not its title",
		.page = "-Home » News » The old bridge reopens\nTThe old bridge reopens to cars\n"
			"DJune 3, 2018\nP" E1 "\nP" E2,
		.title = "The old bridge reopens to cars",
		.title_from = FROM_TEXT,
		.stamp = "2018-6-3 -1"},
	{.label = "signed well under a standfirst, and over the title",
		.page = "BBy Ann Bell\n-Share\nTThe old bridge reopens to cars\nP" E1 "\nP" E2,
		.title = "The old bridge reopens to cars",
		.title_from = FROM_TEXT,
		.byline = "Ann Bell"},
	{.label = "a short title about a person is not who wrote it",
		.page = "TDécès de Paul Morin\n\nD16 juin 2017 . –\nP" M1 "\nP" P3,
		.title = "Décès de Paul Morin",
		.title_from = FROM_TEXT,
		.stamp = "2017-6-16 -1"},
	{.label = "not even where the text says his name in another way",
		.page = "TObsèques d'Ali Benani\n\nD16 juin 2017 . –\nP" P1 "\nP" P3,
		.title = "Obsèques d'Ali Benani",
		.title_from = FROM_TEXT,
		.stamp = "2017-6-16 -1"},
	{.label = "nor is it where it is the bare name of whom the text is about",
		.page = "TPaul Morin\n\nD16 juin 2017\nP" M1 "\nP" P3,
		.title = "Paul Morin",
		.title_from = FROM_TEXT,
		.stamp = "2017-6-16 -1"},
	{.label = "a name that the text does not know signs",
		.page = "BJean de La Tour\n\nD16 juin 2017\nP" M1 "\nP" P3,
		.title = M1,
		.title_from = FROM_LEAD,
		.byline = "Jean de La Tour",
		.stamp = "2017-6-16 -1"},
	{.label = "a title that speaks of updates and dates is no label of one",
		.page = "TLa date de la grande grève des ferries est annoncée\n\n"
			"D16 juin 2017 . –\nP" P1 "\nP" P3,
		.title = "La date de la grande grève des ferries est annoncée",
		.title_from = FROM_TEXT,
		.stamp = "2017-6-16 -1"},
	{.label = "a list behind the text is text where nothing speaks of a page",
		.page = "TLe port bat la ville\n\nD16 juin 2017\nP" P1 "\nP" P3
			"\nPFaure (2 buts)\nPMorel\nPDa Luz (1 but)\nPVidal\nPPetit",
		.title = "Le port bat la ville",
		.title_from = FROM_TEXT,
		.stamp = "2017-6-16 -1"},
	{.label = "but not where it does",
		.page = "TLe port bat la ville\n\nD16 juin 2017\nP" P1 "\nP" P3
			"\n-Partager\n-Faure\n-Morel\n-Da Luz\n-Vidal\n-Petit",
		.title = "Le port bat la ville",
		.title_from = FROM_TEXT,
		.stamp = "2017-6-16 -1"},
	{.label = "who said what stands above, behind a dash",
		.page = "TLe port bat la ville\n\nD16 juin 2017\nP" P1 "\nP" P3
			"\nP— Ada Moll\n-Partager\n-Imprimer",
		.title = "Le port bat la ville",
		.title_from = FROM_TEXT,
		.stamp = "2017-6-16 -1"},
	{.label = "one line", .page = "PBonjour", .title = "Bonjour", .title_from = FROM_LEAD},
};

/* The text of a picture, and the letters of its lines. */
static struct span text_of(const char *picture, char *letters, struct arena *arena)
{
	struct span rest = span_of(picture), line;
	char *text = arena_alloc(arena, rest.len + 1);
	size_t len = 0, count = 0;

	while (span_line(&rest, &line)) {
		if (line.len) {
			letters[count++] = line.at[0];
			memcpy(text + len, line.at + 1, line.len - 1);
			len += line.len - 1;
		}
		text[len++] = '\n';
	}
	letters[count] = '\0';
	return (struct span){text, len};
}

static const char *joined(const struct span *spans, uint32_t count, struct arena *arena)
{
	const char *text = "";

	for (uint32_t i = 0; i < count; i++)
		text = arena_format(
			arena, "%s%s%.*s", text, i ? "|" : "", (int)spans[i].len, spans[i].at);
	return text;
}

static void check_facts(
	const struct page_case *page, const struct article *article, struct arena *arena)
{
	CHECK_TEXT(page->label, article->title, span_of(page->title));
	CHECK_CASE(page->label, article->title_from == page->title_from);
	CHECK_TEXT(page->label, span_of(joined(article->bylines, article->byline_count, arena)),
		span_of(page->byline));
	CHECK_TEXT(page->label, span_of(joined(article->tags, article->tag_count, arena)),
		span_of(page->tags));
	CHECK_TEXT(page->label, article->section, span_of(page->section));
	CHECK_TEXT(page->label, article->source, span_of(page->source));
	CHECK_TEXT(page->label, article->url, span_of(page->url));
	CHECK_CASE(page->label, (article->stamp_count > 0) == (page->stamp != NULL));
	if (!page->stamp)
		return;
	struct stamp stamp = article->stamps[0];
	CHECK_TEXT(page->label,
		span_of(arena_format(arena, "%d-%d-%d %d%s", stamp.year, stamp.month, stamp.day,
			stamp.minute, stamp.updated ? "u" : "")),
		span_of(page->stamp));
}

static void test_pages(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(pages); i++) {
		struct arena arena;
		char letters[64], got[64] = {0};
		arena_init(&arena);
		struct article article = {.path = "page.txt"};
		article.text = text_of(pages[i].page, letters, &arena);
		article.language = language_of(article.text);
		layout(&article, NULL, &arena);
		for (uint32_t k = 0; k < article.line_count && k < sizeof got - 1; k++)
			got[k] = kind_letters[article.lines[k].kind];
		CHECK_TEXT(pages[i].label, span_of(got), span_of(letters));
		check_facts(&pages[i], &article, &arena);
		arena_clear(&arena);
	}
}

/* A date glued to its text becomes a line of its own; a date that is part of it does not. */
static void test_glued_dates(void **state)
{
	static const struct {
		const char *label, *text, *head;
	} cases[] = {
		{"a label and a month", " date 2019-11 " P1, "date 2019-11"},
		{"a label in words", "Publié le 5 mars 2020 à 10h30 " P1,
			"Publié le 5 mars 2020 à 10h30"},
		{"a date and a dash", "5 mars 2020 - " P1, "5 mars 2020 -"},
		{"as machines write it", "2020-03-05 10:30 " P1, "2020-03-05 10:30"},
		{"blanks that take no room", "2020-03-05 10:30\u00A0\u200B\u00A0" P1,
			"2020-03-05 10:30"},
		{"a sentence that opens with its day", "Le 5 mars 2020, " P1, ""},
		{"a sentence that opens with a year and a month", "En mars 2020 " P1, ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		struct article article = {.path = "a", .text = span_of(cases[i].text)};
		arena_init(&arena);
		article.language = LANGUAGE_FR;
		layout(&article, NULL, &arena);
		bool split = cases[i].head[0] != '\0';
		CHECK_CASE(cases[i].label, article.line_count == (split ? 2 : 1));
		if (split) {
			CHECK_CASE(cases[i].label, article.lines[0].kind == LINE_DATELINE);
			CHECK_TEXT(cases[i].label, span_in(article.text, article.lines[0].at),
				span_of(cases[i].head));
			CHECK_TEXT(cases[i].label, article.title, span_of(P1));
		}
		arena_clear(&arena);
	}
}

static void test_line_ends(void **state)
{
	static const struct {
		const char *label, *text;
		uint32_t lines;
	} cases[] = {
		{"nothing", "", 0},
		{"blanks of every kind", " \t\xC2\xA0\n\xE2\x80\x8B\r\n\xEF\xBB\xBF", 0},
		{"Windows", "un\r\ndeux\r\n", 2},
		{"old Macs", "un\rdeux\rtrois", 3},
		{"form feeds", "un\fdeux", 2},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena;
		struct article article = {.path = "a", .text = span_of(cases[i].text)};
		arena_init(&arena);
		layout(&article, NULL, &arena);
		CHECK_CASE(cases[i].label, article.line_count == cases[i].lines);
		CHECK_CASE(cases[i].label, (article.title.len > 0) == (cases[i].lines > 0));
		arena_clear(&arena);
	}
}

/* Linear: a text of many lines and one of a single long line end soon. */
static void test_large(void **state)
{
	struct arena arena;
	size_t len = 8u << 20;

	(void)state;
	arena_init(&arena);
	char *text = arena_alloc(&arena, len);
	for (int form = 0; form < 3; form++) {
		for (size_t i = 0; i < len; i++)
			text[i] = form == 0 ? 'a' : form == 1 ? "a b. "[i % 5] : "ab c\n"[i % 5];
		struct article article = {.path = "a", .text = {text, form == 2 ? len / 8 : len}};
		layout(&article, NULL, &arena);
		assert_true(article.line_count > 0);
		assert_true(article.title.len > 0 && article.title.len <= 1500);
	}
	arena_clear(&arena);
}

static void test_scores(void **state)
{
	struct arena arena;
	struct line_score *scores;

	(void)state;
	arena_init(&arena);
	assert_int_equal(layout_scores(SPAN("Menu\n" P1 "\n" P2 "\nS'abonner\n"), LANGUAGE_FR,
				 &scores, &arena),
		4);
	assert_true(scores[0].form < 0 && scores[3].form < 0);
	assert_true(scores[1].context > 0 && scores[2].context > 0);
	assert_true(scores[1].at.start == 5);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_glued_dates),
		cmocka_unit_test(test_line_ends),
		cmocka_unit_test(test_large),
		cmocka_unit_test(test_scores),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
