#ifndef DEPECHE_TESTS_KEEPING_H
#define DEPECHE_TESTS_KEEPING_H

/*
 * A stage with a journal in a folder of its own.
 */

#include "unit/app/stage.h"

#include <dirent.h>

static inline void keeping_remove(const char *folder)
{
	char path[512];
	DIR *dir = opendir(folder);

	for (struct dirent *entry; dir && (entry = readdir(dir));) {
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		unlink(path);
	}
	if (dir)
		closedir(dir);
	rmdir(folder);
}

static inline void keeping_open(struct stage *stage, const char *folder)
{
	struct journal *journal;
	struct fault why;

	assert_int_equal(journal_open(&journal, folder, &why), OK);
	stage_open_with(stage, 24, 80, journal);
}

static inline void keeping_close(struct stage *stage)
{
	struct journal *journal = stage->app.journal;

	stage_close(stage);
	journal_close(journal);
}

#endif
