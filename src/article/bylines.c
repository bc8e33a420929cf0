#include "article/finders.h"
#include "article/stamps.h"

#include "article/name.h"
#include "text/calendar.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/word.h"

#define REACH 12u /* lines above the text in which its writer is named */
#define TAIL_REACH 3u
#define LATE_REACH 14u /* lines into the text, under a standfirst */
#define UNDER_TITLE 6u /* lines, where the text is far from its title */
#define OVER_TITLE 8u
#define NAMES_ROOM 16u

/* Words that stand between two names. */
static const char *const links[] = {"et", "and", "und", "avec", "with", "e", "i", "con", "mit",
	"en", "och", "a", "et", "и", "та", "in", "a", "for", "pour", "selon", "d'apres"};

static bool is_among(struct span folded, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (span_is(folded, list[i]))
			return true;
	return false;
}

struct names {
	struct page *page;
	struct span at[NAMES_ROOM];
	uint32_t count;
};

static void add(struct names *names, struct span name)
{
	name = span_trim(name);
	while (name.len && (name.at[name.len - 1] == '.' || name.at[name.len - 1] == ':'))
		name = span_trim(span_cut(name, 0, name.len - 1));
	if (names->count == NAMES_ROOM || !name_is_person(names->page, name))
		return;
	for (uint32_t i = 0; i < names->count; i++)
		if (span_equal(names->at[i], name))
			return;
	names->at[names->count++] = name;
}

static bool is_parting_sign(const struct piece *piece)
{
	switch (piece->value) {
	case ',':
	case ';':
	case '|':
	case '/':
	case '&':
	case '(':
	case ')':
	case ':':
	case '@':
	case '+':
	case 0x2022:
	case 0xB7:
	case 0x2013:
	case 0x2014:
		return true;
	case '-':
		return piece->after_blank;
	default:
		return false;
	}
}

static bool is_link(const struct page *page, struct span word)
{
	return is_among(fold(word, page->scratch), links, COUNT(links));
}

/* Whether the piece stands between names; brackets and handles swallow what they hold. */
static bool parts(const struct page *page, const struct pieces *pieces, uint32_t i)
{
	const struct piece *piece = &pieces->at[i];
	struct span text = span_cut(pieces->line, piece->start, piece->end);

	if (piece->kind == PIECE_SIGN)
		return is_parting_sign(piece);
	if (piece->kind == PIECE_NUMBER)
		return true;
	if (i == 0 || (piece->after_blank && i + 1 < pieces->count))
		return is_link(page, text) ||
		       cue_at(fold(text, page->scratch), 0, CUE_BY | CUE_LABEL);
	return false;
}

/* Cuts a stretch of a line into names; after a bracket nobody signs any more. */
static void names_read(struct names *names, struct span text)
{
	struct pieces pieces;
	size_t start = 0;

	pieces_read(&pieces, span_cut(text, 0, 300), LANGUAGE_NONE, NULL, names->page->scratch);
	for (uint32_t i = 0; i < pieces.count; i++) {
		const struct piece *piece = &pieces.at[i];
		if (!parts(names->page, &pieces, i))
			continue;
		add(names, span_cut(text, start, piece->start));
		start = piece->end;
		if (piece->kind == PIECE_SIGN && piece->value == '(')
			while (i + 1 < pieces.count && pieces.at[i].value != ')')
				start = pieces.at[++i].end;
	}
	add(names, span_cut(text, start, pieces.line.len));
}

/* What a date line says besides its days. */
static void names_of_dateline(struct names *names, uint32_t line)
{
	struct page *page = names->page;
	struct span text = span_cut(line_span(&page->table, line), 0, 300);
	struct pieces pieces;
	struct stamp_hit hit;
	uint32_t from = 0;
	size_t start = 0;

	pieces_read(&pieces, text, page->article->language, page->table.vocabulary, page->scratch);
	while (stamp_next(&pieces, &from, &hit)) {
		names_read(names, span_cut(text, start, hit.stamp.at.start));
		start = hit.stamp.at.end;
	}
	names_read(names, span_cut(text, start, text.len));
}

/* "By X" or "X, with AFP": the line after its opening word, when it is so signed. */
static bool signed_rest(const struct page *page, uint32_t line, struct span *rest)
{
	struct span text = page_line(page, line);
	struct span folded = page_folded(page, line);
	size_t start = cue_start(folded), end = cue_at(folded, start, CUE_BY);
	struct words of_phrase = words_of(span_cut(folded, start, end)), of_line = words_of(text);
	struct word word, last = {0};

	if (end == 0)
		return false;
	while (words_next(&of_phrase, &word))
		if (!words_next(&of_line, &last))
			return false;
	*rest = span_cut(text, last.end, text.len);
	return true;
}

