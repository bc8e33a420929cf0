#include "years.h"

#include "article/format.h"
#include "extract/extract.h"
#include "store/files.h"
#include "store/load.h"

#include <stdio.h>
#include <stdlib.h>

static void take(struct year *year, const struct file *file, struct vocabulary *vocabulary,
	struct numbering *numbering, struct arena *scratch)
{
	struct article_list articles = {0};
	struct fault why = {0};
	const char *reason = NULL;
	struct span bytes;
	size_t len = strlen(file->path);

	/* Notes of the collection lie beside the articles, whose names end in a number. */
	if (len < 5 || strcmp(file->path + len - 4, ".txt") || file->path[len - 5] < '0' ||
		file->path[len - 5] > '9')
		return;
	if (file_read(file, LOAD_MAX_SIZE_DEFAULT, &bytes, &reason, scratch) != FILE_READ ||
		format_read(bytes, file->path, vocabulary, &year->arena, &articles, &why))
		return;
	for (uint32_t i = 0; i < articles.count; i++) {
		struct article_words words;
		words_read(&words, articles.at[i], vocabulary, &year->arena);
		archive_take(&year->archive,
			draft_make(&words, extract(&words, &year->arena), &year->arena), numbering);
	}
}

static void take_all(struct year *year, const char *path)
{
	struct stemmer *stemmer = stemmer_open();
	struct file_list files = {0};
	struct vocabulary vocabulary;
	struct numbering numbering;
	struct arena scratch;
	uint32_t passed_over = 0;
	atomic_bool stop;

	arena_init(&scratch);
	atomic_init(&stop, false);
	vocabulary_init(&vocabulary, stemmer, &year->arena);
	numbering_init(&numbering, &vocabulary);
	files_find(&path, 1, NULL, &stop, &files, &passed_over, &year->arena);
	for (uint32_t i = 0; i < files.count; i++)
		take(year, &files.at[i], &vocabulary, &numbering, &scratch);
	numbering_clear(&numbering);
	stemmer_close(stemmer);
	arena_clear(&scratch);
}

void year_read(struct year *year, const char *folder, const char *name, const struct gold *gold)
{
	*year = (struct year){.epoch = NULL};
	arena_init(&year->arena);
	archive_init(&year->archive);
	take_all(year, arena_format(&year->arena, "%s/%s", folder, name));
	uint32_t count = year->archive.segments.count;
	uint32_t *sizes = ARENA_ARRAY(&year->arena, uint32_t, gold->events.count + 1);
	year->events = ARENA_ARRAY(&year->arena, uint32_t, count);
	year->event_sizes = ARENA_ARRAY(&year->arena, uint32_t, count);
	year->paths = ARENA_ARRAY(&year->arena, const char *, count);
	for (uint32_t i = 0; i < count; i++) {
		year->paths[i] = year->archive.segments.at[i]->article->path;
		year->events[i] = gold_event(gold, year->paths[i]);
		if (year->events[i] != GOLD_NONE)
			sizes[year->events[i]]++;
	}
	for (uint32_t i = 0; i < count; i++)
		year->event_sizes[i] = year->events[i] == GOLD_NONE ? 1 : sizes[year->events[i]];
	year->epoch = epoch_draft(&year->archive, DAY_NONE, true, NULL);
}

/* In how many articles of another year a stem stands, as if it had as many as the background. */
static uint32_t frequency(const struct year *const *others, uint32_t count, struct span stem)
{
	uint64_t articles = 0, all = 0;

	for (uint32_t i = 0; i < count; i++) {
		uint32_t term = view_find(&others[i]->epoch->terms, stem);
		all += others[i]->epoch->count;
		if (term != LEXICON_NONE)
			articles += others[i]->epoch->term_articles[term];
	}
	return articles < 2 ? 0 : (uint32_t)(articles * RELATED_BACKGROUND / all);
}

void year_tell(struct year *year, const struct year *const *others, uint32_t count)
{
	const struct lexicon_view *terms = &year->epoch->terms;

	for (uint32_t term = 0; term < year->archive.backgrounds.count && count; term++) {
		struct span stem = view_text(terms, term);
		if (related_background(stem) < RELATED_BACKGROUND)
			year->archive.backgrounds.at[term] = frequency(others, count, stem);
	}
	epoch_close(year->epoch);
	year->epoch = epoch_draft(&year->archive, DAY_NONE, true, NULL);
	year->told = epoch_tell_stories(year->epoch, &year->arena);
}

void year_clear(struct year *year)
{
	epoch_close(year->epoch);
	archive_clear(&year->archive);
	arena_clear(&year->arena);
}

void year_count(const struct year *year, const struct stories *stories, struct counts *counts)
{
	uint32_t count = year->told.count;

	for (uint32_t a = 0; a < count; a++) {
		uint32_t both = 0, got = 0, want = 0;
		for (uint32_t b = 0; b < count; b++) {
			bool together = a == b || year_together(stories->of, a, b);
			bool truly = a == b || year_together(year->events, a, b);
			both += together && truly;
			got += together;
			want += truly;
			counts->right += a < b && together && truly;
			counts->wrong += a < b && together && !truly;
			counts->missed += a < b && !together && truly;
		}
		counts->precision += (double)both / got;
		counts->recall += (double)both / want;
		counts->articles++;
	}
}
