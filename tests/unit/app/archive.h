#ifndef DEPECHE_TESTS_APP_ARCHIVE_H
#define DEPECHE_TESTS_APP_ARCHIVE_H

/* A small archive of our own for tests: files in a folder that goes away with it, loaded. */

#include "base/arena.h"
#include "store/load.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct sample {
	const char *name, *text;
};

struct archive_of_test {
	struct arena arena;
	char folder[64];
	const struct sample *samples;
	size_t count;
	struct load *load;
	const struct epoch *epoch;
};

/* Six reports on one dam, told apart by what each lacks. */
static const struct sample dam_samples[] = {
	{"a-2022.txt",
		"Le barrage de Vernay sera vidé avant l'hiver\n"
		"\n"
		"Par Nadia Ferrand\n"
		"Publié le 14 mars 2022 à 08h30\n"
		"\n"
		"Le préfet Étienne Marsac a confirmé lundi que le barrage de Vernay serait vidé. "
		"Selon Étienne Marsac, les vannes du barrage ne ferment plus depuis la crue.\n"
		"\n"
		"La maire de Vernay, Odile Castagne, réclame une expertise des vannes avant toute "
		"décision. Mme Castagne craint pour la faune de la retenue.\n"},
	{"b-2022.txt",
		"Vannes du barrage : une expertise est commandée\n"
		"\n"
		"Publié le 16 mars 2022\n"
		"\n"
		"Une expertise des vannes du barrage de Vernay a été commandée, a indiqué Étienne "
		"Marsac. Odile Castagne s'en est félicitée devant le conseil municipal.\n"
		"\n"
		"La retenue restera pleine jusqu'à la fin des travaux, a précisé M. Marsac.\n"},
	{"c-undated.txt",
		"Les pêcheurs de la vallée disent leur inquiétude pour les truites de la rivière. "
		"Ils demandent que la faune soit déplacée avant les travaux.\n"
		"\n"
		"Une réunion des associations se tiendra dans la salle des fêtes.\n"},
	{"d-english.txt",
		"River levels return to normal after the flood\n"
		"\n"
		"Published 3 April 2021\n"
		"\n"
		"The water agency said on Saturday that river levels had returned to normal in the "
		"whole of the valley after the flood of last month.\n"
		"\n"
		"Farmers said that they had lost most of their crops, and that they were still "
		"waiting for the money that they had been promised.\n"},
};

static void archive_begin(
	struct archive_of_test *archive, const struct sample *samples, size_t count)
{
	struct fault why = {0};
	const char *paths[1];
	struct load_options options = {.max_size = LOAD_MAX_SIZE_DEFAULT, .today = INT32_MIN};

	*archive = (struct archive_of_test){.samples = samples, .count = count};
	arena_init(&archive->arena);
	snprintf(archive->folder, sizeof archive->folder, "/tmp/depeche-archive-XXXXXX");
	assert_non_null(mkdtemp(archive->folder));
	for (size_t i = 0; i < count; i++) {
		FILE *file = fopen(
			arena_format(&archive->arena, "%s/%s", archive->folder, samples[i].name),
			"w");

		assert_non_null(file);
		fputs(samples[i].text, file);
		fclose(file);
	}
	paths[0] = archive->folder;
	options.paths = paths;
	options.path_count = 1;
	if (load_open(&archive->load, &options, &why))
		CHECK_FAILED("the archive opens: %s", why.words);
	archive->epoch = load_wait(archive->load);
	assert_non_null(archive->epoch);
}

static void archive_end(struct archive_of_test *archive)
{
	load_close(archive->load);
	for (size_t i = 0; i < archive->count; i++)
		unlink(arena_format(
			&archive->arena, "%s/%s", archive->folder, archive->samples[i].name));
	rmdir(archive->folder);
	arena_clear(&archive->arena);
}

#endif
