#include "article/finders.h"

#include "text/fold.h"
#include "text/utf8.h"
#include "text/word.h"

#define SOURCE_LEN 60u
#define SOURCE_WORDS 5u
#define LABEL_LEN 24u /* bytes of what announces an address */
#define EDGE_LINES 5u
#define SHORT_HEAD 8u /* a page with a longer head has a menu there */

static bool is_network(struct span folded)
{
	return (cues_of(folded) & CUE_SHARING) != 0;
}

/* The end of a small word inside a name, "du" in "La Gazette du Littoral"; at when there is
 * none here. */
static size_t after_particle(struct span text, size_t at)
{
	static const char *const particles[] = {"du ", "de ", "des ", "de la ", "la ", "le ",
		"les ", "of ", "the ", "and ", "et ", "und ", "der ", "di ", "del ", "do ", "da ",
		"y "};

	for (size_t i = 0; i < COUNT(particles); i++) {
		size_t end = at + span_of(particles[i]).len, next = end;
		if (end < text.len &&
			span_starts(span_cut(text, at, text.len), span_of(particles[i])) &&
			utf8_is_upper(utf8_next(text, &next)))
			return end;
	}
	return at;
}

static bool is_in_name(uint32_t point)
{
	return utf8_is_letter(point) || utf8_is_digit(point) || point == '-' || point == '\'' ||
	       point == 0x2019 || point == '&' || point == '.';
}

/* Whether a button begins here: "Commenter", "Share". */
static bool is_button(const struct page *page, struct span text, size_t at)
{
	struct span folded = fold(span_cut(text, at, at + SOURCE_LEN), page->scratch);

	return cue_at(folded, 0, CUE_DOING | CUE_SHARING) > 0;
}

/* The end of one word of a name; "SputnikCommenter" is one with a button glued to it. */
static size_t word_end(const struct page *page, struct span text, size_t start)
{
	size_t end = start;
	uint32_t before = 0;

	for (size_t at = start; at < text.len;) {
		size_t here = at;
		uint32_t point = utf8_next(text, &at);
		bool glued = utf8_is_upper(point) && utf8_is_lower(before);
		if (!is_in_name(point) || (glued && is_button(page, text, here)))
			break;
		if (point != '.')
			end = at;
		before = point;
	}
	return end;
}

/* The name that begins here: capitalised words and the small ones between them. */
static struct span name_at(const struct page *page, struct span text, size_t start)
{
	size_t end = start, at = start;

	for (unsigned words = 0; words < SOURCE_WORDS && at < text.len; words++) {
		size_t word = words ? after_particle(text, at) : at, next = word;
		if (!utf8_is_upper(utf8_next(text, &next)))
			break;
		next = word_end(page, text, word);
		if (next == word || next - start > SOURCE_LEN)
			break;
		end = next;
		if (next >= text.len || text.at[next] != ' ')
			break;
		at = next + 1;
	}
	return span_cut(text, start, end);
}

static bool is_source(const struct page *page, struct span name)
{
	static const char *const rights[] = {"all", "tous", "alle", "todos", "tutti", "wszelkie"};
	struct span folded = fold(name, page->scratch);

	for (size_t i = 0; i < COUNT(rights); i++)
		if (span_is(folded, rights[i]))
			return false;
	return name.len > 1 && !is_network(folded) && !cue_alone(folded, CUE_LEGAL | CUE_DOING);
}

/* "Comment via X": a page offers to take what is said to it. */
static struct span by_invitation(const struct page *page, uint32_t line)
{
	struct span text = page_line(page, line);
	size_t at = span_find(text, SPAN(" via "), 0);

	if (at >= text.len)
		return SPAN("");
	struct span before = fold(span_cut(text, 0, at), page->scratch);
	if (!(cues_of(before) & (CUE_DOING | CUE_SHARING)))
		return SPAN("");
	struct span name = name_at(page, text, at + 5);
	return is_source(page, name) ? name : SPAN("");
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
	struct span name = name_at(page, text, at);
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
	struct span name = name_at(page, rest, 0);
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
	if (article->source.len)
		return;
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

	if (page->first_body == NO_LINE || page->article->section.len)
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

/* The page's own address: behind a label, or alone on one of the first or last lines. */
void url_find(struct page *page)
{
	if (page->article->url.len)
		return;
	for (uint32_t i = 0; i < page->table.count; i++) {
		const struct line_form *form = &page->table.at[i];
		if (!(form->traits & TRAIT_ADDRESS) || line_is_body(page->kinds[i]))
			continue;
		struct span text = line_span(&page->table, i), url = url_in(text);
		bool at_edge = i < EDGE_LINES || i + EDGE_LINES >= page->table.count;
		bool labelled = url.at > text.at && text.len - url.len <= LABEL_LEN;
		if (url.len > 12 && (labelled || (at_edge && text.len == url.len))) {
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
