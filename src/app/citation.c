#include "app/citation.h"

#include "app/escape.h"
#include "text/calendar.h"
#include "text/fold.h"
#include "text/width.h"

#define TITLE_MOST 120 /* cells of a title that is only the lead */
#define KEY_MOST 24    /* bytes of a name in a BibTeX key */

enum order { DAY_FIRST, YEAR_FIRST, MONTH_FIRST };

/*
 * A style is a pattern: %a who wrote it, %t its title, %s where it appeared, %d the day, %u its
 * address.  Braces hold what is left out where a part in it is not known, or, behind bars, what
 * is written instead.
 */
struct style {
	const char *name;
	const char *written;   /* where it is known who wrote it; null: BibTeX, which is no line */
	const char *unwritten; /* else */
	enum order order;      /* of a date's parts */
	void (*escape)(struct span, struct buf *);
	void (*escape_address)(struct span, struct buf *);
};

/* clang-format off */
static const struct style styles[CITATION_COUNT] = {
	[CITATION_PLAIN] = {"plain",
		"%a, “%t”{, %s}{, %d}{, %u}", "“%t”{, %s}{, %d}{, %u}",
		DAY_FIRST, escape_plain, escape_plain},
	[CITATION_APA] = {"apa",
		"%a ({%d|n.d.}). %t.{ %s.}{ %u}", "%t. ({%d|n.d.}).{ %s.}{ %u}",
		YEAR_FIRST, escape_plain, escape_plain},
	[CITATION_CHICAGO] = {"chicago",
		"%a. “%t.”{ %s, %d.| %s.| %d.}{ %u.}", "“%t.”{ %s, %d.| %s.| %d.}{ %u.}",
		MONTH_FIRST, escape_plain, escape_plain},
	[CITATION_MARKDOWN] = {"markdown",
		"%a, {[%t](%u)|*%t*}{, %s}{, %d}", "{[%t](%u)|*%t*}{, %s}{, %d}",
		DAY_FIRST, escape_markdown, escape_address},
	[CITATION_BIBTEX] = {"bibtex", NULL, NULL, DAY_FIRST, escape_bibtex, escape_bibtex},
};
/* clang-format on */

const char *citation_name(enum citation_style style)
{
	return styles[style].name;
}

enum citation_style citation_named(struct span name)
{
	int style = 0;

	while (style < CITATION_COUNT && !span_is(name, styles[style].name))
		style++;
	return (enum citation_style)style;
}

/* --- the parts ------------------------------------------------------------------------------- */

struct cited {
	const struct article *article;
	const struct published *published;
	const struct style *style;
};

static bool is_dated(const struct published *published)
{
	return published->day != DAY_NONE && published->precision != PRECISION_NONE;
}

static void add_writers(const struct cited *cited, const char *between, struct buf *buf)
{
	for (uint32_t i = 0; i < cited->article->byline_count; i++) {
		buf_text(buf, i ? between : "");
		cited->style->escape(cited->article->bylines[i], buf);
	}
}

static void add_title(const struct cited *cited, struct buf *buf)
{
	const struct article *article = cited->article;

	if (article->title_from != FROM_LEAD) {
		cited->style->escape(article->title, buf);
		return;
	}
	buf_char(buf, '[');
	cited->style->escape(width_clip(article->title, TITLE_MOST, buf->arena), buf);
	buf_char(buf, ']');
}

/* As much of the date as is known, in the style's order. */
static void add_day(const struct cited *cited, struct buf *buf)
{
	const struct published *published = cited->published;
	struct civil civil = civil_of(published->day);
	const char *month = month_name(civil.month);
	bool inferred = published->year_inferred || published->day_inferred;

	buf_text(buf, inferred ? "[" : "");
	if (published->precision == PRECISION_YEAR)
		buf_format(buf, "%d", civil.year);
	else if (cited->style->order == YEAR_FIRST && published->precision == PRECISION_MONTH)
		buf_format(buf, "%d, %s", civil.year, month);
	else if (published->precision == PRECISION_MONTH)
		buf_format(buf, "%s %d", month, civil.year);
	else if (cited->style->order == YEAR_FIRST)
		buf_format(buf, "%d, %s %d", civil.year, month, civil.day);
	else if (cited->style->order == MONTH_FIRST)
		buf_format(buf, "%s %d, %d", month, civil.day, civil.year);
	else
		buf_format(buf, "%d %s %d", civil.day, month, civil.year);
	buf_text(buf, inferred ? "]" : "");
}

