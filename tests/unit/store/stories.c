#include "unit/check.h"

#include "store/query-story.h"
#include "unit/store/made.h"

#define DAM \
	"La rupture du barrage de Vernay a fait douze morts dans la vallée de la Lonne, selon le " \
	"préfet Étienne Marsac.\nLes secours cherchent encore trois disparus sous la boue. Le " \
	"hameau des Granges est détruit."
#define DAM_LATER \
	"Au lendemain de la rupture du barrage de Vernay, le bilan monte à quinze morts dans la " \
	"vallée de la Lonne.\nLe préfet Étienne Marsac a ouvert une cellule pour les familles du " \
	"hameau des Granges."
#define CHESS \
	"La joueuse Ilona Terke remporte le tournoi de Szarvas après une finale de sept heures.\n" \
	"Elle bat la tenante du titre aux échecs rapides et garde la tête du classement."
#define HARVEST \
	"Les moissons de blé commencent avec dix jours d'avance dans la plaine de Gorse.\nLes " \
	"coopératives attendent des rendements moyens, faute de pluie au printemps."
#define RAIL \
	"La ligne de chemin de fer entre Orlande et Tresques rouvre aux voyageurs.\nLes travaux " \
	"du viaduc ont duré quatorze mois et coûté trente millions."

/* The articles of every test, by what they tell. */
static const struct made_article dam = {.path = "dam.txt",
	.title = "Un barrage cède à Vernay, douze morts",
	.year = 2022,
	.month = 3,
	.day = 14,
	.body = DAM};
static const struct made_article dam_later = {.path = "later.txt",
	.title = "Barrage de Vernay : le bilan s'alourdit",
	.year = 2022,
	.month = 3,
	.day = 15,
	.body = DAM_LATER};
static const struct made_article dam_longer = {.path = "longer.txt",
	.title = "Catastrophe dans la vallée",
	.year = 2022,
	.month = 3,
	.day = 15,
	.body = DAM "\nNotre journal avait alerté sur l'état de la digue."};
static const struct made_article dam_again = {.path = "again.txt",
	.title = "Il y a trois ans, le drame",
	.year = 2025,
	.month = 3,
	.day = 14,
	.body = DAM};
static const struct made_article chess = {.path = "chess.txt",
	.title = "Échecs : Ilona Terke gagne à Szarvas",
	.year = 2022,
	.month = 3,
	.day = 14,
	.body = CHESS};
static const struct made_article harvest = {.path = "harvest.txt",
	.title = "Des moissons précoces",
	.year = 2022,
	.month = 3,
	.day = 15,
	.body = HARVEST};
static const struct made_article harvest_later = {.path = "harvest-later.txt",
	.title = "Moissons précoces dans la plaine de Gorse",
	.year = 2022,
	.month = 3,
	.day = 16,
	.body = "Dans la plaine de Gorse, les moissons de blé avancent avec dix jours d'avance.\n"
		"Faute de pluie au printemps, les coopératives voient baisser les rendements."};
static const struct made_article rail = {.path = "rail.txt",
	.title = "Le train revient à Tresques",
	.year = 2022,
	.month = 3,
	.day = 16,
	.body = RAIL};
static const struct made_article undated = {
	.path = "undated.txt", .title = "Archives", .body = DAM};

/* Each article's group as a letter, those that stand alone as a dot. */
static const char *groups_of(const struct epoch *epoch, struct arena *arena)
{
	uint32_t count = epoch_count(epoch);
	char *letters = arena_alloc(arena, count + 1);

	for (article_id id = 0; id < count; id++) {
		const struct story *story = epoch_story(epoch, id);
		letters[id] = '.';
		if (story)
			letters[id] = (char)('a' + (story - epoch_stories(epoch)->at));
	}
	return letters;
}

static void check_groups(
	const char *label, const struct made_article *articles, size_t count, const char *want)
{
	struct made made;
	const struct epoch *epoch = made_of(&made, articles, count);

	CHECK_TEXT(label, span_of(groups_of(epoch, &made.arena)), span_of(want));
	made_clear(&made);
}

#define GROUPS(label, want, ...) \
	check_groups(label, (const struct made_article[]){__VA_ARGS__}, \
		COUNT(((const struct made_article[]){__VA_ARGS__})), want)

