/*
 * What stories and related articles cost: reads an archive whole, tells the processor's time for
 * that, the share of it that finding the stories and near-duplicates takes, and how long an
 * article waits for its related ones.
 *
 *   related FOLDER [CACHE]      CACHE: where the program keeps what it knows of the archive
 */

#define _XOPEN_SOURCE 700
#include "store/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ASKED 1000u
#define RELATED 10u
#define SECONDS_A_DAY 86400

static double now(clockid_t clock)
{
	struct timespec time;

	clock_gettime(clock, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static int by_time(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

/* Asks for the related articles of as many, taken evenly. */
static void ask(const struct epoch *epoch)
{
	uint32_t count = epoch_count(epoch), asked = ASKED < count ? ASKED : count;
	struct arena arena;
	struct related_article *related;

	arena_init(&arena);
	double *times = ARENA_ARRAY(&arena, double, (size_t)asked + 1);
	for (uint32_t i = 0; i < asked; i++) {
		struct arena_mark mark = arena_mark(&arena);
		double since = now(CLOCK_THREAD_CPUTIME_ID);
		epoch_related(epoch, (article_id)((uint64_t)i * count / asked), RELATED, &related,
			&arena);
		times[i] = now(CLOCK_THREAD_CPUTIME_ID) - since;
		arena_rewind(&arena, mark);
	}
	qsort(times, asked, sizeof *times, by_time);
	if (asked)
		printf("  related: %u asked, median %.2f ms, 95 %% %.2f ms, worst %.2f ms\n",
			(unsigned)asked, times[asked / 2] * 1e3,
			times[(size_t)asked * 95 / 100] * 1e3, times[asked - 1] * 1e3);
	arena_clear(&arena);
}

int main(int argc, char **argv)
{
	const char *path = argc > 1 ? argv[1] : ".";
	struct load_options options = {.paths = &path,
		.path_count = 1,
		.max_size = LOAD_MAX_SIZE_DEFAULT,
		.cache_folder = argc > 2 ? argv[2] : NULL,
		.now_ns = INT64_MAX,
		.today = argc > 2 ? (int32_t)(time(NULL) / SECONDS_A_DAY) : DAY_NONE,
		.whole = true};
	struct fault why = {0};
	struct load *load = NULL;

	if (load_open(&load, &options, &why)) {
		fprintf(stderr, "%s\n", why.words);
		return 1;
	}
	double wall = now(CLOCK_MONOTONIC);
	const struct epoch *epoch = load_wait(load);
	wall = now(CLOCK_MONOTONIC) - wall;
	printf("  load: %.1f s by the clock, %.1f s of processors\n", wall,
		now(CLOCK_PROCESS_CPUTIME_ID));
	ask(epoch);
	load_close(load);
	return 0;
}
