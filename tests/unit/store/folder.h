#ifndef DEPECHE_TESTS_STORE_FOLDER_H
#define DEPECHE_TESTS_STORE_FOLDER_H

/* A folder of a test's own, gone with everything in it when the test is over. */

#include "base/arena.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct folder_made {
	struct arena arena;
	const char *path;
};

static inline void folder_init(struct folder_made *folder)
{
	const char *home = getenv("TMPDIR");

	arena_init(&folder->arena);
	char *path = arena_format(&folder->arena, "%s/store-XXXXXX", home ? home : "/tmp");
	assert_non_null(mkdtemp(path));
	assert_int_equal(chmod(path, 0755), 0);
	folder->path = path;
}

static inline int folder_remove_one(
	const char *path, const struct stat *st, int kind, struct FTW *where)
{
	(void)st;
	(void)kind;
	(void)where;
	return remove(path);
}

static inline void folder_clear(struct folder_made *folder)
{
	nftw(folder->path, folder_remove_one, 16, FTW_DEPTH | FTW_PHYS);
	arena_clear(&folder->arena);
}

static inline const char *folder_join(struct folder_made *folder, const char *name)
{
	return arena_format(&folder->arena, "%s/%s", folder->path, name);
}

static inline const char *folder_make(struct folder_made *folder, const char *name)
{
	const char *path = folder_join(folder, name);

	assert_int_equal(mkdir(path, 0755), 0);
	return path;
}

static inline const char *folder_write(
	struct folder_made *folder, const char *name, struct span bytes)
{
	const char *path = folder_join(folder, name);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	assert_true(fd >= 0);
	assert_true(write(fd, bytes.at, bytes.len) == (ssize_t)bytes.len);
	close(fd);
	return path;
}

static inline const char *folder_link(
	struct folder_made *folder, const char *name, const char *target)
{
	const char *path = folder_join(folder, name);

	assert_int_equal(symlink(target, path), 0);
	return path;
}

#endif
