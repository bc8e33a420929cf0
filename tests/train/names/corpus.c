#include "corpus.h"

#include "article/format.h"
#include "base/buf.h"
#include "text/utf8.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

#define PATHS_MOST 100000

/* What nftw finds: it hands nothing through. */
static char *paths[PATHS_MOST];
static size_t path_count;

static int note_path(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	struct span name = span_of(path);

	(void)status;
	(void)place;
	if (kind == FTW_F && span_ends(name, SPAN(".ann")) && path_count < PATHS_MOST) {
		paths[path_count] = strdup(path);
		path_count += paths[path_count] != NULL;
	}
	return 0;
}

static int compare_paths(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static struct span read_file(const char *path, struct arena *arena)
{
	struct buf bytes;
	char block[1 << 16];
	FILE *file = fopen(path, "rb");

	buf_init(&bytes, arena);
	for (size_t len; file && (len = fread(block, 1, sizeof block, file)) > 0;)
		buf_add(&bytes, (struct span){block, len});
	if (file)
		fclose(file);
	return buf_span(&bytes);
}

/* The byte at which the code point of that number begins. */
static size_t byte_of(struct span text, unsigned long point)
{
	size_t at = 0;

	while (point-- > 0 && at < text.len)
		utf8_next(text, &at);
	return at;
}

/* Persons come first, then what begins first, then what is longest. */
static int compare_marks(const void *x, const void *y)
{
	const struct marked *a = x, *b = y;
	bool person = a->label == LABEL_BEGIN;

	if (person != (b->label == LABEL_BEGIN))
		return person ? -1 : 1;
	if (a->at.start != b->at.start)
		return a->at.start < b->at.start ? -1 : 1;
	return a->at.end > b->at.end ? -1 : a->at.end < b->at.end;
}

/* "T1<tab>Person 12 25<tab>…"; the end of a broken span ("12 15;20 25") is its last number. */
static bool read_mark(const struct article *article, struct span line, struct marked *marked)
{
	static const struct {
		const char *name;
		enum label label;
	} kinds[] = {{"Person", LABEL_BEGIN}, {"Organization", LABEL_BODY},
		{"Location", LABEL_PLACE}, {"Event", LABEL_THING}, {"Product", LABEL_THING}};
	size_t tab = span_find(line, SPAN("\t"), 0);
	size_t blank = span_find(line, SPAN(" "), tab);
	struct span name = span_cut(line, tab + 1, blank);
	char *end;

	for (size_t i = 0; blank < line.len && line.at[0] == 'T' && i < COUNT(kinds); i++) {
		if (!span_is(name, kinds[i].name))
			continue;
		unsigned long from = strtoul(line.at + blank, &end, 10), to = from;
		while (*end == ' ' || *end == ';')
			to = strtoul(end + 1, &end, 10);
		marked->at = (struct extent){(uint32_t)byte_of(article->text, from),
			(uint32_t)byte_of(article->text, to)};
		marked->label = kinds[i].label;
		return true;
	}
	return false;
}

static void read_marks(struct sample *sample, struct span lines, struct arena *arena)
{
	struct marked marked;
	struct span line;

	while (span_line(&lines, &line))
		if (read_mark(sample->article, line, &marked))
			*vec_push(arena, &sample->marks) = marked;
	if (sample->marks.count)
		qsort(sample->marks.at, sample->marks.count, sizeof *sample->marks.at,
			compare_marks);
}

void corpus_read(struct samples *samples, const char *folder, struct arena *arena)
{
	struct vocabulary vocabulary;

	vocabulary_init(&vocabulary, NULL, arena);
	nftw(folder, note_path, 16, FTW_PHYS);
	if (path_count == 0) {
		fprintf(stderr, "no .ann under %s\n", folder);
		exit(2);
	}
	qsort(paths, path_count, sizeof *paths, compare_paths);
	for (size_t i = 0; i < path_count; i++) {
		struct article_list list = {0};
		struct span stem = span_cut(span_of(paths[i]), 0, strlen(paths[i]) - 4);
		const char *path = arena_format(arena, "%.*s.txt", (int)stem.len, stem.at);
		if (format_read(read_file(path, arena), path, &vocabulary, arena, &list, NULL) !=
				OK ||
			list.count == 0)
			continue;
		struct sample *sample = vec_push(arena, samples);
		sample->path = path;
		sample->article = list.at[0];
		read_marks(sample, read_file(paths[i], arena), arena);
		free(paths[i]);
	}
	path_count = 0;
}
