#ifndef DEPECHE_TESTS_KNOW_ARCHIVE_H
#define DEPECHE_TESTS_KNOW_ARCHIVE_H

/* Small archives made of texts whose every line is body, for the tests of floor know. */

#include "extract/extract.h"

struct sheet {
	const char *text, *path, *source;
	struct stamp stamps[2];
	uint32_t stamp_count;
};

static inline struct article *article_of(const struct sheet *sheet, struct arena *arena)
{
	struct article *article = ARENA_NEW(arena, struct article);
	struct span rest, line;

	article->path = sheet->path ? sheet->path : "folder/name.txt";
	article->text = span_of(sheet->text);
	article->digest = digest_of(article->text);
	article->language = LANGUAGE_FR;
	article->source = span_of(sheet->source);
	article->title_from = FROM_LEAD;
	article->lines = ARENA_ARRAY(arena, struct line, article->text.len + 1);
	for (rest = article->text; span_line(&rest, &line);) {
		uint32_t start = (uint32_t)(line.at - article->text.at);
		article->lines[article->line_count++] =
			(struct line){{start, start + (uint32_t)line.len}, LINE_PARAGRAPH};
	}
	article->stamp_count = sheet->stamp_count;
	article->stamps = arena_copy(arena, sheet->stamps, sizeof sheet->stamps);
	return article;
}

static inline struct document *archive_of(
	const struct sheet *sheets, uint32_t count, struct arena *arena)
{
	struct document *documents = ARENA_ARRAY(arena, struct document, count);
	struct stemmer *stemmer = stemmer_open();
	struct article_words words;
	struct vocabulary vocabulary;

	vocabulary_init(&vocabulary, stemmer, arena);
	for (uint32_t i = 0; i < count; i++) {
		documents[i].article = article_of(&sheets[i], arena);
		words_read(&words, documents[i].article, &vocabulary, arena);
		documents[i].evidence = extract(&words, arena);
	}
	stemmer_close(stemmer);
	return documents;
}

#endif
