#include "article/finders.h"
#include "article/labels.h"
#include "text/fold.h"
#include "text/squeeze.h"
#include "text/utf8.h"

#define HEAD_LINES 40u /* of the longest head */
#define OPENING 3u     /* lines above the head: a rule, the name of a database */
#define LABEL_LEN 40u  /* bytes */
#define STRANGE_WORDS 3u
#define VALUE_WORDS \
	60       /* what says more is no head, but a text that begins with a word and a colon */
#define LEAST 2u /* labels that make a head */

static bool is_dressing(char c)
{
	return c == '*' || c == '_' || c == '#' || c == ' ' || c == '\t' || c == '-' || c == '>' ||
	       c == '"' || c == '[';
}

/* Without the signs that mark bold and items. */
static struct span undress(struct span text)
{
	while (text.len && is_dressing(text.at[0]))
		text = span_cut(text, 1, text.len);
	while (text.len && (text.at[text.len - 1] == '*' || text.at[text.len - 1] == '_' ||
				   text.at[text.len - 1] == '"'))
		text = span_cut(text, 0, text.len - 1);
	return span_trim(text);
}

static uint32_t words_in(struct span text)
{
	uint32_t blanks = 0;

	for (size_t i = 0; i < text.len; i++)
		blanks += text.at[i] == ' ';
	return blanks + 1;
}

/* Where the line's colon ends; 0 when none stands near its start. */
static size_t colon_end(struct span line, size_t *colon)
{
	size_t plain = span_find(line, SPAN(":"), 0), wide = span_find(line, SPAN("\uFF1A"), 0);

	*colon = plain < wide ? plain : wide;
	if (*colon == 0 || *colon > LABEL_LEN || *colon >= line.len)
		return 0;
	return *colon + (plain < wide ? 1 : 3);
}

/* What a line announces, and where its value begins. */
static enum label label_of(const struct page *page, uint32_t index, uint32_t *value)
{
	struct span line = line_span(&page->table, index);
	size_t colon, end = colon_end(line, &colon);
	struct arena_mark mark = arena_mark(page->scratch);

	if (end == 0)
		return LABEL_NONE;
	struct span word = undress(span_cut(line, 0, colon));
	enum label label = label_named(fold(word, page->scratch));
	arena_rewind(page->scratch, mark);
	while (end < line.len && is_dressing(line.at[end]))
		end++;
	*value = (uint32_t)end;
	if (label != LABEL_TEXT && page->table.at[index].words > VALUE_WORDS)
		return LABEL_NONE;
	if (label == LABEL_NONE && words_in(word) <= STRANGE_WORDS && word.len > 0)
		return LABEL_STRANGE;
	return label;
}

/* How many lines at the top are a head; their labels are noted. */
static uint32_t head_lines(const struct page *page, enum label *labels, uint32_t *values)
{
	uint32_t count = page->table.count < HEAD_LINES ? page->table.count : HEAD_LINES;
	uint32_t known = 0, end = 0;
	bool titled = false;

	for (uint32_t i = 0; i < count; i++) {
		labels[i] = label_of(page, i, &values[i]);
		bool strange = labels[i] == LABEL_NONE || labels[i] == LABEL_STRANGE;
		bool rule = page->table.at[i].traits & TRAIT_NUMBER;
		if (known == 0 ? i >= OPENING && strange : labels[i] == LABEL_NONE && !rule)
			break;
		if (strange)
			continue;
		known++;
		titled |= i == 0 && labels[i] == LABEL_TITLE;
		end = i + 1;
		if (labels[i] == LABEL_TEXT)
			break;
	}
	return known >= LEAST || titled ? end : 0;
}

static struct span value_of(struct page *page, uint32_t line)
{
	struct span value = undress(page_line(page, line));

	return squeezed(value, page->arena);
}

/* Keeps what the head says first of each. */
static void take(struct page *page, uint32_t line)
{
	struct article *article = page->article;

	switch (page->labels[line]) {
	case LABEL_TITLE:
		if (page->title != NO_LINE)
			break;
		page->title = line;
		page->kinds[line] = LINE_TITLE;
		article->title = value_of(page, line);
		article->title_from = FROM_METADATA;
		article->title_at = page->table.at[line].at;
		article->title_at.start += page->heads[line];
		break;
	case LABEL_SOURCE:
		if (article->source.len)
			break;
		article->source = value_of(page, line);
		article->source_from = FROM_METADATA;
		break;
	case LABEL_SECTION:
		if (article->section.len == 0)
			article->section = value_of(page, line);
		break;
	case LABEL_URL:
		if (article->url.len == 0)
			article->url = value_of(page, line);
		break;
	case LABEL_TEXT:
		page->kinds[line] = LINE_PARAGRAPH;
		break;
	case LABEL_NONE:
	case LABEL_STRANGE:
	case LABEL_DATE:
	case LABEL_UPDATED:
	case LABEL_AUTHOR:
	case LABEL_TAGS:
	case LABEL_OTHER:
		break;
	}
}

/* Where all that looked like a text was the head, the text is what follows. */
static void take_rest(struct page *page)
{
	for (uint32_t i = page->head_end; i < page->table.count; i++)
		page->kinds[i] = LINE_PARAGRAPH;
	page_find_edges(page);
}

void labels_find(struct page *page)
{
	enum label labels[HEAD_LINES];
	uint32_t values[HEAD_LINES];
	uint32_t end = head_lines(page, labels, values);

	bool begun = false;

	page->title = NO_LINE;
	page->head_end = end;
	for (uint32_t i = 0; i < end; i++) {
		/* What stands over the head may be a title. */
		begun |= labels[i] != LABEL_NONE && labels[i] != LABEL_STRANGE;
		if (!begun)
			continue;
		page->kinds[i] = LINE_FURNITURE;
		page->labels[i] = labels[i] == LABEL_NONE ? LABEL_OTHER : labels[i];
		struct extent at = page->table.at[i].at;
		if (labels[i] == LABEL_NONE || at.start + values[i] >= at.end)
			continue; /* a rule, or a label without a value */
		page->heads[i] = values[i];
		take(page, i);
	}
	page_find_edges(page);
	if (end && page->first_body == NO_LINE)
		take_rest(page);
}
