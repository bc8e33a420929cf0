/*
 * How fast one thread reads, floor by floor: every file given is read and taken to pieces so many
 * times, and the processor's time is told for each step.  A driver for profilers too.
 *
 *   floors TIMES FILE…
 */

#define _XOPEN_SOURCE 700
#include "article/format.h"
#include "extract/days.h"
#include "extract/names-token.h"
#include "extract/names.h"
#include "extract/quotes.h"
#include "extract/roles.h"
#include "extract/terms.h"
#include "store/segment.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum step {
	STEP_READ,
	STEP_WORDS,
	STEP_NAMES,
	STEP_ROLES,
	STEP_DAYS,
	STEP_QUOTES,
	STEP_TERMS,
	STEP_PRINTS,
	STEP_SEGMENT,
	STEP_COUNT
};

static const char *const step_names[] = {"decode, layout", "words", "names", "functions", "days",
	"quotes", "terms", "prints", "segment"};

struct measure {
	struct stemmer *stemmer;
	struct vocabulary vocabulary;
	struct arena arena;
	double seconds[STEP_COUNT];
	uint64_t bytes, articles;
};

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* What has gone by since *since, which becomes now. */
static void tell(struct measure *measure, enum step step, double *since)
{
	double time = now();

	measure->seconds[step] += time - *since;
	*since = time;
}

static void take_apart(struct measure *measure, const struct article *article, struct arena *arena)
{
	struct evidence *evidence = ARENA_NEW(arena, struct evidence);
	struct article_words words;
	struct article_tokens tokens;
	double since = now();

	words_read(&words, article, &measure->vocabulary, arena);
	tell(measure, STEP_WORDS, &since);
	article_tokens_init(&tokens, &measure->vocabulary);
	names_extract(article, &tokens, &evidence->names, &evidence->entities, arena);
	tell(measure, STEP_NAMES, &since);
	roles_extract(article, &tokens, &evidence->names, &evidence->roles, arena);
	tell(measure, STEP_ROLES, &since);
	days_extract(&words, &evidence->days, arena);
	tell(measure, STEP_DAYS, &since);
	quotes_extract(article, &tokens, &evidence->quotes, arena);
	article_tokens_clear(&tokens);
	tell(measure, STEP_QUOTES, &since);
	terms_extract(&words, &evidence->terms, &evidence->word_count, arena);
	tell(measure, STEP_TERMS, &since);
	evidence->line_prints = prints_extract(&words, arena);
	tell(measure, STEP_PRINTS, &since);
	draft_make(&words, evidence, arena);
	tell(measure, STEP_SEGMENT, &since);
	measure->articles++;
}

static void read_file(struct measure *measure, struct span bytes, const char *path)
{
	struct article_list articles = {0};
	struct fault why = {0};
	double since = now();
	enum err err =
		format_read(bytes, path, &measure->vocabulary, &measure->arena, &articles, &why);

	tell(measure, STEP_READ, &since);
	measure->bytes += bytes.len;
	for (uint32_t i = 0; err == OK && i < articles.count; i++)
		take_apart(measure, articles.at[i], &measure->arena);
}

static struct span bytes_of(const char *path, struct arena *arena)
{
	FILE *file = fopen(path, "rb");
	struct span bytes = SPAN("");
	long len;

	if (!file)
		return bytes;
	if (fseek(file, 0, SEEK_END) == 0 && (len = ftell(file)) > 0 &&
		fseek(file, 0, SEEK_SET) == 0) {
		char *at = arena_alloc(arena, (size_t)len);
		bytes = (struct span){at, fread(at, 1, (size_t)len, file)};
	}
	fclose(file);
	return bytes;
}

static void print(const struct measure *measure)
{
	double megabytes = (double)measure->bytes / 1e6, all = 0;

	for (int step = 0; step < STEP_COUNT; step++)
		all += measure->seconds[step];
	printf("%.0f articles, %.2f MB, %.3f s: %.1f MB/s\n", (double)measure->articles, megabytes,
		all, megabytes / all);
	for (int step = 0; step < STEP_COUNT; step++)
		printf("  %-20s %6.0f ns/KB %5.1f %%\n", step_names[step],
			measure->seconds[step] * 1e6 / megabytes,
			measure->seconds[step] * 100 / all);
}

int main(int argc, char **argv)
{
	struct measure measure = {.stemmer = stemmer_open()};
	struct arena files, known;

	arena_init(&files);
	arena_init(&known);
	arena_init(&measure.arena);
	vocabulary_init(&measure.vocabulary, measure.stemmer, &known);
	struct span *bytes = ARENA_ARRAY(&files, struct span, (size_t)argc);
	for (int i = 2; i < argc; i++)
		bytes[i] = bytes_of(argv[i], &files);
	for (int times = argc > 1 ? atoi(argv[1]) : 0; times > 0; times--)
		for (int i = 2; i < argc; i++) {
			struct arena_mark mark = arena_mark(&measure.arena);
			read_file(&measure, bytes[i], argv[i]);
			arena_rewind(&measure.arena, mark);
		}
	print(&measure);
	stemmer_close(measure.stemmer);
	arena_clear(&measure.arena);
	arena_clear(&known);
	arena_clear(&files);
	return 0;
}
