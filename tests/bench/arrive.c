/*
 * What articles cost that come to an archive: how long they take to be read by themselves, and how
 * long from then on until there is an epoch that has them with the others.
 *
 *   arrive FOLDER CACHE FRESH     CACHE: where the program keeps what it knows of the archive
 */

#define _XOPEN_SOURCE 700
#include "store/archive.h"
#include "store/epoch-extend.h"
#include "store/load.h"

#include <stdio.h>
#include <time.h>

#define TIMES 20
#define SECONDS_A_DAY 86400

static double now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

/* Null, and says why, when it cannot be read. */
static struct load *read_whole(const char *path, const char *cache)
{
	struct load_options options = {.paths = &path,
		.path_count = 1,
		.max_size = LOAD_MAX_SIZE_DEFAULT,
		.cache_folder = cache,
		.now_ns = INT64_MAX,
		.today = (int32_t)(time(NULL) / SECONDS_A_DAY),
		.whole = true};
	struct fault why = {0};
	struct load *load = NULL;

	if (load_open(&load, &options, &why)) {
		fprintf(stderr, "%s\n", why.words);
		return NULL;
	}
	load_wait(load);
	return load;
}

int main(int argc, char **argv)
{
	if (argc < 4)
		return 2;
	struct load *archive = read_whole(argv[1], argv[2]);
	double since = now_ms();
	struct load *fresh = archive ? read_whole(argv[3], NULL) : NULL;
	if (!fresh)
		return 1;
	printf("read %.2f\n", now_ms() - since);
	for (int i = 0; i < TIMES; i++) {
		since = now_ms();
		struct epoch *both = epoch_extend(load_take(archive), load_take(fresh), NULL, 0);
		printf("extended %.2f\n", now_ms() - since);
		epoch_close(both);
	}
	load_close(fresh);
	load_close(archive);
	return 0;
}
