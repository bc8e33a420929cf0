#include "article/html-facts.h"

#include "article/html-elements.h"
#include "text/fold.h"
#include "text/squeeze.h"
#include "text/utf8.h"

#define STAMPS_MOST 8u
#define NAMES_MOST 16u
#define NEAR_LINES 1u /* between two names of one byline */

/* Names of facts, the most trusted first. */
static const char *const titles[] = {"ld:headline", "og:title", "dc.title", "dcterms.title",
	"twitter:title", "itemprop:headline", "title"};
static const char *const published[] = {"ld:datepublished", "article:published_time",
	"og:article:published_time", "itemprop:datepublished", "datepublished", "date.published",
	"dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date",
	"dcterms.date", "pubdate", "publishdate", "publish-date", "publish_date",
	"publication_date", "article.published", "parsely-pub-date", "sailthru.date",
	"cxenseparse:recs:publishtime", "originalpublicationdate", "article_date_original", "ptime",
	"og:published_time", "article:post_date", "shareaholic:article_published_time",
	"citation_date", "date"};
static const char *const updated[] = {"ld:datemodified", "article:modified_time",
	"og:article:modified_time", "og:updated_time", "itemprop:datemodified", "dc.date.modified",
	"dcterms.modified", "lastmod", "last-modified", "revised"};
static const char *const authors[] = {"ld:author", "article:author", "og:article:author",
	"dc.creator", "author", "parsely-author", "sailthru.author", "byl", "itemprop:author",
	"rel:author"};
static const char *const sources[] = {
	"og:site_name", "ld:publisher", "dc.publisher", "application-name"};
static const char *const sections[] = {
	"article:section", "ld:articlesection", "parsely-section", "itemprop:articlesection"};
static const char *const subjects[] = {
	"article:tag", "ld:keywords", "news_keywords", "keywords", "rel:tag"};
static const char *const addresses[] = {"canonical", "og:url"};
static const char *const languages[] = {
	"ld:inlanguage", "lang", "og:locale", "content-language", "dc.language"};

static struct span first_of(const struct html_facts *facts, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (uint32_t k = 0; k < facts->count; k++)
			if (span_is(facts->at[k].name, names[i]))
				return facts->at[k].value;
	return SPAN("");
}

