#ifndef DEPECHE_TESTS_ARTICLES_H
#define DEPECHE_TESTS_ARTICLES_H

/* What article.h and format.h promise of the articles of any file, for the targets of formats. */

#include "article/format.h"
#include "text/calendar.h"
#include "text/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define PROMISE(condition) ((condition) ? (void)0 : broken(__FILE__, #condition, __LINE__))

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void broken(const char *file, const char *words, int line)
{
	fprintf(stderr, "%s:%d: broken promise: %s\n", file, line, words);
	abort();
}

static inline void check_lines(const struct article *article)
{
	struct span text = article->text;
	size_t end = 0;

	PROMISE(utf8_valid(text));
	for (uint32_t i = 0; i < article->line_count; i++) {
		struct extent at = article->lines[i].at;
		PROMISE(at.start >= end && at.start < at.end && at.end <= text.len);
		PROMISE(utf8_boundary(text, at.start) && utf8_boundary(text, at.end));
		PROMISE(article->lines[i].kind < LINE_KIND_COUNT);
		end = at.end;
	}
}

static inline void check_words(const struct span *words, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		PROMISE(words[i].len > 0 && utf8_valid(words[i]));
}

static inline void check_facts(const struct article *article)
{
	PROMISE(utf8_valid(article->title));
	PROMISE(span_find(article->title, SPAN("\n"), 0) == article->title.len);
	PROMISE(article->title_at.start <= article->title_at.end);
	PROMISE(article->title_at.end <= article->text.len);
	check_words(article->bylines, article->byline_count);
	check_words(article->tags, article->tag_count);
	PROMISE(utf8_valid(article->section) && utf8_valid(article->source));
	PROMISE(utf8_valid(article->url));
	for (uint32_t i = 0; i < article->stamp_count; i++) {
		const struct stamp *stamp = &article->stamps[i];
		PROMISE(stamp->month >= 0 && stamp->month <= 12);
		PROMISE(stamp->day >= 0 && stamp->day <= 31);
		PROMISE(stamp->weekday >= -1 && stamp->weekday <= 6);
		PROMISE(stamp->minute >= -1 && stamp->minute < 24 * 60);
		PROMISE(stamp->at.start <= stamp->at.end && stamp->at.end <= article->text.len);
	}
}

static inline void check_links(const struct article *article)
{
	struct span text = article->text;
	size_t end = 0;

	for (uint32_t i = 0; i < article->link_count; i++) {
		struct extent at = article->links[i].at;
		PROMISE(at.start >= end && at.start < at.end && at.end <= text.len);
		PROMISE(utf8_boundary(text, at.start) && utf8_boundary(text, at.end));
		PROMISE(span_starts(article->links[i].url, SPAN("http")));
		PROMISE(utf8_valid(article->links[i].url));
		end = at.end;
	}
}

/* Reads any bytes as a file of the format: what is read keeps every promise, what is not is told
 * in words, and reading it again gives as much. */
static inline void check_format(
	const struct format *format, const char *path, const uint8_t *data, size_t size)
{
	struct span bytes = {(const char *)data, size};
	struct article_list articles = {0}, again = {0};
	struct vocabulary vocabulary;
	struct fault why = {0}, told = {0};
	struct arena arena;

	arena_init(&arena);
	vocabulary_init(&vocabulary, NULL, &arena);
	format->recognises(span_cut(bytes, 0, FORMAT_HEAD_LEN), path);
	enum err err = format->read(bytes, path, &vocabulary, &arena, &articles, &why);
	PROMISE(err == OK || why.words[0]);
	PROMISE(format->holds_many || articles.count == (err == OK));
	for (uint32_t i = 0; i < articles.count; i++) {
		check_lines(articles.at[i]);
		check_facts(articles.at[i]);
		check_links(articles.at[i]);
		PROMISE(articles.at[i]->path && articles.at[i]->path[0]);
	}
	PROMISE(format->read(bytes, path, &vocabulary, &arena, &again, &told) == err);
	PROMISE(again.count == articles.count);
	for (uint32_t i = 0; i < articles.count; i++)
		PROMISE(span_equal(again.at[i]->text, articles.at[i]->text));
	arena_clear(&arena);
}

#endif
