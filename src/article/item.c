#include "article/item.h"

#include "article/html-elements.h"
#include "article/html-facts.h"
#include "article/html-links.h"
#include "article/html-outline.h"
#include "article/html-set.h"
#include "article/layout.h"
#include "base/buf.h"
#include "text/fold.h"
#include "text/squeeze.h"

#define LANGUAGE_LEN (32u << 10) /* so much text tells its language */

VEC_OF(struct line, line_list);

/* The article in the making. */
struct making {
	const struct item *item;
	struct arena *arena, *scratch;
	struct buf text;
	struct line_list lines;
	struct html_links links; /* of the text */
	struct html_outline outline; /* of what is written as markup, else without nodes */
	uint32_t base;               /* where its text begins in this one */
	struct span title;
	struct extent title_at; /* empty: no line says it */
};

static void line_add(struct making *making, struct extent at, enum line_kind kind)
{
	*vec_push(making->arena, &making->lines) = (struct line){at, kind};
}

/* Adds text as it stands; its lines are of one kind. */
static void paragraphs_add(struct making *making, struct span text)
{
	uint32_t base = (uint32_t)making->text.len;
	struct span rest = text, line;

	buf_add(&making->text, text);
	while (span_line(&rest, &line)) {
		struct span words = span_trim(line);
		uint32_t start = base + (uint32_t)(words.at - text.at);
		if (words.len)
			line_add(making, (struct extent){start, start + (uint32_t)words.len},
				LINE_PARAGRAPH);
	}
}

static void stated_lines_add(struct making *making)
{
	const struct item *item = making->item;

	buf_add(&making->text, item->text);
	for (uint32_t i = 0; i < item->line_count; i++) {
		line_add(making, item->lines[i].at, item->lines[i].kind);
		if (item->lines[i].kind == LINE_TITLE && making->title_at.end == 0)
			making->title_at = item->lines[i].at;
	}
}

static bool is_link(const struct html_line *line)
{
	return line->link_len >= line->len;
}

/* The lines that are the entry's own; links alone at its two ends lead elsewhere ("read more"). */
static struct extent own_lines(const struct html_outline *outline)
{
	uint32_t first = 0, last = outline->lines.count;

	while (first < last && is_link(&outline->lines.at[first]))
		first++;
	while (last > first && is_link(&outline->lines.at[last - 1]))
		last--;
	return first < last ? (struct extent){first, last}
			    : (struct extent){0, outline->lines.count};
}

/* Whether the title stands there as a heading; one that nobody stated is the first of the text. */
static bool is_title(struct making *making, const struct html_outline *outline, uint32_t line)
{
	enum html_tag tag = outline->nodes.at[outline->lines.at[line].block].tag;
	struct span words = span_in(outline->text, outline->lines.at[line].at);

	if (html_text_kind(tag) != LINE_HEADING)
		return false;
	words = squeezed(words, making->arena);
	if (making->title.len == 0 && tag == HTML_H1)
		making->title = words;
	return making->title.len &&
	       span_equal(fold(words, making->scratch), fold(making->title, making->scratch));
}

static void links_add(struct making *making, const struct html_links *links, uint32_t base)
{
	for (uint32_t i = 0; i < links->count; i++) {
		struct link link = links->at[i];
		link.at.start += base;
		link.at.end += base;
		*vec_push(making->scratch, &making->links) = link;
	}
}

/* The title stands above the text, unless the text begins with it. */
static void title_add(struct making *making, struct span text)
{
	struct span rest = text, line = SPAN("");

	while (span_line(&rest, &line) && span_trim(line).len == 0)
		;
	if (making->title.len == 0 ||
		span_equal(fold(squeezed(line, making->scratch), making->scratch),
			fold(making->title, making->scratch)))
		return;
	making->title_at = (struct extent){0, (uint32_t)making->title.len};
	line_add(making, making->title_at, LINE_TITLE);
	buf_add(&making->text, making->title);
	buf_text(&making->text, "\n\n");
}

static enum err markup_add(struct making *making, struct fault *why)
{
	struct html_outline outline;
	enum err err = html_outline(making->item->html, &outline, making->scratch, why);

	if (err != OK)
		return err;
	making->outline = outline;
	struct extent own = own_lines(&outline);
	bool titled = own.start < own.end && is_title(making, &outline, own.start);
	if (!titled)
		title_add(making, SPAN(""));
	uint32_t base = making->base = (uint32_t)making->text.len;
	buf_add(&making->text, outline.text);
	for (uint32_t i = 0; i < outline.lines.count; i++) {
		const struct html_line *line = &outline.lines.at[i];
		struct extent at = {base + line->at.start, base + line->at.end};
		bool is_own = i >= own.start && i < own.end;
		line_add(making, at,
			titled && i == own.start ? LINE_TITLE
			: is_own                 ? html_text_kind(outline.nodes.at[line->block].tag)
						 : LINE_FURNITURE);
		if (titled && i == own.start)
			making->title_at = at;
	}
	links_add(making, &outline.links, base);
	return OK;
}

static enum err text_make(struct making *making, struct fault *why)
{
	const struct item *item = making->item;

	if (item->lines) {
		stated_lines_add(making);
		return OK;
	}
	if (item->html.len)
		return markup_add(making, why);
	title_add(making, item->text);
	paragraphs_add(making, item->text);
	/* The text's own first line is the title. */
	if (making->title.len && making->title_at.end == 0 && making->lines.count) {
		making->lines.at[0].kind = LINE_TITLE;
		making->title_at = making->lines.at[0].at;
	}
	return OK;
}

