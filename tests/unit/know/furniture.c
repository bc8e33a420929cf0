#include "unit/check.h"

#include "know/furniture.h"
#include "unit/know/archive.h"

#define ARTICLES 12
#define LETTER "Recevez chaque matin notre lettre gratuite"

/* Texts of an archive, each of four lines: the line in question is the third. */
static const char *const topics[ARTICLES] = {
	"boulanger pain farine fournil croissant brioche levain",
	"tempête neige vallée route préfecture avalanche chasse",
	"chat maître hiver vagabond refuge croquette vétérinaire",
	"traité missile ogive négociateur vecteur silo désarmement",
	"match ballon gardien penalty tribune arbitre mi-temps",
	"vendange raisin tonneau cave cépage coteau tonnelier",
	"fusée orbite satellite lanceur capsule cosmonaute hublot",
	"procès juge avocat greffier verdict prévenu plaidoirie",
	"opéra ténor orchestre chef partition soprano rideau",
	"volcan lave cratère cendre éruption séisme magma",
	"banque crédit taux agence guichet épargne dividende",
	"forêt incendie pompier flamme canadair débroussaillage fumée",
};

struct set {
	struct sheet sheets[ARTICLES];
	struct document *documents;
	uint8_t *kinds[ARTICLES];
};

/* Article i holds the line if i < with; its source is one of so many. */
static void make(
	struct set *set, const char *line, uint32_t with, uint32_t sources, struct arena *arena)
{
	for (uint32_t i = 0; i < ARTICLES; i++) {
		set->sheets[i] =
			(struct sheet){.source = arena_format(arena, "Journal %u", i % sources)};
		set->sheets[i].text = arena_format(arena,
			"Sujet du jour : %s.\nOn en parle : %s encore.\n%s\nLa fin de %s.",
			topics[i], topics[i],
			i < with ? line : arena_format(arena, "Autre : %s", topics[i]), topics[i]);
	}
	set->documents = archive_of(set->sheets, ARTICLES, arena);
	furniture_make(set->documents, ARTICLES, set->kinds, arena);
}

static uint32_t count_furniture(const struct set *set, uint32_t line)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < ARTICLES; i++)
		count += set->kinds[i][line] == LINE_FURNITURE;
	return count;
}

static void test_recurring(void **state)
{
	struct set set;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	make(&set, LETTER, ARTICLES, 1, &arena);
	CHECK_CASE("a line of all articles is furniture", count_furniture(&set, 2) == ARTICLES);
	CHECK_CASE("the lines around it are not", !count_furniture(&set, 0) &&
							  !count_furniture(&set, 1) &&
							  !count_furniture(&set, 3));
	make(&set, LETTER, 4, 1, &arena);
	CHECK_CASE("four articles are enough", count_furniture(&set, 2) == 4);
	make(&set, LETTER, 3, 1, &arena);
	CHECK_CASE("three are not", count_furniture(&set, 2) == 0);
	make(&set, LETTER, ARTICLES, 6, &arena);
	CHECK_CASE("two of each source are not", count_furniture(&set, 2) == 0);
	arena_clear(&arena);
}

static void test_folders(void **state)
{
	struct set set;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (int same = 0; same < 2; same++) {
		make(&set, LETTER, ARTICLES, 1, &arena);
		for (uint32_t i = 0; i < ARTICLES; i++) {
			set.sheets[i].source = "";
			set.sheets[i].path =
				arena_format(&arena, "folder%u/%u.txt", same ? 1 : i, i);
		}
		set.documents = archive_of(set.sheets, ARTICLES, &arena);
		furniture_make(set.documents, ARTICLES, set.kinds, &arena);
		CHECK_CASE("without a source the folder stands for it",
			count_furniture(&set, 2) == (same ? ARTICLES : 0));
	}
	arena_clear(&arena);
}

/* Versions of one article share its lines, and these are no furniture. */
static void test_copies(void **state)
{
	struct set set;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t i = 0; i < ARTICLES; i++) {
		set.sheets[i] = (struct sheet){.source = "Journal"};
		set.sheets[i].text = arena_format(&arena,
			"Le %s a livré %u pains.\nOn aime : %s, %s.\nCe que chacun sait.\nAussi : "
			"%s.",
			i % 2 ? "boulanger" : "mitron", i, topics[0], topics[1], topics[2]);
	}
	set.documents = archive_of(set.sheets, ARTICLES, &arena);
	furniture_make(set.documents, ARTICLES, set.kinds, &arena);
	for (uint32_t line = 0; line < 4; line++)
		CHECK_CASE("a copy is no evidence", count_furniture(&set, line) == 0);
	arena_clear(&arena);
}

static void test_limits(void **state)
{
	struct set set;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (uint32_t i = 0; i < ARTICLES; i++) {
		set.sheets[i] = (struct sheet){.source = "Journal"};
		set.sheets[i].text = arena_format(
			&arena, "%s\n%s", LETTER LETTER LETTER LETTER, i % 2 ? "Rien." : topics[i]);
	}
	set.documents = archive_of(set.sheets, ARTICLES, &arena);
	furniture_make(set.documents, ARTICLES, set.kinds, &arena);
	for (uint32_t i = 0; i < ARTICLES; i += 2)
		CHECK_CASE("never next to the whole body", set.kinds[i + 1][0] == LINE_PARAGRAPH);
	make(&set, LETTER, ARTICLES, 1, &arena);
	set.documents[0].article->lines[1].kind = LINE_FURNITURE;
	furniture_make(set.documents, ARTICLES, set.kinds, &arena);
	CHECK_CASE("what is furniture stays so", set.kinds[0][1] == LINE_FURNITURE);
	furniture_make(NULL, 0, NULL, &arena);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_recurring),
		cmocka_unit_test(test_folders),
		cmocka_unit_test(test_copies),
		cmocka_unit_test(test_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
