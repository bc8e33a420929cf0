#include "article/html.h"

#include "article/html-elements.h"
#include "article/html-facts.h"
#include "article/html-links.h"
#include "article/html-model.h"
#include "article/html-set.h"
#include "article/layout.h"
#include "text/charset.h"
#include "text/utf8.h"

#include <string.h>
#include <strings.h>

#define DECLARED_LEN 4096u /* bytes in which a page names its encoding */
#define LANGUAGE_LEN (32u << 10)

/* The encoding that the page names, in capitals; false when it names none. */
static bool declared(struct span bytes, char name[40])
{
	struct span head = span_cut(bytes, 0, DECLARED_LEN);
	size_t at = span_find(head, SPAN("charset="), 0), len = 0;

	for (at += 8; at < head.len && (head.at[at] == '"' || head.at[at] == '\''); at++)
		;
	for (; at < head.len && len < 39; at++) {
		char c = head.at[at];
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (!strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.", c) || !c)
			break;
		name[len++] = c;
	}
	name[len] = '\0';
	return len > 0;
}

/* As browsers do: what is valid UTF-8 is UTF-8, then what the page says, then a guess. */
static struct decoded page_decode(struct span bytes, struct arena *arena)
{
	struct decoded decoded;
	char name[40];

	if (!utf8_valid(bytes) && declared(bytes, name)) {
		bool latin = strcmp(name, "ISO-8859-1") == 0 || strcmp(name, "LATIN1") == 0 ||
			     strcmp(name, "US-ASCII") == 0;
		if (strcmp(name, "UTF-8") != 0 && strcmp(name, "UTF8") != 0 &&
			charset_decode(bytes,
				latin ? CHARSET_WESTERN : arena_string(arena, span_of(name)),
				&decoded, arena))
			return decoded;
	}
	return decode(bytes, arena);
}

/* Kinds by the elements that the lines are. */
static void kinds_set(const struct html_page *page, const bool *body, enum line_kind *kinds)
{
	for (uint32_t i = 0; i < page->table.count; i++) {
		const struct html_line *line = &page->outline->lines.at[page->places[i]];
		kinds[i] = body[i] ? html_text_kind(page->outline->nodes.at[line->block].tag)
				   : LINE_FURNITURE;
	}
}

static void page_lay_out(const struct html_outline *outline, struct article *article,
	struct vocabulary *vocabulary, struct arena *arena)
{
	struct arena scratch;
	struct html_page page;
	struct html_titles titles = html_titles_of(outline, arena);

	arena_init(&scratch);
	html_page_make(&page, outline, article->language, titles.headline, vocabulary, &scratch);
	bool *body = ARENA_ARRAY(&scratch, bool, page.table.count);
	enum line_kind *kinds = ARENA_ARRAY(&scratch, enum line_kind, page.table.count);
	html_body(&page, &html_weights, body, &scratch);
	kinds_set(&page, body, kinds);
	layout_marked(article, kinds, titles.headline, vocabulary, arena);
	if (titles.stated.len)
		article->title = titles.stated;
	html_facts_apply(&outline->facts, article, arena);
	html_links_apply(&outline->links, article, arena);
	html_sets_apply(outline, 0, article, arena);
	arena_clear(&scratch);
}

static enum err html_read(struct span bytes, const char *path, struct vocabulary *vocabulary,
	struct arena *arena, struct article_list *articles, struct fault *why)
{
	struct arena scratch;
	struct html_outline outline;

	if (bytes.len >= UINT32_MAX)
		return fail(why, ERR_LIMIT, "larger than 4 GiB");
	arena_init(&scratch);
	struct decoded decoded = page_decode(bytes, &scratch);
	enum err err = html_outline(decoded.text, &outline, &scratch, why);
	if (err == OK && outline.lines.count == 0)
		err = fail(why, ERR_ABSENT, "a web page without text");
	if (err == OK) {
		struct article *article = ARENA_NEW(arena, struct article);
		html_ld_read(&outline.facts, &scratch);
		article->path = arena_string(arena, span_of(path));
		article->digest = digest_of(bytes);
		article->text = arena_span(arena, outline.text);
		article->saved = article->text;
		article->encoding = arena_string(arena, span_of(decoded.encoding));
		article->repaired = decoded.repaired;
		article->language = html_language(&outline.facts);
		if (article->language == LANGUAGE_NONE)
			article->language =
				language_read(vocabulary, span_cut(outline.text, 0, LANGUAGE_LEN));
		page_lay_out(&outline, article, vocabulary, arena);
		*vec_push(arena, articles) = article;
	}
	arena_clear(&scratch);
	return err;
}

/* Whether an element of that name begins there. */
static bool begins(struct span text, const char *tag)
{
	size_t i = 0;

	while (tag[i] && i + 1 < text.len && (text.at[i + 1] | 0x20) == (tag[i] | 0x20))
		i++;
	return text.len && text.at[0] == '<' && !tag[i];
}

static bool holds(struct span head, const char *tag)
{
	for (size_t at = 0; (at = span_find(head, SPAN("<"), at)) < head.len; at++)
		if (begins(span_cut(head, at, head.len), tag))
			return true;
	return false;
}

static bool is_named(const char *path, const char *const *endings, size_t count)
{
	const char *dot = strrchr(path, '.');

	for (size_t i = 0; dot && i < count; i++)
		if (strcasecmp(dot, endings[i]) == 0)
			return true;
	return false;
}

/* A part of a page, saved without what is around it; notes may begin with such an element, too. */
static bool is_fragment(struct span top, const char *path)
{
	static const char *const pages[] = {".html", ".htm", ".xhtml", ".shtml"};
	static const char *const notes[] = {".md", ".markdown", ".mkd", ".mdown"};
	static const char *const first[] = {
		"article", "section", "main", "div", "p>", "p ", "h1", "meta ", "title>"};

	if (is_named(path, pages, COUNT(pages)))
		return holds(top, "/") || holds(top, "br") || holds(top, "p");
	for (size_t i = 0; i < COUNT(first) && !is_named(path, notes, COUNT(notes)); i++)
		if (begins(top, first[i]))
			return holds(top, "/");
	return false;
}

/* A page begins with markup, or has its outermost elements somewhere near the top. */
static bool recognises(struct span head, const char *path)
{
	struct span top = span_trim(head);

	if (span_starts(top, SPAN("\xEF\xBB\xBF")))
		top = span_trim(span_cut(top, 3, top.len));
	if (top.len == 0 || decode_is_binary(head))
		return false;
	if (is_fragment(top, path))
		return true;
	return top.at[0] == '<' && (holds(top, "!doctype html") || holds(top, "html") ||
					   holds(top, "head") || holds(top, "body"));
}

const struct format html_format = {
	.name = "web page",
	.recognises = recognises,
	.read = html_read,
};
