#ifndef DEPECHE_TESTS_STORE_MADE_H
#define DEPECHE_TESTS_STORE_MADE_H

/*
 * Archives for the tests of this floor, made of articles that are told what they are, so that a
 * test of the store does not hang on how well a layout is read.
 */

#include "extract/extract.h"
#include "store/archive.h"
#include "store/epoch-parts.h"

#include <string.h>

struct made_article {
	const char *path, *source, *title;
	int year, month, day;   /* 0: not stated */
	int minute;             /* 0: not stated */
	const char *body;       /* a paragraph a line */
	enum language language; /* none: French */
};

struct made {
	struct arena arena, scratch;
	struct stemmer *stemmer;
	struct vocabulary vocabulary;
	struct numbering numbering;
	struct archive archive;
	struct epoch *epoch;
};

static inline void made_init(struct made *made)
{
	*made = (struct made){0};
	arena_init(&made->arena);
	arena_init(&made->scratch);
	made->stemmer = stemmer_open();
	vocabulary_init(&made->vocabulary, made->stemmer, &made->arena);
	numbering_init(&made->numbering, &made->vocabulary);
	archive_init(&made->archive);
}

static inline void made_clear(struct made *made)
{
	epoch_close(made->epoch);
	archive_clear(&made->archive);
	numbering_clear(&made->numbering);
	stemmer_close(made->stemmer);
	arena_clear(&made->scratch);
	arena_clear(&made->arena);
}

static inline void made_stamp(
	struct article *article, const struct made_article *told, struct arena *arena)
{
	article->stamps = ARENA_NEW(arena, struct stamp);
	article->stamps[0] = (struct stamp){.year = told->year,
		.month = told->month,
		.day = told->day,
		.weekday = -1,
		.minute = told->minute ? told->minute : -1,
		.from = FROM_TEXT};
	article->stamp_count = told->year != 0;
}

/* The title is the first line of the text, every other line is a paragraph. */
static inline void made_add(struct made *made, const struct made_article *told)
{
	struct arena *arena = &made->arena;
	struct article *article = ARENA_NEW(arena, struct article);
	const char *title = told->title ? told->title : "Sans titre";
	struct article_words words;
	size_t at = 0;

	article->path = told->path;
	article->text = span_of(arena_format(arena, "%s\n%s\n", title, told->body));
	article->language = told->language ? told->language : LANGUAGE_FR;
	article->source = span_of(told->source);
	article->lines = ARENA_ARRAY(arena, struct line, article->text.len);
	while (at < article->text.len) {
		size_t end = span_find(article->text, SPAN("\n"), at);
		enum line_kind kind = at ? LINE_PARAGRAPH : LINE_TITLE;
		if (end > at)
			article->lines[article->line_count++] =
				(struct line){{(uint32_t)at, (uint32_t)end}, kind};
		at = end + 1;
	}
	article->title_at = article->lines[0].at;
	article->title = span_in(article->text, article->title_at);
	article->title_from = FROM_TEXT;
	made_stamp(article, told, arena);
	words_read(&words, article, &made->vocabulary, arena);
	archive_take(&made->archive, draft_make(&words, extract(&words, arena), arena),
		&made->numbering);
}

static inline const struct epoch *made_epoch(struct made *made)
{
	epoch_close(made->epoch);
	made->epoch = epoch_make(&made->archive, DAY_NONE, true, NULL);
	return made->epoch;
}

static inline const struct epoch *made_of(
	struct made *made, const struct made_article *told, size_t count)
{
	made_init(made);
	for (size_t i = 0; i < count; i++)
		made_add(made, &told[i]);
	return made_epoch(made);
}

/* Five articles that the tests of queries and facets ask. */
static const struct made_article made_five[] = {
	{.path = "a/1.txt",
		.source = "Sputnik",
		.title = "Le traité est prolongé",
		.year = 2021,
		.month = 1,
		.day = 26,
		.minute = 558,
		.body = "Le ministre Sergueï Lavrov a parlé des missiles nucléaires avec le "
			"secrétaire d'Etat Antony Blinken.\nM. Lavrov a confirmé la prolongation."},
	{.path = "a/2.txt",
		.source = "SPUTNIK",
		.title = "Une conversation téléphonique",
		.year = 2021,
		.month = 2,
		.day = 5,
		.body = "Le ministre Sergueï Lavrov a évoqué la coopération économique et les "
			"missiles.\nRien d'autre ne fut dit ce jour là par le diplomate."},
	{.path = "a/3.txt",
		.source = "Sputnik",
		.title = "Le porte-parole dément",
		.year = 2021,
		.month = 1,
		.day = 26,
		.minute = 600,
		.body = "Le porte-parole Dmitri Peskov a démenti les élections anticipées.\n"
			"M. Peskov a rappelé que le traité serait prorogé."},
	{.path = "b/4.txt",
		.title = "Une année plus tard",
		.year = 2024,
		.month = 3,
		.body = "Le porte-parole Dmitri Peskov et le ministre Sergueï Lavrov ont répété "
			"que le dialogue est bloqué.\nLa suite dépendra de Washington."},
	{.path = "b/5.txt",
		.title = "Sans date",
		.body = "Un texte sur la pêche en rivière, les saumons et les truites sauvages.\n"
			"Les pêcheurs attendent la saison prochaine avec patience."},
};

#endif