/* Days are written in English by machines, in the article's language by people. */
static bool stamp_read(struct span stated, const struct article *article, struct stamp *stamp)
{
	return stated.len && (html_day_of(stated, LANGUAGE_EN, stamp) ||
				     html_day_of(stated, article->language, stamp));
}

/* What is stated stands before what was read off the lines. */
static void stamps_make(const struct item *item, struct article *article, struct arena *arena)
{
	struct stamp *stamps = ARENA_ARRAY(arena, struct stamp, 2 + article->stamp_count);
	uint32_t count = stamp_read(item->published, article, &stamps[0]);

	for (uint32_t i = 0; i < article->stamp_count; i++)
		stamps[count++] = article->stamps[i];
	if (stamp_read(item->updated, article, &stamps[count]))
		stamps[count++].updated = true;
	article->stamps = stamps;
	article->stamp_count = count;
}

static void words_set(struct span *words, struct span stated, struct arena *arena)
{
	if (stated.len)
		*words = squeezed(stated, arena);
}

static void list_set(
	struct span **list, uint32_t *count, const struct span_list *stated, struct arena *arena)
{
	if (stated->count == 0)
		return;
	*list = ARENA_ARRAY(arena, struct span, stated->count);
	*count = 0;
	for (uint32_t i = 0; i < stated->count; i++) {
		(*list)[*count] = squeezed(stated->at[i], arena);
		*count += (*list)[*count].len > 0;
	}
}

/* What the file states counts more than what was read off the lines. */
static void facts_copy(const struct item *item, struct article *article, struct arena *arena)
{
	stamps_make(item, article, arena);
	list_set(&article->bylines, &article->byline_count, &item->authors, arena);
	list_set(&article->tags, &article->tag_count, &item->tags, arena);
	words_set(&article->section, item->section, arena);
	words_set(&article->url, item->url, arena);
	words_set(&article->source, item->source, arena);
	if (item->source.len)
		article->source_from = FROM_METADATA;
}

/* What a dump's lines tell: without a title their first sentence stands for it. */
static void lines_ask(struct making *making, struct article *article, struct vocabulary *vocabulary)
{
	struct line_table table;
	uint32_t k = 0;

	lines_read(&table, article->text, article->language, vocabulary, making->scratch);
	enum line_kind *kinds = ARENA_ARRAY(making->scratch, enum line_kind, table.count);
	for (uint32_t i = 0; i < table.count; i++) {
		while (k + 1 < making->lines.count &&
			making->lines.at[k].at.end <= table.at[i].at.start)
			k++;
		kinds[i] = making->lines.at[k].kind;
	}
	layout_marked(article, kinds, making->title, vocabulary, making->arena);
}

static void lay_out(struct making *making, struct article *article, struct vocabulary *vocabulary)
{
	const struct item *item = making->item;

	if (making->title.len == 0 || item->is_document) {
		lines_ask(making, article, vocabulary);
		return;
	}
	article->lines = making->lines.at;
	article->line_count = making->lines.count;
	article->title = making->title;
	article->title_at = making->title_at;
	article->title_from = item->title_is_lead    ? FROM_LEAD
			      : making->title_at.end ? FROM_TEXT
						     : FROM_METADATA;
	size_t at = item->title_is_lead ? span_find(article->text, making->title, 0)
					: article->text.len;
	if (at < article->text.len)
		article->title_at =
			(struct extent){(uint32_t)at, (uint32_t)(at + making->title.len)};
}

static enum language language_stated(
	const struct item *item, struct span text, struct vocabulary *vocabulary)
{
	enum language language = language_tagged(item->language);

	return language != LANGUAGE_NONE
		       ? language
		       : language_read(vocabulary, span_cut(text, 0, LANGUAGE_LEN));
}

static void article_make(struct making *making, const char *path, struct vocabulary *vocabulary,
	struct article_list *articles)
{
	struct arena *arena = making->arena;
	struct article *article = ARENA_NEW(arena, struct article);

	article->path = path;
	article->digest = digest_of(making->item->key);
	article->saved = arena_span(arena, buf_span(&making->text));
	article->text = article->saved;
	article->encoding = "UTF-8";
	article->language = language_stated(making->item, article->text, vocabulary);
	lay_out(making, article, vocabulary);
	facts_copy(making->item, article, arena);
	html_links_apply(&making->links, article, arena);
	html_sets_apply(&making->outline, making->base, article, arena);
	*vec_push(arena, articles) = article;
}

enum err item_read(const struct item *item, const char *path, struct vocabulary *vocabulary,
	struct arena *arena, struct article_list *articles, struct fault *why)
{
	struct arena scratch;
	struct making making = {.item = item, .arena = arena, .scratch = &scratch};

	if (item->text.len >= UINT32_MAX / 2)
		return fail(why, ERR_LIMIT, "an article larger than 2 GiB");
	arena_init(&scratch);
	buf_init(&making.text, &scratch);
	making.title = squeezed(item->title, arena);
	enum err err = text_make(&making, why);
	if (err == OK && item->mark)
		item->mark(buf_span(&making.text), making.lines.at, making.lines.count);
	if (err == OK && making.lines.count == 0)
		err = fail(why, ERR_ABSENT, "an article without text");
	if (err == OK)
		article_make(&making, path, vocabulary, articles);
	arena_clear(&scratch);
	return err;
}

const char *item_path(const char *path, uint32_t index, struct arena *arena)
{
	return arena_format(arena, "%s#%u", path, index + 1);
}

void items_number(struct article_list *articles, uint32_t first, struct arena *arena)
{
	if (articles->count - first < 2)
		return;
	for (uint32_t i = first; i < articles->count; i++)
		articles->at[i]->path = item_path(articles->at[i]->path, i - first, arena);
}