/* Whether a title or a date line stands within two lines: a name alone there signs. */
static bool is_near_head(const struct page *page, uint32_t line)
{
	uint32_t start = line > 2 ? line - 2 : 0;

	if (page->title == NO_LINE && line < page->first_full && page->first_full - line <= 3)
		return true;
	for (uint32_t i = start; i <= line + 2 && i < page->table.count; i++)
		if (i == page->title || page->kinds[i] == LINE_DATELINE)
			return true;
	return false;
}

/* "By X", "X, with AFP | 5 February". */
static void read_signed(struct names *names, uint32_t line)
{
	struct page *page = names->page;
	uint32_t count = names->count;
	struct span rest;

	if (page->kinds[line] == LINE_DATELINE) {
		names_of_dateline(names, line);
		return;
	}
	if (page->table.at[line].words > 25 || page->kinds[line] == LINE_TITLE ||
		!signed_rest(page, line, &rest))
		return;
	names_read(names, rest);
	/* "By" on a line of its own. */
	if (span_trim(rest).len == 0 && line + 1 < page->first_full)
		names_read(names, page_line(page, line + 1));
	if (names->count > count)
		page->kinds[line] = LINE_BYLINE;
}

/* A line that is a name and nothing else, and not of whom the text is about. */
static void read_bare(struct names *names, uint32_t line)
{
	struct page *page = names->page;
	uint32_t count = names->count;

	if (page->kinds[line] == LINE_TITLE || page->kinds[line] == LINE_DATELINE ||
		page->table.at[line].words > 6 || !is_near_head(page, line) ||
		name_is_subject(page, line))
		return;
	names_read(names, page_line(page, line));
	if (names->count > count)
		page->kinds[line] = LINE_BYLINE;
}

/* "Author: X" in a head. */
static void read_labelled(struct names *names, uint32_t line)
{
	uint32_t count = names->count;

	names_read(names, page_line(names->page, line));
	if (names->count > count)
		names->page->kinds[line] = LINE_BYLINE;
}

static void read_until(
	struct names *names, uint32_t start, uint32_t end, void (*read)(struct names *, uint32_t))
{
	for (uint32_t i = start; i < end && i < names->page->table.count && names->count == 0; i++)
		read(names, i);
}

/* A line in the text that is signed and says nothing else. */
static void read_inside(struct names *names, uint32_t line)
{
	if (names->page->table.at[line].words <= 12)
		read_signed(names, line);
}

static void read_tail(struct names *names, uint32_t line)
{
	const struct page *page = names->page;

	if (page->kinds[line] == LINE_FURNITURE && page->table.at[line].cues & CUE_BY)
		read_signed(names, line);
}

/* Those that the lines around the text name: between title and text, under the title where the
 * text is far, in the text's first lines, after it, over the title. */
static void find_around(struct names *names)
{
	struct page *page = names->page;
	uint32_t first = page->first_full, start = first > REACH ? first - REACH : 0;
	uint32_t title = page->title, late = first + LATE_REACH + 1;

	if (title != NO_LINE && title + 1 > start)
		start = title + 1;
	read_until(names, start, first, read_signed);
	read_until(names, start, first, read_bare);
	if (title != NO_LINE && title < start) {
		uint32_t end = title + UNDER_TITLE < start ? title + UNDER_TITLE : start;
		read_until(names, title + 1, end, read_signed);
		read_until(names, title + 1, end, read_bare);
	}
	read_until(names, first, late < page->last_body ? late : page->last_body, read_inside);
	read_until(names, page->last_body + 1, page->last_body + TAIL_REACH + 1, read_tail);
	if (title != NO_LINE && title < first)
		read_until(names, title > OVER_TITLE ? title - OVER_TITLE : 0, title, read_signed);
}

void bylines_find(struct page *page)
{
	struct names names = {.page = page};
	struct article *article = page->article;

	for (uint32_t i = 0; i < page->head_end; i++)
		if (page->labels[i] == LABEL_AUTHOR)
			read_labelled(&names, i);
	if (page->first_body != NO_LINE)
		find_around(&names);
	article->bylines = arena_copy(page->arena, names.at, names.count * sizeof names.at[0]);
	article->byline_count = names.count;
	page_find_edges(page);
}
