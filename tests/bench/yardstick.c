/*
 * What the machine can do, to measure by: prints seconds.
 *
 *   yardstick read PATH          every file is read, by two threads
 *   yardstick look PATH          every folder is read and every file asked for its state
 *   yardstick write PATH BYTES   so many bytes are written and on the disk
 *   yardstick forget PATH        its pages leave the page cache
 */

#define _XOPEN_SOURCE 700
#include "bench/texts.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define READERS 2
#define BLOCK ((size_t)1 << 20)

struct reading {
	const struct texts *texts;
	atomic_size_t next;
};

static void *read_some(void *context)
{
	struct reading *reading = context;
	char *bytes = NULL;
	size_t room = 0, i;

	while ((i = atomic_fetch_add(&reading->next, 1)) < reading->texts->count)
		text_read(reading->texts->paths[i], &bytes, &room);
	free(bytes);
	return NULL;
}

static void read_all(const char *path, const char *count)
{
	struct texts texts = texts_find(path);
	struct reading reading = {.texts = &texts};
	pthread_t threads[READERS];

	(void)count;
	for (int i = 0; i < READERS; i++)
		if (pthread_create(&threads[i], NULL, read_some, &reading))
			exit(2);
	for (int i = 0; i < READERS; i++)
		pthread_join(threads[i], NULL);
	texts_clear(&texts);
}

static void look(const char *path, const char *count)
{
	struct texts texts = texts_find(path); /* which asks every file for its state */

	(void)count;
	texts_clear(&texts);
}

static void write_file(const char *path, const char *count)
{
	size_t left = strtoull(count, NULL, 10);
	char *block = malloc(BLOCK);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	memset(block, 'x', BLOCK);
	while (fd >= 0 && left > 0) {
		ssize_t put = write(fd, block, left < BLOCK ? left : BLOCK);
		if (put <= 0)
			break;
		left -= (size_t)put;
	}
	if (fd < 0 || left > 0 || fsync(fd) || close(fd)) {
		perror(path);
		exit(2);
	}
	free(block);
}

static void forget(const char *path, const char *count)
{
	struct texts texts = texts_find(path);

	(void)count;
	for (size_t i = 0; i < texts.count; i++) {
		int fd = open(texts.paths[i], O_RDONLY | O_CLOEXEC);
		fdatasync(fd); /* what is not written yet cannot be forgotten */
		posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
		close(fd);
	}
	texts_clear(&texts);
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*measure)(const char *path, const char *count);
		int arguments;
	} measures[] = {{"read", read_all, 1}, {"look", look, 1}, {"write", write_file, 2},
		{"forget", forget, 1}};

	for (size_t i = 0; argc > 2 && i < sizeof measures / sizeof *measures; i++) {
		if (strcmp(argv[1], measures[i].name) != 0 || argc != 2 + measures[i].arguments)
			continue;
		double since = clock_seconds();
		measures[i].measure(argv[2], argc > 3 ? argv[3] : NULL);
		printf("%.6f\n", clock_seconds() - since);
		return 0;
	}
	fprintf(stderr, "yardstick: yardstick read|look|forget PATH, write PATH BYTES\n");
	return 2;
}
