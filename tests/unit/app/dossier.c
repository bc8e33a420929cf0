#include "unit/app/stage.h"

#include "app/dossier.h"

static const struct dossier_line *line_of(
	const struct dossier *dossier, enum dossier_section section, const char *text)
{
	const struct dossier_lines *lines = &dossier->sections[section];

	for (uint32_t i = 0; i < lines->count; i++)
		if (span_is(lines->at[i].text, text))
			return &lines->at[i];
	return NULL;
}

static void make(
	const struct stage *stage, const char *name, struct dossier *dossier, struct arena *arena)
{
	uint32_t actor = epoch_actor_find(stage->app.epoch, span_of(name));

	assert_true(actor != ACTOR_NONE);
	dossier_make(stage->app.epoch, actor, dossier, arena);
}

static void test_sections(void **state)
{
	struct stage stage;
	struct dossier dossier;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	stage_open(&stage, 36, 120);
	make(&stage, "Claire Dubreuil", &dossier, &arena);
	CHECK_TEXT("in short", span_of(dossier.summary),
		SPAN("named in 4 articles · 2 quotations · 12 Mar 2020 – 30 Jun 2022"));
	const struct dossier_line *line = line_of(&dossier, DOSSIER_WITH, "Igor Malenko");
	CHECK_CASE("three of the other's four articles name both",
		line && line->here == 3 && line->all == 4);
	CHECK_CASE("nobody is named with oneself",
		!line_of(&dossier, DOSSIER_WITH, "Claire Dubreuil"));
	line = line_of(&dossier, DOSSIER_TIME, "2021");
	CHECK_CASE("two articles in a year", line && line->here == 2 && dossier.most == 2);
	CHECK_CASE("in April and in May", line && line->months && line->months[3] == 1 &&
						  line->months[4] == 1 && line->months[5] == 0 &&
						  dossier.most_month == 1);
	line = line_of(&dossier, DOSSIER_FORMS, "Claire Dubreuil");
	CHECK_CASE("a spelling and how often it stands there",
		line && line->here == 10 && line->article == 5 && !*line->note);
	CHECK_CASE("every article, the latest first",
		dossier.sections[DOSSIER_ARTICLES].count == 4 &&
			dossier.sections[DOSSIER_ARTICLES].at[0].article == 5);
	line = line_of(
		&dossier, DOSSIER_SAID, "“Nous attendons une réponse écrite depuis quatre mois”");
	CHECK_CASE("what was said, and where", line && line->article == 1 && line->place.start > 0);
	CHECK_TEXT("and when", span_of(line ? line->date : ""), SPAN("12 Mar 2020"));
	stage_close(&stage);
	arena_clear(&arena);
}

static void write_article(const struct stage *stage, int i, const char *day, const char *text)
{
	char path[96];

	snprintf(path, sizeof path, "%s/%d.txt", stage->folder, i);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "Une page de plus\n\nPublié le %s\n\n%s\n\n", day, text);
	for (int p = 0; p < 3; p++)
		fprintf(file, "On y revient plus loin, car %s.\n\n", stage_subjects[i + p]);
	fclose(file);
}

/* The periods that are shown for two articles of these days, with a blank between them. */
static void check_periods(const char *label, const char *first, const char *last, const char *want)
{
	struct stage stage;
	struct dossier dossier;
	struct arena arena;
	char got[256] = "";

	arena_init(&arena);
	stage_open(&stage, 36, 120);
	write_article(&stage, 0, first, "Mme Odile Ferrand a ouvert la séance au bord du fleuve.");
	write_article(
		&stage, 1, last, "Mme Odile Ferrand a clos la séance devant les journalistes.");
	stage_load(&stage, true);
	make(&stage, "Odile Ferrand", &dossier, &arena);
	for (uint32_t i = 0; i < dossier.sections[DOSSIER_TIME].count; i++) {
		const struct dossier_line *line = &dossier.sections[DOSSIER_TIME].at[i];
		size_t len = strlen(got);
		snprintf(got + len, sizeof got - len, "%s%.*s:%u", i ? ", " : "",
			(int)line->text.len, line->text.at, line->here);
	}
	CHECK_TEXT(label, span_of(got), span_of(want));
	stage_close(&stage);
	arena_clear(&arena);
}

static void test_periods(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *first, *last, *want;
	} cases[] = {
		{ "a few days by days", "3 mai 2021", "6 mai 2021",
			"3 May 2021:1, 4 May 2021:0, 5 May 2021:0, 6 May 2021:1" },
		{ "one day is one line", "3 mai 2021", "3 mai 2021", "3 May 2021:2" },
		{ "weeks and more by months", "3 mai 2021", "6 août 2021",
			"May 2021:1, Jun 2021:0, Jul 2021:0, Aug 2021:1" },
		{ "over the turn of a year too", "3 décembre 2020", "6 janvier 2021",
			"Dec 2020:1, Jan 2021:1" },
		{ "many empty months are one line", "3 janvier 2021", "6 juillet 2021",
			"Jan 2021:1, Feb 2021 – Jun 2021:0, Jul 2021:1" },
		{ "most of a year is a year", "3 janvier 2021", "6 décembre 2021", "2021:2" },
		{ "what lasts longer by years", "3 mai 2018", "6 août 2021",
			"2018:1, 2019:0, 2020:0, 2021:1" },
		{ "many empty years are one line", "3 mai 2001", "6 août 2021",
			"2001:1, 2002–2020:0, 2021:1" },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		check_periods(cases[i].label, cases[i].first, cases[i].last, cases[i].want);
}

static void test_functions(void **state)
{
	struct stage stage;
	struct dossier dossier;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	stage_open(&stage, 36, 120);
	write_article(&stage, 0, "3 mai 2021",
		"La ministre des Transports, Odile Ferrand, a ouvert la séance au bord du fleuve.");
	write_article(&stage, 1, "9 juin 2021",
		"La ministre des Transports, Odile Ferrand, a clos la séance de nuit.");
	stage_load(&stage, true);
	make(&stage, "Odile Ferrand", &dossier, &arena);
	const struct dossier_line *line =
		line_of(&dossier, DOSSIER_ROLES, "ministre des Transports");
	CHECK_CASE("a function in two articles", line && line->here == 2);
	CHECK_TEXT("its days", span_of(line ? line->note : ""), SPAN("3 May 2021 – 9 Jun 2021"));
	CHECK_CASE("where it was read first", line && line->article == 0 && line->place.start > 0);
	CHECK_CASE("a filter of it",
		line && line->filter->kind == CLAUSE_ROLE &&
			strcmp(line->filter->text, "ministre des Transports") == 0);
	stage_close(&stage);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sections),
		cmocka_unit_test(test_periods),
		cmocka_unit_test(test_functions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
