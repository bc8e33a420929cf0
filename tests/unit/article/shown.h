#ifndef DEPECHE_TESTS_ARTICLE_SHOWN_H
#define DEPECHE_TESTS_ARTICLE_SHOWN_H

/*
 * The articles of a file as lines of a table: path|title|source|bylines|tags|day|kinds, the kinds
 * of lines as letters: title, dateline, byline, paragraph, heading, caption, furniture.
 */

#include "article/format.h"
#include "base/buf.h"

static inline void joined_add(struct buf *out, const struct span *list, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		buf_text(out, i ? ";" : "");
		buf_add(out, list[i]);
	}
	buf_char(out, '|');
}

static inline void article_add(struct buf *out, const struct article *article)
{
	static const char kind_letters[LINE_KIND_COUNT + 1] = "ftdbphc";
	const struct stamp *stamp = article->stamps;

	buf_format(out, "%s|", article->path);
	joined_add(out, &article->title, 1);
	joined_add(out, &article->source, 1);
	joined_add(out, article->bylines, article->byline_count);
	joined_add(out, article->tags, article->tag_count);
	if (article->stamp_count)
		buf_format(out, "%d-%d-%d", stamp->year, stamp->month, stamp->day);
	buf_char(out, '|');
	for (uint32_t i = 0; i < article->line_count; i++) {
		assert_true(article->lines[i].at.end <= article->text.len);
		buf_char(out, kind_letters[article->lines[i].kind]);
	}
	buf_char(out, '\n');
}

/* A file is one of the format, and holds these articles and this trouble. */
static inline void check_file(const char *label, const struct format *format, struct span file,
	const char *path, const char *shown, const char *trouble)
{
	struct article_list articles = {0};
	struct vocabulary vocabulary;
	struct fault why = {0};
	struct arena arena;
	struct buf lines;

	arena_init(&arena);
	buf_init(&lines, &arena);
	vocabulary_init(&vocabulary, NULL, &arena);
	CHECK_CASE(label, format_of(span_cut(file, 0, FORMAT_HEAD_LEN), path) == format);
	enum err err = format_read(file, path, &vocabulary, &arena, &articles, &why);
	for (uint32_t i = 0; i < articles.count; i++)
		article_add(&lines, articles.at[i]);
	CHECK_CASE(label, (err == OK) == (articles.count > 0));
	CHECK_TEXT(label, buf_span(&lines), span_of(shown));
	CHECK_TEXT(label, span_of(why.words), span_of(trouble));
	arena_clear(&arena);
}

#endif
