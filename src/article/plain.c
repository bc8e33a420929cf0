#include "article/plain.h"

#include "article/layout.h"
#include "article/unwrap.h"
#include "text/decode.h"

#define LANGUAGE_LEN (32u << 10) /* so much text tells its language */
#define LINES_MOST (4u << 20)

static uint32_t line_ends(struct span text)
{
	uint32_t count = 0;

	for (size_t at = 0; (at = span_find(text, SPAN("\n"), at)) < text.len; at++)
		count++;
	return count;
}

static bool is_blank(struct span text)
{
	return span_trim(text).len == 0;
}

enum err plain_read(struct span bytes, const char *path, struct vocabulary *vocabulary,
	struct arena *arena, struct article_list *articles, struct fault *why)
{
	if (bytes.len >= UINT32_MAX)
		return fail(why, ERR_LIMIT, "larger than 4 GiB");
	struct decoded decoded = decode(bytes, arena);
	if (decoded.text.len >= UINT32_MAX)
		return fail(why, ERR_LIMIT, "larger than 4 GiB once decoded");
	if (is_blank(decoded.text))
		return fail(why, ERR_ABSENT, "nothing in it but blanks");
	if (line_ends(decoded.text) > LINES_MOST)
		return fail(why, ERR_LIMIT, "more than %u lines", LINES_MOST);
	struct article *article = ARENA_NEW(arena, struct article);
	article->path = arena_string(arena, span_of(path));
	article->digest = digest_of(bytes);
	/* The bytes may be given back; what is still theirs is copied. */
	bool theirs = decoded.text.at >= bytes.at && decoded.text.at <= bytes.at + bytes.len;
	article->saved = theirs ? arena_span(arena, decoded.text) : decoded.text;
	article->text = unwrap(article->saved, arena);
	article->encoding = decoded.encoding;
	article->repaired = decoded.repaired;
	article->language = language_read(vocabulary, span_cut(article->text, 0, LANGUAGE_LEN));
	layout(article, vocabulary, arena);
	*vec_push(arena, articles) = article;
	return OK;
}

static uint32_t inner_tabs(struct span line)
{
	uint32_t count = 0;

	for (size_t at = 0; (at = span_find(line, SPAN("\t"), at)) < line.len; at++)
		count++;
	return count;
}

/* Rows of a table (annotations, a database's dump): nine lines of ten have two tabs inside. */
static bool is_table(struct span head)
{
	struct span line;
	uint32_t lines = 0, rows = 0;

	while (span_line(&head, &line)) {
		line = span_trim(line);
		lines += line.len > 0;
		rows += inner_tabs(line) >= 2;
	}
	return rows > 0 && rows * 10 >= lines * 9;
}

static bool recognises(struct span head, const char *path)
{
	(void)path;
	return !decode_is_binary(head) && !is_table(head);
}

const struct format plain_format = {
	.name = "text",
	.recognises = recognises,
	.read = plain_read,
};
