#include "article/finders.h"

#include "text/fold.h"
#include "text/utf8.h"
#include "text/word.h"

#define SOURCE_LEN 60u
#define SOURCE_WORDS 5u
#define SHORT_HEAD 8u /* a page with a longer head has a menu there */

static bool is_network(struct span folded)
{
	return (cues_of(folded) & CUE_SHARING) != 0;
}

/* The name that begins here: capitalised words, ended where another one is glued to it
 * ("SputnikCommenter") or by a sign. */
static struct span name_at(struct span text, size_t start)
{
	size_t end = start;
	uint32_t before = 0, words = 0;

	for (size_t at = start; at < text.len && at - start < SOURCE_LEN;) {
		uint32_t point = utf8_next(text, &at);
		bool opens = !utf8_is_letter(before) && !utf8_is_digit(before) && before != '.' &&
			     before != '\'' && before != '-';
		if (utf8_is_upper(point) && utf8_is_lower(before))
			break;
		if (utf8_is_letter(point) && opens) {
			if (!utf8_is_upper(point) || words == SOURCE_WORDS)
				break;
			words++;
		} else if (!utf8_is_letter(point) && !utf8_is_digit(point) && point != ' ' &&
			   point != '.' && point != '-' && point != '\'' && point != 0x2019 &&
			   point != '&') {
			break;
		}
		if (point != ' ' && (point != '.' || (at < text.len && text.at[at] != ' ')))
			end = at;
		before = point;
	}
	return span_trim(span_cut(text, start, end));
}

static bool is_source(const struct page *page, struct span name)
{
	struct span folded = fold(name, page->scratch);

	return name.len > 1 && !is_network(folded) && !cue_alone(folded, CUE_LEGAL | CUE_DOING);
}

/* "Comment via X", "Suivez X sur Facebook": a page invites to itself. */
static struct span by_invitation(const struct page *page, uint32_t line)
{
	static const char *const openings[] = {"via "};
	struct span text = page_line(page, line);

	for (size_t i = 0; i < COUNT(openings); i++) {
		struct span opening = span_of(openings[i]);
		size_t at = span_find(text, opening, 0);
		if (at == 0 || at >= text.len || text.at[at - 1] != ' ')
			continue;
		struct span name = name_at(text, at + opening.len);
		if (is_source(page, name))
			return name;
	}
	return SPAN("");
}

static size_t skip_years(struct span text, size_t at)
{
	while (at < text.len) {
		char c = text.at[at];
		if (c != ' ' && c != '-' && c != ',' && c != ':' && (c < '0' || c > '9'))
			break;
		at++;
	}
	return at;
}

/* "© 2021 X", "Copyright X. All rights reserved". */
static struct span by_right(const struct page *page, uint32_t line)
{
	struct span text = page_line(page, line);
	size_t at = span_find(text, SPAN("©"), 0);

	if (at < text.len) {
		at += 2;
	} else {
		at = span_find(text, SPAN("opyright"), 0);
		if (at >= text.len)
			return SPAN("");
		at += 8;
	}
	at = skip_years(text, at);
	if (span_starts(span_cut(text, at, text.len), SPAN("Copyright")))
		at = skip_years(text, at + 9);
	if (span_starts(span_cut(text, at, text.len), SPAN("by ")))
		at += 3;
	struct span name = name_at(text, at);
	return is_source(page, name) ? name : SPAN("");
}

/* "Source: X" on a line of its own. */
static struct span by_label(const struct page *page, uint32_t line)
{
	struct span text = page_line(page, line), folded = page_folded(page, line);
	size_t colon = span_find(text, SPAN(":"), 0);
	size_t start = cue_start(folded);

	if (start > 2 || colon >= text.len || colon > 20 || !cue_at(folded, start, CUE_SOURCE) ||
		page->table.at[line].words > SOURCE_WORDS + 2)
		return SPAN("");
	struct span rest = span_trim(span_cut(text, colon + 1, text.len));
	if (span_find(rest, SPAN("://"), 0) < rest.len)
		return SPAN("");
	struct span name = name_at(rest, 0);
	return is_source(page, name) ? name : SPAN("");
}

