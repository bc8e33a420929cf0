/*
 * Writes src/know/related-background-data.c: in how many articles of a collection each of the
 * commonest stems stands.
 *
 *     background FILE…    French texts in UTF-8, an article each
 */

#include "extract/terms.h"
#include "text/calendar.h"
#include "text/fold.h"
#include "text/word.h"

#include "know/related-background.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORDS_MOST 6000u
#define ARTICLES_LEAST 2u
#define COLUMNS 96

struct count {
	struct span stem;
	uint32_t articles;
};

static _Noreturn void give_up(const char *path)
{
	perror(path);
	exit(1);
}

static struct span read_file(const char *path, struct arena *arena)
{
	FILE *file = fopen(path, "rb");
	long len;

	if (!file || fseek(file, 0, SEEK_END) || (len = ftell(file)) < 0 ||
		fseek(file, 0, SEEK_SET))
		give_up(path);
	char *bytes = arena_alloc(arena, (size_t)len + 1);
	if (fread(bytes, 1, (size_t)len, file) != (size_t)len)
		give_up(path);
	fclose(file);
	return (struct span){bytes, (size_t)len};
}

/* Names of days are in every article, as far as they tell anything. */
static void mark_days(
	struct span text, struct stemmer *stemmer, struct map *all, struct arena *arena)
{
	struct words it = words_of(text);
	struct word word;
	bool made;

	while (words_next(&it, &word)) {
		struct span raw = span_cut(text, word.start, word.end), folded = fold(raw, arena);
		if (word.capitalised || (!month_named(folded) && weekday_named(folded) < 0))
			continue;
		map_put(all, stem(stemmer, LANGUAGE_FR, raw, arena), &made)->value = 1;
	}
}

static void count_article(
	struct span text, struct stemmer *stemmer, struct map *counts, struct arena *arena)
{
	struct line line = {{0, (uint32_t)text.len}, LINE_PARAGRAPH};
	struct article article = {.text = text,
		.language = LANGUAGE_FR,
		.lines = &line,
		.line_count = 1,
		.title_from = FROM_LEAD};
	struct vocabulary vocabulary;
	struct article_words words;
	struct terms terms;
	uint32_t word_count;
	bool made;

	vocabulary_init(&vocabulary, stemmer, arena);
	words_read(&words, &article, &vocabulary, arena);
	terms_extract(&words, &terms, &word_count, arena);
	for (uint32_t i = 0; i < terms.count; i++)
		map_put(counts, term_stem(&terms, i), &made)->value++;
}

static int by_count(const void *a, const void *b)
{
	const struct count *x = a, *y = b;

	if (x->articles != y->articles)
		return x->articles < y->articles ? 1 : -1;
	return span_compare(x->stem, y->stem);
}

static int by_stem(const void *a, const void *b)
{
	const struct count *x = a, *y = b;

	return span_compare(x->stem, y->stem);
}

static void print(const struct count *counts, uint32_t count, int files)
{
	int column = COLUMNS;

	printf("#include \"know/related-background.h\"\n\n"
	       "/* Made by tests/train/background from the %d articles of WiNER-fr, 2016 and "
	       "2017:\n"
	       " * texts of French Wikinews (CC BY 2.5), gathered by Yoann Dupont. */\n"
	       "/* clang-format off */\n"
	       "const struct related_background_word related_background_words[] = {",
		files);
	for (uint32_t i = 0; i < count; i++) {
		int width = (int)counts[i].stem.len +
			    (counts[i].articles < 10           ? 1
				    : counts[i].articles < 100 ? 2
							       : 3) +
			    7;
		if (column + width > COLUMNS) {
			printf("\n\t");
			column = 8;
		} else {
			printf(" ");
		}
		printf("{\"%.*s\",%u},", (int)counts[i].stem.len, counts[i].stem.at,
			counts[i].articles);
		column += width;
	}
	printf("\n};\n/* clang-format on */\n"
	       "const size_t related_background_count =\n"
	       "\tsizeof related_background_words / sizeof related_background_words[0];\n");
}

int main(int argc, char **argv)
{
	struct arena arena;
	struct map counts, all;
	struct stemmer *stemmer = stemmer_open();
	VEC(struct count) table = {.count = 0};

	arena_init(&arena);
	map_init(&counts, &arena);
	map_init(&all, &arena);
	for (int i = 1; i < argc; i++) {
		struct span text = read_file(argv[i], &arena);
		count_article(text, stemmer, &counts, &arena);
		mark_days(text, stemmer, &all, &arena);
	}
	for (uint32_t i = 0; i < counts.count; i++) {
		struct map_entry *entry = &counts.entries[i];
		bool is_day = map_get(&all, entry->key) != NULL;
		if (entry->key.len < RELATED_BACKGROUND_STEM && entry->value >= ARTICLES_LEAST)
			*vec_push(&arena, &table) = (struct count){
				entry->key, is_day ? (uint32_t)argc - 1 : entry->value};
	}
	qsort(table.at, table.count, sizeof *table.at, by_count);
	if (table.count > WORDS_MOST)
		table.count = WORDS_MOST;
	fprintf(stderr, "%u stems, the rarest in %u articles\n", table.count,
		table.count ? table.at[table.count - 1].articles : 0);
	qsort(table.at, table.count, sizeof *table.at, by_stem);
	print(table.at, table.count, argc - 1);
	stemmer_close(stemmer);
	arena_clear(&arena);
	return 0;
}