/* Where the last sign that parts a title from the site's name stands; title.len: nowhere. */
static size_t last_bar(struct span title, size_t *after)
{
	static const char *const bars[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · "};
	size_t found = title.len;

	for (size_t i = 0; i < COUNT(bars); i++)
		for (size_t at = 0; (at = span_find(title, span_of(bars[i]), at)) < title.len; at++)
			if (found == title.len || at > found) {
				found = at;
				*after = at + strlen(bars[i]);
			}
	return found;
}

/* Whether a line of the page, or a heading, says just this. */
static bool stands_alone(
	const struct html_outline *outline, struct span words, bool as_heading, struct arena *arena)
{
	struct span wanted = fold(words, arena);

	for (uint32_t i = 0; i < outline->lines.count; i++) {
		struct span line = span_in(outline->text, outline->lines.at[i].at);
		struct arena_mark mark = arena_mark(arena);
		enum html_tag tag = outline->nodes.at[outline->lines.at[i].block].tag;
		bool same = line.len < words.len + 16 &&
			    (!as_heading || html_text_kind(tag) == LINE_HEADING) &&
			    span_equal(fold(squeezed(line, arena), arena), wanted);
		arena_rewind(arena, mark);
		if (same)
			return true;
	}
	return false;
}

/* The title without what follows its last bar, when that is the site's name or when what stands
 * before it is a line of the page. */
static struct span without_site(
	const struct html_outline *outline, struct span title, struct arena *arena)
{
	struct span site = first_of(&outline->facts, sources, COUNT(sources));
	size_t after = 0, bar = last_bar(title, &after);

	if (bar == title.len || stands_alone(outline, title, false, arena))
		return title;
	struct span head = span_cut(title, 0, bar), tail = span_cut(title, after, title.len);
	bool named = site.len && span_equal(fold(tail, arena), fold(site, arena));
	if (named || stands_alone(outline, head, false, arena))
		return head;
	return title;
}

/* Whether another statement of the page holds the words, or a heading of it says them.  What some
 * sites give out as the headline is a description that nobody sees. */
static bool is_backed(const struct html_outline *outline, struct span words, struct arena *arena)
{
	struct span wanted = fold(words, arena);

	for (size_t i = 1; i < COUNT(titles); i++) {
		struct span other = first_of(&outline->facts, &titles[i], 1);
		other = fold(squeezed(other, arena), arena);
		if (span_find(other, wanted, 0) < other.len)
			return true;
	}
	return stands_alone(outline, words, true, arena);
}

/* The most trusted title as it is stated; the headline for machines only where something else says
 * the same, or nothing else is stated. */
static struct span title_of(const struct html_outline *outline, bool *is_own, struct arena *arena)
{
	const size_t last = COUNT(titles) - 1;
	struct span headline = squeezed(first_of(&outline->facts, titles, 1), arena);
	struct span other = first_of(&outline->facts, titles + 1, last - 1);
	struct span tab = first_of(&outline->facts, titles + last, 1);
	bool is_alone = other.len == 0 && tab.len == 0;

	*is_own = true;
	if (headline.len && (is_alone || is_backed(outline, headline, arena)))
		return headline;
	*is_own = other.len > 0;
	return squeezed(other.len ? other : tab, arena);
}

struct html_titles html_titles_of(const struct html_outline *outline, struct arena *arena)
{
	bool is_own;
	struct span stated = title_of(outline, &is_own, arena), headline = stated;

	for (int i = 0; i < 2; i++)
		headline = without_site(outline, headline, arena);
	return (struct html_titles){.headline = headline, .stated = is_own ? stated : headline};
}

enum language html_language(const struct html_facts *facts)
{
	for (size_t i = 0; i < COUNT(languages); i++) {
		struct span code = first_of(facts, &languages[i], 1);
		enum language language = language_tagged(code);
		if (language != LANGUAGE_NONE)
			return language;
	}
	return LANGUAGE_NONE;
}

struct stamp_room {
	struct stamp at[STAMPS_MOST];
	uint32_t count;
};

static void stamps_add(struct stamp_room *room, const struct html_facts *facts,
	const char *const *names, size_t count, bool late, enum language language)
{
	for (size_t i = 0; i < count && room->count < STAMPS_MOST; i++) {
		struct span value = first_of(facts, &names[i], 1);
		if (value.len && html_day_of(value, language, &room->at[room->count]))
			room->at[room->count++].updated = late;
	}
}

/* What is stated for machines stands before what was read off the lines; days of a change after
 * all others.  Times that are marked as such may be those of teasers and comments: they count only
 * when nothing else does. */
static void stamps_apply(
	const struct html_facts *facts, struct article *article, struct arena *arena)
{
	struct stamp_room first = {.count = 0}, late = {.count = 0};
	static const char *const times[] = {"time"};
	struct stamp near;
	uint32_t count = 0;

	stamps_add(&first, facts, published, COUNT(published), false, article->language);
	stamps_add(&late, facts, updated, COUNT(updated), true, article->language);
	if (first.count + article->stamp_count == 0)
		stamps_add(&first, facts, times, COUNT(times), false, article->language);
	if (first.count + article->stamp_count == 0 && html_day_near(article, &near))
		first.at[first.count++] = near;
	uint32_t all = first.count + late.count + article->stamp_count;
	struct stamp *stamps = ARENA_ARRAY(arena, struct stamp, all);
	for (uint32_t i = 0; i < first.count; i++)
		stamps[count++] = first.at[i];
	for (uint32_t i = 0; i < article->stamp_count; i++)
		stamps[count++] = article->stamps[i];
	for (uint32_t i = 0; i < late.count; i++)
		stamps[count++] = late.at[i];
	article->stamps = stamps;
	article->stamp_count = count;
}

static bool is_known(const struct span *list, uint32_t count, struct span name)
{
	for (uint32_t i = 0; i < count; i++)
		if (span_equal(list[i], name))
			return true;
	return false;
}

/* What the body states again further below is of another article. */
static bool is_near(uint32_t line, uint32_t last)
{
	return last == HTML_NONE || line <= last + NEAR_LINES;
}

/* The values of the first name that has any, cut at commas. */
static uint32_t list_of(const struct html_facts *facts, const char *const *names, size_t count,
	struct span *list, struct arena *arena)
{
	uint32_t found = 0, last = HTML_NONE;

	for (size_t i = 0; i < count && found == 0; i++)
		for (uint32_t k = 0; k < facts->count; k++) {
			struct span rest = squeezed(facts->at[k].value, arena);
			if (!span_is(facts->at[k].name, names[i]) ||
				span_starts(rest, SPAN("http")) ||
				!is_near(facts->at[k].line, last))
				continue;
			last = facts->at[k].line;
			while (rest.len && found < NAMES_MOST) {
				size_t end = span_find(rest, SPAN(","), 0);
				struct span one = span_trim(span_cut(rest, 0, end));
				rest = span_cut(rest, end + 1, rest.len);
				if (one.len && !is_known(list, found, one))
					list[found++] = one;
			}
		}
	return found;
}

/* Whether it can be somebody's name: dashes, addresses and handles cannot. */
static bool is_name(struct span name)
{
	bool has_letter = false;

	for (size_t at = 0; at < name.len;) {
		uint32_t point = utf8_next(name, &at);
		if (point == '@' || point == '/')
			return false;
		has_letter |= utf8_is_letter(point);
	}
	return has_letter;
}

/* Without the word for "by" and without the address that stands in brackets behind it. */
static struct span bare_name(struct span name)
{
	static const char *const before[] = {"By ", "by ", "BY ", "Par ", "par ", "Von ", "Por "};

	for (size_t i = 0; i < COUNT(before); i++)
		if (span_starts(name, span_of(before[i])))
			name = span_trim(span_cut(name, strlen(before[i]), name.len));
	size_t bracket = span_find(name, SPAN(" ("), 0);
	struct span inside = span_cut(name, bracket, name.len);
	bool address = span_find(inside, SPAN("/"), 0) < inside.len ||
		       span_find(inside, SPAN("@"), 0) < inside.len;
	return address ? span_trim(span_cut(name, 0, bracket)) : name;
}

static void bylines_apply(
	const struct html_facts *facts, struct article *article, struct arena *arena)
{
	struct span names[NAMES_MOST];
	uint32_t count = list_of(facts, authors, COUNT(authors), names, arena), kept = 0;

	for (uint32_t i = 0; i < count; i++) {
		struct span name = bare_name(names[i]);
		if (is_name(name))
			names[kept++] = name;
	}
	if (kept == 0) /* then what was read off the lines holds */
		return;
	article->bylines = arena_copy(arena, names, kept * sizeof names[0]);
	article->byline_count = kept;
}

static void tags_apply(const struct html_facts *facts, struct article *article, struct arena *arena)
{
	struct span names[NAMES_MOST];
	uint32_t count = list_of(facts, subjects, COUNT(subjects), names, arena);

	if (count && article->tag_count == 0) {
		article->tags = arena_copy(arena, names, count * sizeof names[0]);
		article->tag_count = count;
	}
}

void html_facts_apply(const struct html_facts *facts, struct article *article, struct arena *arena)
{
	struct span source = first_of(facts, sources, COUNT(sources));
	struct span section = first_of(facts, sections, COUNT(sections));
	struct span address = first_of(facts, addresses, COUNT(addresses));

	if (source.len) {
		article->source = squeezed(source, arena);
		article->source_from = FROM_METADATA;
	}
	if (section.len)
		article->section = squeezed(section, arena);
	if (span_starts(address, SPAN("http")))
		article->url = arena_span(arena, address);
	stamps_apply(facts, article, arena);
	bylines_apply(facts, article, arena);
	tags_apply(facts, article, arena);
}