/* The first of the lines outside the text, from the last, in which the finder finds a name. */
static struct span look_outside(
	const struct page *page, struct span (*find)(const struct page *, uint32_t line))
{
	for (uint32_t i = page->table.count; i-- > 0;) {
		const struct line_form *form = &page->table.at[i];
		if (line_is_body(page->kinds[i]) || page->kinds[i] == LINE_TITLE ||
			form->words > 40)
			continue;
		struct span name = find(page, i);
		if (name.len)
			return name;
	}
	return SPAN("");
}

/* "(X) - The lead" and "PARIS (AFP) - the lead". */
static struct span in_lead(const struct page *page)
{
	struct extent at = page->table.at[page->first_full].at;
	struct span agency;

	at.start += page->heads[page->first_full];
	lead_prefix(span_in(page->table.text, at), &agency);
	return is_source(page, agency) ? agency : SPAN("");
}

static struct span url_in(struct span text)
{
	size_t at = span_find(text, SPAN("http"), 0), end;

	if (at >= text.len)
		return SPAN("");
	struct span url = span_cut(text, at, text.len);
	if (!span_starts(url, SPAN("http://")) && !span_starts(url, SPAN("https://")))
		return SPAN("");
	for (end = 0; end < url.len && end < 2000; end++)
		if ((unsigned char)url.at[end] <= ' ' || url.at[end] == '"' || url.at[end] == '>' ||
			url.at[end] == ')')
			break;
	return span_cut(url, 0, end);
}

static struct span host_of(struct span url)
{
	size_t start = span_find(url, SPAN("://"), 0) + 3, end;

	for (end = start; end < url.len; end++)
		if (url.at[end] == '/' || url.at[end] == ':' || url.at[end] == '?')
			break;
	struct span host = span_cut(url, start, end);
	return span_starts(host, SPAN("www.")) ? span_cut(host, 4, host.len) : host;
}

static void find_source(struct page *page)
{
	struct article *article = page->article;
	struct span name = look_outside(page, by_label);

	if (!name.len)
		name = look_outside(page, by_invitation);
	if (!name.len && page->first_body != NO_LINE)
		name = in_lead(page);
	if (!name.len)
		name = look_outside(page, by_right);
	article->source = name;
	article->source_from = name.len ? FROM_TEXT : FROM_NOWHERE;
	if (!name.len && article->url.len) {
		article->source = host_of(article->url);
		article->source_from = article->source.len ? FROM_URL : FROM_NOWHERE;
	}
}

/* The name of a section: alone on the first line of a page with a short head. */
static void find_section(struct page *page)
{
	uint32_t page_words = CUE_POINTER | CUE_SHARING | CUE_LEGAL | CUE_DOING | CUE_BY |
			      CUE_LABEL | CUE_TAGS | CUE_SOURCE | CUE_CREDIT;
	uint32_t never = TRAIT_MARK | TRAIT_COLON | TRAIT_SMALL | TRAIT_NUMBER | TRAIT_DIGIT |
			 TRAIT_ADDRESS | TRAIT_PICTURE | TRAIT_BAR;

	if (page->first_body == NO_LINE)
		return;
	for (uint32_t i = 0; i < page->first_full; i++) {
		const struct line_form *form = &page->table.at[i];
		struct span text = page_line(page, i);
		bool known = cue_alone(page_folded(page, i), CUE_RUBRIC);
		bool near = i + 3 >= page->first_full ||
			    (page->title != NO_LINE && i + 2 >= page->title && i < page->title);
		bool opening = i == 0 && page->first_full <= SHORT_HEAD && form->words <= 3 &&
			       !(form->cues & page_words);
		if (page->kinds[i] != LINE_FURNITURE || form->traits & never ||
			!(opening || (known && near)) || span_equal(text, page->article->source))
			continue;
		page->article->section = text;
		return;
	}
}

/* The page's own address: alone on its line, or behind a label, at the head or the foot. */
void url_find(struct page *page)
{
	for (uint32_t i = 0; i < page->table.count; i++) {
		const struct line_form *form = &page->table.at[i];
		if (!(form->traits & TRAIT_ADDRESS) || line_is_body(page->kinds[i]))
			continue;
		struct span text = line_span(&page->table, i), url = url_in(text);
		if (url.len > 12 && text.len - url.len <= 24) {
			page->article->url = url;
			return;
		}
	}
}

void source_find(struct page *page)
{
	find_source(page);
	find_section(page);
}
