#ifndef DEPECHE_TESTS_STAGE_H
#define DEPECHE_TESTS_STAGE_H

/*
 * A small archive in a temporary folder, opened and on the screen: what the tests of this floor
 * play on.  Six articles of six days, latest first in the list: ids 5 4 3 2 1 0.
 */

#include "unit/check.h"

#include "app/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STAGE_ARTICLES 6

struct stage {
	char folder[64];
	struct load *load;
	struct app app;
	int64_t now;
	const char *corrections; /* the file; null */
};

/* clang-format off */
static const struct {
	const char *title, *day, *lead;
} stage_articles[STAGE_ARTICLES] = {
	{"Premiers pourparlers au bord du lac", "4 janvier 2020",
		"M. Igor Malenko a ouvert lundi les pourparlers sur le partage des eaux du lac."},
	{"Deux capitales se renvoient la balle", "12 mars 2020",
		"Mme Claire Dubreuil a reproché à M. Igor Malenko la lenteur de ses services. "
		"« Nous attendons une réponse écrite depuis quatre mois », a déclaré Claire Dubreuil."},
	{"Un accord se dessine sur les barrages", "20 avril 2021",
		"M. Igor Malenko et Mme Claire Dubreuil ont annoncé un accord sur les barrages."},
	{"Les pêcheurs attendent leur part", "2 mai 2021",
		"Les pêcheurs du lac ont écrit à Mme Claire Dubreuil pour demander leur part."},
	{"Étiage : la navigation suspendue", "9 mai 2021",
		"Le niveau du lac a encore baissé et la navigation est suspendue jusqu'à l'automne."},
	{"Le traité des barrages est signé", "30 juin 2022",
		"M. Igor Malenko a signé jeudi le traité des barrages avec Mme Claire Dubreuil."},
};
/* clang-format on */

/* What each goes on about: without it they would be versions of one text. */
static const char *const stage_subjects[STAGE_ARTICLES] = {
	"les rives du lac, les villages qui le bordent, la patience de leurs habitants et le "
	"travail des garçons qui mesurent chaque matin la hauteur de l'eau",
	"la salle des séances, les interprètes dans leurs cabines, les dossiers rangés par couleur "
	"et la fatigue des conseillers que personne ne relève avant minuit",
	"le chantier de la digue, les camions qui montent à la file, le bruit des perceuses sous "
	"la voûte et les plans que le vent arrache aux mains des contremaîtres",
	"le port à l'aube, les filets mis à sécher, les prix affichés à la criée et la colère "
	"sourde des patrons qui comptent les jours perdus depuis le début du mois",
	"les péniches à l'amarre, les éclusiers assis à l'ombre, les céréales qui attendent dans "
	"les silos et les touristes que la vase découverte fait rire ou fuir",
	"la cérémonie dans la vieille mairie, les drapeaux sortis du grenier, la fanfare un peu "
	"fausse et les deux stylos que l'on garde désormais sous une cloche de verre"};

static inline void stage_write(const struct stage *stage, int i)
{
	char path[96];
	snprintf(path, sizeof path, "%s/%d.txt", stage->folder, i);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "%s\n\nPublié le %s\n\n%s\n\n", stage_articles[i].title,
		stage_articles[i].day, stage_articles[i].lead);
	for (int p = 0; p < 12; p++)
		fprintf(file,
			"Paragraphe %d, ingénieurs : %s ; on y revient plus loin, car %s. %s\n\n",
			p + 1, stage_subjects[i], stage_subjects[i],
			p == 9 ? stage_articles[i].lead : "");
	fprintf(file, "Partager sur Facebook\nPartager sur Twitter\nS'abonner à la newsletter\n");
	fclose(file);
}

static inline void stage_load(struct stage *stage, bool fresh)
{
	const char *paths[] = {stage->folder};
	struct load_options options = {.paths = paths,
		.path_count = 1,
		.max_size = LOAD_MAX_SIZE_DEFAULT,
		.workers = 2,
		.people_file = stage->app.people_file,
		.corrections_file = stage->corrections,
		.today = DAY_NONE};
	struct load *former = stage->load;
	struct fault why;

	assert_int_equal(load_open(&stage->load, &options, &why), OK);
	const struct epoch *epoch = load_wait(stage->load);
	app_take(&stage->app, epoch, load_progress(stage->load), fresh);
	if (former)
		load_close(former);
}

