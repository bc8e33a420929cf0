#include "app/writer.h"

#include "app/citation.h"
#include "app/escape.h"
#include "app/export.h"
#include "app/reasons.h"
#include "text/calendar.h"
#include "text/language.h"
#include "text/width.h"

#define TITLE_MOST 160 /* cells of a heading; a lead may be a long sentence */

/* --- Markdown: an article to be read ------------------------------------------------------- */

static void add_heading(const struct article *article, struct buf *buf)
{
	bool lead = article->title_from == FROM_LEAD, linked = article->url.len > 0;

	buf_text(buf, lead ? "## ≈ " : "## ");
	buf_text(buf, linked ? "[" : "");
	escape_markdown(width_clip(article->title, TITLE_MOST, buf->arena), buf);
	if (linked) {
		buf_text(buf, "](");
		escape_address(article->url, buf);
		buf_char(buf, ')');
	}
	buf_text(buf, "\n\n");
}

/* What Markdown has before quotations and items of lists. */
static void add_set(const struct article *article, uint32_t line, struct buf *buf)
{
	struct line_set set =
		line < article->set_count ? article->sets[line] : (struct line_set){0};

	for (int i = 0; i < set.quoted; i++)
		buf_text(buf, "> ");
	for (int i = 1; i < set.listed; i++)
		buf_text(buf, "    ");
	if (set.item == ITEM_BULLET)
		buf_text(buf, "- ");
	else if (set.item)
		buf_format(buf, "%u. ", set.item);
	else if (set.listed)
		buf_text(buf, "    ");
}

static void add_paragraph(
	const struct article *article, uint32_t line, enum line_kind kind, struct buf *buf)
{
	struct span text = span_in(article->text, article->lines[line].at);

	buf_char(buf, '\n');
	add_set(article, line, buf);
	buf_text(buf, kind == LINE_HEADING ? "### " : kind == LINE_CAPTION ? "*" : "");
	escape_markdown(text, buf);
	buf_text(buf, kind == LINE_CAPTION ? "*\n" : "\n");
}

static void write_markdown(const struct epoch *epoch, article_id id, struct buf *buf)
{
	const struct article *article = epoch_article(epoch, id);
	const struct facts *facts = epoch_facts(epoch, id);

	add_heading(article, buf);
	escape_markdown(span_of(reasons_facts(epoch, id, buf->arena)), buf);
	buf_char(buf, '\n');
	for (uint32_t i = 0; i < article->byline_count; i++) {
		buf_text(buf, i ? ", " : "\n");
		escape_markdown(article->bylines[i], buf);
	}
	buf_text(buf, article->byline_count ? "\n" : "");
	for (uint32_t i = 0; i < article->line_count; i++)
		if (line_is_body((enum line_kind)facts->kinds[i]))
			add_paragraph(article, i, (enum line_kind)facts->kinds[i], buf);
}

/* --- CSV: a row of what is known ------------------------------------------------------------ */

static void add_names(const struct epoch *epoch, const struct facts *facts, struct buf *buf)
{
	struct buf names;

	buf_init(&names, buf->arena);
	for (uint32_t i = 0; i < facts->people_count; i++) {
		buf_text(&names, i ? "; " : "");
		buf_text(&names, epoch_actor(epoch, facts->people[i])->name);
	}
	escape_csv(buf_span(&names), buf);
}

static void add_list(const struct span *items, uint32_t count, struct buf *buf)
{
	struct buf joined;

	buf_init(&joined, buf->arena);
	for (uint32_t i = 0; i < count; i++) {
		buf_text(&joined, i ? "; " : "");
		buf_add(&joined, items[i]);
	}
	escape_csv(buf_span(&joined), buf);
}

static void write_csv(const struct epoch *epoch, article_id id, struct buf *buf)
{
	const struct article *article = epoch_article(epoch, id);
	const struct facts *facts = epoch_facts(epoch, id);
	const struct published *published = &facts->published;
	const char *language = language_code(article->language);

	buf_format(buf, "%u,", id);
	escape_csv(span_of(article->path), buf);
	buf_format(buf, ",%s,", day_iso(published->day, published->precision, buf->arena));
	escape_csv(article->title, buf);
	buf_char(buf, ',');
	escape_csv(article->source, buf);
	buf_char(buf, ',');
	add_list(article->bylines, article->byline_count, buf);
	buf_format(buf, ",%s,", language ? language : "");
	add_names(epoch, facts, buf);
	buf_char(buf, ',');
	add_list(article->tags, article->tag_count, buf);
	buf_char(buf, ',');
	escape_csv(article->url, buf);
	buf_char(buf, '\n');
}

/* --- the others ------------------------------------------------------------------------------ */

static void write_json(const struct epoch *epoch, article_id id, struct buf *buf)
{
	export_article(epoch, id, buf);
	buf->at[--buf->len] = 0; /* the line feed: a comma may follow */
}

static void write_bibtex(const struct epoch *epoch, article_id id, struct buf *buf)
{
	citation_add(epoch, id, CITATION_BIBTEX, buf);
	buf_char(buf, '\n');
}

/* clang-format off */
const struct writer writers[] = {
	{"md", "markdown", "articles to be read, as Markdown", "", "", "\n", write_markdown, false},
	{"csv", NULL, "a table, a row an article",
		"id,path,date,title,source,byline,language,people,tags,url\n", "", "", write_csv, false},
	{"json", NULL, "everything that is known, one list", "[\n", "\n]\n", ",\n", write_json, false},
	{"jsonl", NULL, "everything that is known, a JSON object a line", "", "", "", export_article, false},
	{"bib", "bibtex", "entries for BibTeX", "", "", "\n", write_bibtex, false},
	{"sqlite", "db", "a database, for SQL and Datasette", "", "", "", NULL, true},
};
/* clang-format on */

const uint32_t writer_count = COUNT(writers);

const struct writer *writer_named(struct span name)
{
	for (uint32_t i = 0; i < writer_count; i++)
		if (span_is(name, writers[i].name) ||
			(writers[i].other_name && span_is(name, writers[i].other_name)))
			return &writers[i];
	return NULL;
}

const struct writer *writer_of_path(struct span path)
{
	size_t dot = path.len;

	while (dot > 0 && path.at[dot - 1] != '.' && path.at[dot - 1] != '/')
		dot--;
	if (dot == 0 || path.at[dot - 1] != '.')
		return NULL;
	return writer_named(span_cut(path, dot, path.len));
}