static void test_groups(void **state)
{
	(void)state;
	GROUPS("the next day's news goes on", "aa..", dam, dam_later, chess, harvest);
	GROUPS("numbers go by the first article", "a.a.", dam, chess, dam_later, rail);
	GROUPS("a reprint with a paragraph more", "a.a", dam, chess, dam_longer);
	GROUPS("what is printed again years later is no news", "..", dam, dam_again);
	GROUPS("what has no day may be of any", "aa.", dam, undated, chess);
	GROUPS("without a day at all", "aa", undated, undated);
	GROUPS("other news of the same days", "....", dam, chess, harvest, rail);
	GROUPS("an archive of one", ".", dam);
	GROUPS("news that names nobody", "aa.", harvest, harvest_later, rail);
	check_groups("an empty archive", &dam, 0, "");
}

#define MEETING_FR \
	"Le ministre Sergueï Lavrov et le secrétaire d'État Antony Blinken se sont entretenus le " \
	"4 février 2021 au téléphone.\nM. Lavrov a parlé de coopération, M. Blinken des libertés."
#define MEETING_EN \
	"Foreign minister Sergei Lavrov spoke on the phone with Antony Blinken on 4 February " \
	"2021.\n" \
	"Mr Blinken raised the arrests of last month, said Mr Lavrov after their talk."

static const struct made_article meeting = {.path = "fr.txt",
	.title = "Un entretien",
	.year = 2021,
	.month = 2,
	.day = 5,
	.body = MEETING_FR};
static const struct made_article meeting_abroad = {.path = "en.txt",
	.title = "A phone call",
	.year = 2021,
	.month = 2,
	.day = 5,
	.body = MEETING_EN,
	.language = LANGUAGE_EN};
static const struct made_article another_meeting = {.path = "june.txt",
	.title = "Another call",
	.year = 2021,
	.month = 6,
	.day = 5,
	.body = "Foreign minister Sergei Lavrov met Antony "
		"Blinken in June.\nThey spoke of visas and of trade.",
	.language = LANGUAGE_EN};
static const struct made_article other_people = {.path = "tea.txt",
	.title = "Tea prices rise",
	.year = 2021,
	.month = 2,
	.day = 5,
	.body = "The minister Anne Morrison said on 4 February "
		"2021 that tea would cost more.\nGrowers had asked for it.",
	.language = LANGUAGE_EN};

#define ABROAD(NAME, PATH, LANGUAGE, TITLE, BODY) \
	static const struct made_article NAME = {.path = PATH, \
		.title = TITLE, \
		.year = 2021, \
		.month = 2, \
		.day = 5, \
		.body = BODY, \
		.language = LANGUAGE}

ABROAD(meeting_de, "de.txt", LANGUAGE_DE, "Ein Telefonat",
	"Außenminister Sergei Lawrow hat am 4. Februar 2021 mit Antony Blinken telefoniert.\n"
	"Herr Blinken sprach von den Festnahmen, Herr Lawrow von guter Nachbarschaft.");
ABROAD(meeting_es, "es.txt", LANGUAGE_ES, "Una llamada",
	"El ministro Serguéi Lavrov habló por teléfono con Antony Blinken el 4 de febrero de "
	"2021.\nBlinken recordó las detenciones del mes pasado, y Lavrov pidió respeto.");
ABROAD(meeting_it, "it.txt", LANGUAGE_IT, "Una telefonata",
	"Il ministro Sergej Lavrov ha parlato al telefono con Antony Blinken il 4 febbraio 2021.\n"
	"Blinken ha ricordato gli arresti del mese scorso, ha detto Lavrov alla stampa.");

static void test_languages(void **state)
{
	(void)state;
	GROUPS("one event in five languages", "aaaaa.", meeting, meeting_abroad, meeting_de,
		meeting_es, meeting_it, rail);
	GROUPS("one event in two languages, by its people and its day", "aa", meeting,
		meeting_abroad);
	GROUPS("the same people months later are another", "..", meeting, another_meeting);
	GROUPS("the same day alone is none", "..", meeting, other_people);
	GROUPS("among others", "a..a", meeting, other_people, another_meeting, meeting_abroad);
}

