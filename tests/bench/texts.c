#define _XOPEN_SOURCE 700
#include "bench/texts.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define FOLDERS_OPEN 32

/* nftw hands nothing on: what is being found, while it is. */
static struct texts *finding;

static int note(const char *path, const struct stat *st, int kind, struct FTW *place)
{
	(void)place;
	if (kind != FTW_F)
		return 0;
	if (finding->count == finding->room) {
		finding->room = finding->room ? 2 * finding->room : 1024;
		finding->paths = realloc(finding->paths, finding->room * sizeof *finding->paths);
	}
	finding->paths[finding->count++] = strdup(path);
	finding->bytes += (uint64_t)st->st_size;
	return 0;
}

struct texts texts_find(const char *path)
{
	struct texts texts = {0};

	finding = &texts;
	if (nftw(path, note, FOLDERS_OPEN, FTW_PHYS) != 0 || texts.count == 0) {
		fprintf(stderr, "%s: no files\n", path);
		exit(2);
	}
	finding = NULL;
	return texts;
}

void texts_clear(struct texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		free(texts->paths[i]);
	free(texts->paths);
}

size_t text_read(const char *path, char **bytes, size_t *room)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	size_t len = 0;
	ssize_t got;

	if (fd < 0) {
		perror(path);
		exit(2);
	}
	do {
		if (*room - len < 65536)
			*bytes = realloc(*bytes, *room += *room + 65536);
		got = read(fd, *bytes + len, *room - len);
		len += got > 0 ? (size_t)got : 0;
	} while (got > 0);
	close(fd);
	return len;
}

void text_each(const char *path, char *bytes, size_t len,
	void (*take)(void *whom, const char *text, size_t len), void *whom)
{
	size_t name = strlen(path);
	bool lines = name > 6 && strcmp(path + name - 6, ".jsonl") == 0;

	for (size_t at = 0; at < len;) {
		const char *end = lines ? memchr(bytes + at, '\n', len - at) : NULL;
		size_t stop = end ? (size_t)(end - bytes) : len;
		take(whom, bytes + at, stop - at);
		at = stop + 1;
	}
}

double clock_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}