static inline void stage_open_with(struct stage *stage, int rows, int cols, struct journal *journal)
{
	*stage = (struct stage){.folder = "/tmp/depeche-stage-XXXXXX"};
	assert_non_null(mkdtemp(stage->folder));
	for (int i = 0; i < STAGE_ARTICLES; i++)
		stage_write(stage, i);
	app_init(&stage->app, journal, "stage");
	app_resize(&stage->app, rows, cols);
	stage_load(stage, false);
	assert_int_equal(stage->app.listed_count, STAGE_ARTICLES);
}

static inline void stage_open(struct stage *stage, int rows, int cols)
{
	stage_open_with(stage, rows, cols, NULL);
}

/* Makes article 3 a reprint of article 2, two days later, so that both are one story. */
static inline void stage_reprint(struct stage *stage)
{
	char from[96], to[96], bytes[8192];

	snprintf(from, sizeof from, "%s/2.txt", stage->folder);
	snprintf(to, sizeof to, "%s/3.txt", stage->folder);
	FILE *in = fopen(from, "r"), *out = fopen(to, "w");
	assert_non_null(in);
	assert_non_null(out);
	size_t len = fread(bytes, 1, sizeof bytes, in);
	assert_true(len > 0 && len < sizeof bytes);
	bytes[len] = 0;
	char *day = strstr(bytes, "20 avril");
	assert_non_null(day);
	day[1] = '2';
	assert_int_equal(fwrite(bytes, 1, len, out), len);
	fputs("Une phrase de plus.\n", out);
	fclose(in);
	fclose(out);
	stage_load(stage, true);
}

static inline void stage_open_correcting(
	struct stage *stage, int rows, int cols, const char *corrections)
{
	stage_open(stage, rows, cols);
	stage->corrections = stage->app.corrections_file = corrections;
}

static inline void stage_close(struct stage *stage)
{
	char path[96];

	app_clear(&stage->app);
	load_close(stage->load);
	for (int i = 0; i < STAGE_ARTICLES; i++) {
		snprintf(path, sizeof path, "%s/%d.txt", stage->folder, i);
		unlink(path);
	}
	rmdir(stage->folder);
}

static inline void stage_key(struct stage *stage, uint32_t key)
{
	app_key(&stage->app, key, stage->now += 10);
}

/* Every byte of keys is a key; "\n" is Enter. */
static inline void stage_type(struct stage *stage, const char *keys)
{
	for (; *keys; keys++)
		stage_key(stage, (unsigned char)*keys);
}

/* What must hold after every key, whatever it did. */
static inline void stage_check(const char *label, const struct stage *stage)
{
	const struct app *app = &stage->app;

	CHECK_CASE(label, strlen(app->message) < sizeof app->message);
	if (app->listed_count == 0) {
		CHECK_CASE(label, app->list.selected == ARTICLE_NONE);
		CHECK_CASE(label, app->reader.article == ARTICLE_NONE);
		return;
	}
	CHECK_CASE(label, app->selected_place < app->listed_count);
	CHECK_CASE(label, app->listed[app->selected_place] == app->list.selected);
	CHECK_CASE(label, app->reader.article == app->list.selected);
	for (uint32_t i = 0; i < app->listed_count; i++)
		CHECK_CASE(
			label, app_is_inside(app, app->listed[i]) || app->listed[i] == app->kept);
	CHECK_CASE(label, app->page_top == 0 || app->page_top < app->page.row_count);
	CHECK_CASE(
		label, app->sidebar_row_count == 0 || app->sidebar.cursor < app->sidebar_row_count);
	CHECK_CASE(label, app->related_count == 0 || app->related.cursor < app->related_count);
	int rows = app->panes.pane[PANE_LIST].rows / app->list_lines;
	if (rows > 0)
		CHECK_CASE(label, app->selected_place >= app->list.top &&
					  app->selected_place < app->list.top + (uint32_t)rows);
}

#endif