static void test_story(void **state)
{
	static const struct made_article told[] = {chess, dam_longer, dam_later, dam};
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));
	const struct story *story = epoch_story(epoch, 3);

	(void)state;
	CHECK_CASE("one story", story && epoch_stories(epoch)->count == 1);
	CHECK_CASE("its articles in order", story->count == 3 && story->articles[0] == 1 &&
						    story->articles[1] == 2 &&
						    story->articles[2] == 3);
	CHECK_CASE("from its first day", story->from == day_of(2022, 3, 14));
	CHECK_CASE("to its last", story->to == day_of(2022, 3, 15));
	CHECK_CASE("its title is a member's", story->central >= 1 && story->central <= 3);
	CHECK_CASE("versions have one first",
		epoch_stories(epoch)->versions[3] == 1 && epoch_stories(epoch)->versions[1] == 1);
	CHECK_CASE("what is told anew is no version", epoch_stories(epoch)->versions[2] == 2);
	CHECK_CASE("two have the same text", epoch_versions(epoch, 1) == 2);
	CHECK_CASE("the others have one of their own",
		epoch_versions(epoch, 0) == 1 && epoch_versions(epoch, 2) == 1);
	CHECK_CASE("most of the text is the same", epoch_same_text(epoch, 1, 3) > 80);
	CHECK_CASE("but not all", epoch_same_text(epoch, 1, 3) < 100);
	CHECK_CASE("hardly anything is", epoch_same_text(epoch, 0, 3) < 10);
	made_clear(&made);
}

static void check_filter(
	const struct epoch *epoch, const char *article, const char *want, struct arena *arena)
{
	const struct clause clause = {.kind = CLAUSE_STORY, .text = article, .label = article};
	const struct query *query = query_with(query_empty(), clause, arena);
	struct result result = query_run(epoch, query, arena);
	const char *got = "";

	for (uint32_t i = 0; i < result.count; i++)
		got = arena_format(arena, "%s%s%u", got, i ? " " : "", result.ids[i]);
	CHECK_TEXT(article, span_of(got), span_of(want));
}

static void test_filter(void **state)
{
	static const struct made_article told[] = {chess, dam_longer, dam_later, dam};
	struct made made;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));
	struct clause clause = query_story(epoch, 2, &made.arena);

	(void)state;
	check_filter(epoch, "later.txt", "1 2 3", &made.arena);
	check_filter(epoch, "3", "1 2 3", &made.arena);
	check_filter(epoch, "chess", "0", &made.arena);
	check_filter(epoch, "nowhere", "", &made.arena);
	check_filter(epoch, clause.text, "1 2 3", &made.arena);
	CHECK_CASE("named by its first article", strcmp(clause.text, "longer.txt") == 0);
	CHECK_CASE("labelled by a title", clause.label[0] != 0);
	clause = query_story(epoch, 0, &made.arena);
	check_filter(epoch, clause.text, "0", &made.arena);
	made_clear(&made);
}

/* The paths of each story, whatever their numbers are. */
static const char *paths_of(const struct epoch *epoch, struct arena *arena)
{
	static const struct made_article *const all[] = {
		&dam, &dam_later, &dam_longer, &dam_again, &chess, &harvest, &rail, &undated};
	char *first = arena_alloc(arena, COUNT(all) * COUNT(all) + 1), *at = first;

	for (size_t i = 0; i < COUNT(all); i++)
		for (size_t k = 0; k < COUNT(all); k++) {
			article_id a = ARTICLE_NONE, b = ARTICLE_NONE;
			epoch_article_find(epoch, span_of(all[i]->path), &a);
			epoch_article_find(epoch, span_of(all[k]->path), &b);
			bool one = epoch_story(epoch, a) &&
				   epoch_story(epoch, a) == epoch_story(epoch, b);
			*at++ = one ? 'x' : '.';
		}
	return first;
}

static void test_orders(void **state)
{
	const struct made_article told[] = {
		dam, chess, dam_later, undated, harvest, dam_again, rail, dam_longer};
	static const unsigned char orders[][8] = {{0, 1, 2, 3, 4, 5, 6, 7},
		{7, 6, 5, 4, 3, 2, 1, 0}, {3, 5, 0, 6, 2, 7, 1, 4}, {2, 4, 7, 1, 5, 0, 3, 6}};
	struct made first, made;

	(void)state;
	const char *want = paths_of(made_of(&first, told, COUNT(told)), &first.arena);
	for (size_t i = 1; i < COUNT(orders); i++) {
		made_init(&made);
		for (size_t k = 0; k < COUNT(told); k++) {
			made_add(&made, &told[orders[i][k]]);
			if (i == 2) /* a provisional epoch after every article */
				made_epoch(&made);
		}
		CHECK_TEXT("the order of loading changes nothing",
			span_of(paths_of(made_epoch(&made), &made.arena)), span_of(want));
		made_clear(&made);
	}
	made_clear(&first);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_story),
		cmocka_unit_test(test_filter),
		cmocka_unit_test(test_orders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
