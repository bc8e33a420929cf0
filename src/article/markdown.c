#include "article/markdown.h"

#include "article/front-matter.h"
#include "article/item.h"
#include "article/markdown-plain.h"
#include "text/decode.h"

#include <cmark.h>
#include <string.h>

#define LIST_MOST 64u

/* Names of what a note states, the likeliest first. */
static const char *const titles[] = {"title", "headline", "dc.title"};
static const char *const publications[] = {"published", "date", "date_published", "publishdate",
	"publish_date", "published_at", "pubdate", "datepublished", "issued"};
static const char *const makings[] = {"created", "date_created"};
static const char *const changes[] = {
	"updated", "lastmod", "modified", "date_modified", "last_modified", "last_modified_at"};
static const char *const addresses[] = {"url", "canonical", "canonical_url", "canonicalurl", "link",
	"source_url", "original_url", "original", "external_url", "source", "origin"};
static const char *const sources[] = {"site", "site_name", "sitename", "publication", "publisher",
	"source", "website", "domain", "source.name"};
static const char *const sections[] = {"section", "category", "categories"};
static const char *const languages[] = {"lang", "language", "locale"};
static const char *const authors[] = {
	"authors", "author", "authors.name", "author.name", "byline", "by", "creator"};
static const char *const tags[] = {"tags", "keywords", "tag", "topics", "subject", "categories"};

static bool is_address(struct span value)
{
	return span_starts(value, SPAN("https://")) || span_starts(value, SPAN("http://"));
}

/* "source" is an address in some notes, in others the name of the paper. */
static struct span value_of(
	const struct front_fields *fields, const char *const *names, size_t count, bool address)
{
	for (size_t i = 0; i < count; i++) {
		struct span value = front_value(fields, &names[i], 1);
		if (value.len && is_address(value) == address)
			return markdown_link_words(value);
	}
	return SPAN("");
}

/* All values of the first name that has any; one of words and commas is a list too. */
static void list_read(struct span_list *list, const struct front_fields *fields,
	const char *const *names, size_t count, struct arena *arena)
{
	for (size_t i = 0; i < count && list->count == 0; i++)
		for (uint32_t k = 0; k < fields->count; k++) {
			if (!span_is(fields->at[k].name, names[i]))
				continue;
			struct span rest = fields->at[k].value;
			while (rest.len && list->count < LIST_MOST) {
				size_t end = span_find(rest, SPAN(","), 0);
				struct span one = markdown_link_words(span_cut(rest, 0, end));
				rest = span_cut(rest, end + 1, rest.len);
				if (span_starts(one, SPAN("#")))
					one = span_cut(one, 1, one.len);
				if (one.len && !is_address(one))
					*vec_push(arena, list) = one;
			}
		}
}

/* The file's name, without what it was packed with. */
static struct span file_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct span name = span_of(slash ? slash + 1 : path);

	if (span_ends(name, SPAN(".gz")))
		name = span_cut(name, 0, name.len - 3);
	if (span_ends(name, SPAN(".zst")))
		name = span_cut(name, 0, name.len - 4);
	return name;
}

/* The length of the ending that tells a note; 0: the name has another. */
static size_t ending_of(struct span name)
{
	static const char *const endings[] = {".md", ".markdown", ".mdown", ".mkd"};

	for (size_t i = 0; i < COUNT(endings); i++)
		if (span_ends(name, span_of(endings[i])))
			return strlen(endings[i]);
	return 0;
}

/* A note is called as its title is, where its name has several words. */
static struct span name_of(const char *path)
{
	struct span name = file_name(path);

	name = span_cut(name, 0, name.len - ending_of(name));
	return span_find(name, SPAN(" "), 0) < name.len ? name : SPAN("");
}

static struct span html_of(struct span text, struct arena *arena)
{
	char *html = cmark_markdown_to_html(text.at, text.len, CMARK_OPT_UNSAFE);
	struct span copy = arena_span(arena, span_of(html));

	cmark_get_default_mem_allocator()->free(html);
	return copy;
}

static bool begins_with_title(struct span html)
{
	return span_starts(span_trim(html), SPAN("<h1>"));
}

static void item_make(
	struct item *item, const struct front_fields *fields, const char *path, struct arena *arena)
{
	item->title = markdown_link_words(front_value(fields, titles, COUNT(titles)));
	item->url = value_of(fields, addresses, COUNT(addresses), true);
	item->source = value_of(fields, sources, COUNT(sources), false);
	item->published = front_value(fields, publications, COUNT(publications));
	/* What was taken from a page was made later than that. */
	if (item->published.len == 0 && item->url.len == 0)
		item->published = front_value(fields, makings, COUNT(makings));
	item->updated = front_value(fields, changes, COUNT(changes));
	item->section = value_of(fields, sections, COUNT(sections), false);
	item->language = front_value(fields, languages, COUNT(languages));
	list_read(&item->authors, fields, authors, COUNT(authors), arena);
	list_read(&item->tags, fields, tags, COUNT(tags), arena);
	if (item->title.len == 0 && !begins_with_title(item->html))
		item->title = name_of(path);
}

static enum err markdown_read(struct span bytes, const char *path, struct vocabulary *vocabulary,
	struct arena *arena, struct article_list *articles, struct fault *why)
{
	struct front_fields fields = {0};
	struct arena scratch;

	if (bytes.len >= UINT32_MAX / 8)
		return fail(why, ERR_LIMIT, "a note larger than 512 MiB");
	arena_init(&scratch);
	struct span text = decode(bytes, &scratch).text;
	size_t head = front_matter_len(text);
	front_matter_read(span_cut(text, 0, head), &fields, &scratch);
	struct span body = markdown_plain(span_cut(text, head, text.len), &scratch);
	struct item item = {.key = bytes, .is_document = true, .html = html_of(body, &scratch)};
	item_make(&item, &fields, path, &scratch);
	enum err err = item.html.len ? item_read(&item, arena_string(arena, span_of(path)),
					       vocabulary, arena, articles, why)
				     : fail(why, ERR_ABSENT, "an article without text");
	arena_clear(&scratch);
	return err;
}

/* Whether lines of the text have what only Markdown means. */
static bool has_signs(struct span text)
{
	static const char *const starts[] = {
		"# ", "## ", "### ", "- ", "* ", "> ", "```", "1. ", "!["};
	static const char *const inside[] = {"](", "**", "[["};
	struct span line, rest = text;

	while (span_line(&rest, &line))
		for (size_t i = 0; i < COUNT(starts); i++)
			if (span_starts(line, span_of(starts[i])))
				return true;
	for (size_t i = 0; i < COUNT(inside); i++)
		if (span_find(text, span_of(inside[i]), 0) < text.len)
			return true;
	return false;
}

static bool recognises(struct span head, const char *path)
{
	if (span_starts(head, SPAN("\xEF\xBB\xBF")))
		head = span_cut(head, 3, head.len);
	if (decode_is_binary(head))
		return false;
	if (ending_of(file_name(path)))
		return front_matter_len(head) > 0 || has_signs(head);
	return !span_starts(head, SPAN("%")) && front_matter_len(head) > 0;
}

const struct format markdown_format = {
	.name = "Markdown",
	.recognises = recognises,
	.read = markdown_read,
};
