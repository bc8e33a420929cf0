#include "article/finders.h"

#include "text/utf8.h"
#include "text/word.h"

#define TAGS_ROOM 40u
#define TAG_LEN 120u
#define LINES_OF_TAGS 12u

static bool is_separator(uint32_t point)
{
	return point == ',' || point == ';' || point == '|' || point == 0x2022 || point == 0xB7 ||
	       point == 0x3001 || point == 0xFF0C;
}

static void add(struct page *page, struct span_list *tags, struct span tag)
{
	while (tag.len && (tag.at[0] == '#' || tag.at[0] == ':'))
		tag = span_cut(tag, 1, tag.len);
	tag = span_trim(tag);
	if (tag.len == 0 || tag.len > TAG_LEN || tags->count == TAGS_ROOM)
		return;
	for (uint32_t i = 0; i < tags->count; i++)
		if (span_equal(tags->at[i], tag))
			return;
	*vec_push(page->arena, tags) = tag;
}

/* Cuts a list at its commas, but not inside brackets; whether there was a comma. */
static bool cut_list(struct page *page, struct span_list *tags, struct span list)
{
	size_t start = 0;
	int depth = 0;
	bool parted = false;

	for (size_t at = 0; at < list.len;) {
		size_t here = at;
		uint32_t point = utf8_next(list, &at);
		depth += point == '(' ? 1 : point == ')' && depth > 0 ? -1 : 0;
		if (depth > 0 || !is_separator(point))
			continue;
		add(page, tags, span_cut(list, start, here));
		start = at;
		parted = true;
	}
	add(page, tags, span_cut(list, start, list.len));
	return parted;
}

/* What follows the announcing words on their own line. */
static struct span rest_of(const struct page *page, uint32_t line)
{
	struct span text = page_line(page, line), folded = page_folded(page, line);
	size_t start = cue_start(folded), end = cue_at(folded, start, CUE_TAGS);
	struct words of_phrase = words_of(span_cut(folded, start, end)), of_line = words_of(text);
	struct word word, last = {0};

	while (words_next(&of_phrase, &word))
		if (!words_next(&of_line, &last))
			break;
	return span_trim(span_cut(text, last.end, text.len));
}

static bool announces(const struct page *page, uint32_t line)
{
	const struct line_form *form = &page->table.at[line];

	if (!(form->cues & CUE_TAGS) || line_is_body(page->kinds[line]) || form->words > 40)
		return false;
	struct span rest = rest_of(page, line);
	return rest.len == 0 || rest.at[0] == ':' || span_starts(rest, SPAN("\xEF\xBC\x9A"));
}

static bool may_be_tag(const struct page *page, uint32_t line)
{
	const struct line_form *form = &page->table.at[line];
	uint32_t page_words = CUE_POINTER | CUE_SHARING | CUE_LEGAL | CUE_DOING | CUE_TERMINATOR;

	return page->kinds[line] == LINE_FURNITURE && form->words <= 6 &&
	       !(form->cues & page_words) && !(form->traits & (TRAIT_MARK | TRAIT_COLON));
}

/* The list below its announcement: one line with commas, or a tag a line. */
static void lines_below(struct page *page, struct span_list *tags, uint32_t line)
{
	uint32_t next = line + 1;

	if (next >= page->table.count || line_is_body(page->kinds[next]) ||
		page->table.at[next].words > 60)
		return;
	if (cut_list(page, tags, page_line(page, next)))
		return;
	for (uint32_t i = next + 1; i < page->table.count && i - line <= LINES_OF_TAGS; i++) {
		if (!may_be_tag(page, i))
			return;
		cut_list(page, tags, page_line(page, i));
	}
}

void tags_find(struct page *page)
{
	struct span_list tags = {0};
	uint32_t start = page->first_body == NO_LINE ? 0 : page->first_full;

	start = start > 6 && !page->head_end ? start - 6 : 0;
	for (uint32_t i = start; i < page->table.count && tags.count == 0; i++) {
		if (page->labels[i] == LABEL_TAGS)
			cut_list(page, &tags, page_line(page, i));
		if (page->labels[i] || !announces(page, i))
			continue;
		struct span rest = rest_of(page, i);
		while (rest.len && (rest.at[0] == ':' || rest.at[0] == ' '))
			rest = span_cut(rest, 1, rest.len);
		if (rest.len)
			cut_list(page, &tags, rest);
		else
			lines_below(page, &tags, i);
	}
	page->article->tags = tags.at;
	page->article->tag_count = tags.count;
}
