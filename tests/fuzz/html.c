/*
 * Any bytes read as a web page: the text is valid UTF-8; lines lie in it, in order, on code point
 * boundaries; titles, writers and days are such as article.h promises.
 */

#include "article/html.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define PROMISE(condition) ((condition) ? (void)0 : broken(#condition, __LINE__))

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void broken(const char *words, int line)
{
	fprintf(stderr, "html.c:%d: broken promise: %s\n", line, words);
	abort();
}

static void check_lines(const struct article *article)
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

static void check_facts(const struct article *article)
{
	PROMISE(utf8_valid(article->title));
	PROMISE(span_find(article->title, SPAN("\n"), 0) == article->title.len);
	PROMISE(article->title_at.start <= article->title_at.end);
	PROMISE(article->title_at.end <= article->text.len);
	for (uint32_t i = 0; i < article->byline_count; i++)
		PROMISE(article->bylines[i].len > 0 && utf8_valid(article->bylines[i]));
	for (uint32_t i = 0; i < article->tag_count; i++)
		PROMISE(article->tags[i].len > 0 && utf8_valid(article->tags[i]));
	for (uint32_t i = 0; i < article->stamp_count; i++) {
		const struct stamp *stamp = &article->stamps[i];
		PROMISE(stamp->month >= 1 && stamp->month <= 12);
		PROMISE(stamp->day >= 0 && stamp->day <= 31);
		PROMISE(stamp->at.start <= stamp->at.end && stamp->at.end <= article->text.len);
	}
}

static void check_links(const struct article *article)
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct article_list articles = {0};
	struct vocabulary vocabulary;
	struct fault why = {0};
	struct arena arena;

	arena_init(&arena);
	vocabulary_init(&vocabulary, NULL, &arena);
	enum err err = html_format.read((struct span){(const char *)data, size}, "a.html",
		&vocabulary, &arena, &articles, &why);
	PROMISE((err == OK) == (articles.count == 1));
	PROMISE(err == OK || why.words[0]);
	if (err == OK) {
		check_lines(articles.at[0]);
		check_facts(articles.at[0]);
		check_links(articles.at[0]);
	}
	arena_clear(&arena);
	return 0;
}