static bool is_known(const struct cited *cited, char part)
{
	switch (part) {
	case 'a':
		return cited->article->byline_count > 0;
	case 's':
		return cited->article->source.len > 0;
	case 'u':
		return cited->article->url.len > 0;
	case 'd':
		return is_dated(cited->published);
	default:
		return cited->article->title.len > 0;
	}
}

static void add_part(const struct cited *cited, char part, struct buf *buf)
{
	switch (part) {
	case 'a':
		add_writers(cited, ", ", buf);
		break;
	case 's':
		cited->style->escape(cited->article->source, buf);
		break;
	case 'u':
		cited->style->escape_address(cited->article->url, buf);
		break;
	case 'd':
		add_day(cited, buf);
		break;
	default:
		add_title(cited, buf);
	}
}

/* --- patterns -------------------------------------------------------------------------------- */

static bool all_known(const struct cited *cited, struct span pattern)
{
	for (size_t at = 0; at + 1 < pattern.len; at++)
		if (pattern.at[at] == '%' && !is_known(cited, pattern.at[at + 1]))
			return false;
	return true;
}

static void add_plain(const struct cited *cited, struct span pattern, struct buf *buf)
{
	for (size_t at = 0; at < pattern.len; at++) {
		if (pattern.at[at] == '%' && at + 1 < pattern.len)
			add_part(cited, pattern.at[++at], buf);
		else
			buf_char(buf, pattern.at[at]);
	}
}

/* The first of the choices between bars of which all parts are known. */
static void add_choice(const struct cited *cited, struct span choices, struct buf *buf)
{
	for (size_t at = 0; at <= choices.len;) {
		size_t bar = span_find(choices, SPAN("|"), at);
		struct span choice = span_cut(choices, at, bar);

		if (all_known(cited, choice)) {
			add_plain(cited, choice, buf);
			return;
		}
		at = bar + 1;
	}
}

static void add_pattern(const struct cited *cited, struct span pattern, struct buf *buf)
{
	for (size_t at = 0; at < pattern.len;) {
		size_t open = span_find(pattern, SPAN("{"), at);
		size_t close = span_find(pattern, SPAN("}"), open);

		add_plain(cited, span_cut(pattern, at, open), buf);
		add_choice(cited, span_cut(pattern, open + 1, close), buf);
		at = close + 1;
	}
}

/* --- BibTeX ---------------------------------------------------------------------------------- */

/* "sputnik2021-4": who, the year, and the article's number, which nobody else has. */
static void add_key(const struct cited *cited, article_id id, struct buf *buf)
{
	const struct article *article = cited->article;
	struct span who =
		fold(article->byline_count ? article->bylines[0] : article->source, buf->arena);
	size_t start = buf->len;

	for (size_t at = 0; at < who.len && buf->len - start < KEY_MOST; at++)
		if ((who.at[at] >= 'a' && who.at[at] <= 'z') ||
			(who.at[at] >= '0' && who.at[at] <= '9'))
			buf_char(buf, who.at[at]);
	if (buf->len == start)
		buf_text(buf, "article");
	if (is_dated(cited->published))
		buf_format(buf, "%d", civil_of(cited->published->day).year);
	buf_format(buf, "-%u", id);
}

static void add_field(const struct cited *cited, const char *name, char part, struct buf *buf)
{
	if (!is_known(cited, part))
		return;
	buf_format(buf, ",\n  %s = {", name);
	if (part == 'a')
		add_writers(cited, " and ", buf);
	else
		add_part(cited, part, buf);
	buf_char(buf, '}');
}

static void add_bibtex(const struct cited *cited, article_id id, struct buf *buf)
{
	const struct published *published = cited->published;

	buf_text(buf, "@misc{");
	add_key(cited, id, buf);
	add_field(cited, "author", 'a', buf);
	add_field(cited, "title", 't', buf);
	add_field(cited, "howpublished", 's', buf);
	if (is_dated(published)) {
		buf_format(buf, ",\n  year = {%d}", civil_of(published->day).year);
		buf_format(buf, ",\n  date = {%s}",
			day_iso(published->day, published->precision, buf->arena));
		if (published->year_inferred || published->day_inferred)
			buf_text(buf, ",\n  note = {The date is worked out, not stated}");
	}
	add_field(cited, "url", 'u', buf);
	buf_text(buf, "\n}");
}

void citation_add(
	const struct epoch *epoch, article_id id, enum citation_style style, struct buf *buf)
{
	struct cited cited = {
		epoch_article(epoch, id), &epoch_facts(epoch, id)->published, &styles[style]};

	if (style == CITATION_BIBTEX)
		add_bibtex(&cited, id, buf);
	else
		add_pattern(&cited,
			span_of(is_known(&cited, 'a') ? cited.style->written
						      : cited.style->unwritten),
			buf);
}
