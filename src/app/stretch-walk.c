#include "app/stretch-walk.h"

#include "text/sentence.h"
#include "text/utf8.h"
#include "text/width.h"

static bool has_text(const struct row *row)
{
	return row->made.len == 0 && row->at.start < row->at.end && row->kind != ROW_FOLD;
}

/* The nearest row with text from one on, in a direction; UINT32_MAX. */
static uint32_t text_row(const struct page *page, uint32_t row, int step)
{
	for (int64_t i = row; i >= 0 && i < page->row_count; i += step)
		if (has_text(&page->rows[i]))
			return (uint32_t)i;
	return UINT32_MAX;
}

static uint32_t next_row(const struct page *page, uint32_t row, int step)
{
	if (step < 0)
		return row > 0 ? text_row(page, row - 1, -1) : UINT32_MAX;
	return text_row(page, row + 1, 1);
}

uint32_t walk_row(const struct walk_page *walk, uint32_t at)
{
	uint32_t row = page_row(walk->page, at);
	uint32_t found = text_row(walk->page, row, 1);

	return found != UINT32_MAX ? found : text_row(walk->page, row, -1);
}

/* Where the last cluster of a stretch begins. */
static uint32_t last_cluster(const struct walk_page *walk, struct extent at)
{
	uint32_t start = at.start;
	int width;

	for (size_t next = start; next < at.end; next = cluster_end(walk->text, next, &width))
		start = (uint32_t)next;
	return start;
}

uint32_t walk_settle(const struct walk_page *walk, uint32_t at)
{
	uint32_t row = walk_row(walk, at);

	if (row == UINT32_MAX)
		return 0;
	struct extent shown = walk->page->rows[row].at;
	if (at < shown.start)
		return shown.start;
	return last_cluster(
		walk, (struct extent){shown.start, at < shown.end ? at + 1 : shown.end});
}

uint32_t walk_end(const struct walk_page *walk, uint32_t at)
{
	int width;

	return at < walk->text.len ? (uint32_t)cluster_end(walk->text, at, &width) : at;
}

uint32_t walk_cluster(const struct walk_page *walk, uint32_t at, int step)
{
	uint32_t row = walk_row(walk, at);

	if (row == UINT32_MAX)
		return at;
	struct extent shown = walk->page->rows[row].at;
	if (step > 0 && walk_end(walk, at) < shown.end)
		return walk_end(walk, at);
	if (step < 0 && at > shown.start)
		return last_cluster(walk, (struct extent){shown.start, at});
	uint32_t next = next_row(walk->page, row, step);
	if (next == UINT32_MAX)
		return at;
	return step > 0 ? walk->page->rows[next].at.start
			: last_cluster(walk, walk->page->rows[next].at);
}

uint32_t walk_rows(const struct walk_page *walk, uint32_t at, int64_t rows)
{
	const struct page *page = walk->page;
	uint32_t row = walk_row(walk, at), to = row;
	int step = rows < 0 ? -1 : 1, used;

	if (row == UINT32_MAX)
		return at;
	for (; rows != 0; rows -= step) {
		uint32_t next = next_row(page, to, step);
		if (next == UINT32_MAX)
			break;
		to = next;
	}
	if (to == row)
		return at;
	int col = width_of(span_cut(walk->text, page->rows[row].at.start, at));
	struct extent shown = page->rows[to].at;
	size_t len = width_cut(span_in(walk->text, shown), col, &used);
	return walk_settle(walk, shown.start + (uint32_t)len);
}

/* --- units ------------------------------------------------------------------------------- */

/* The rows of text around one that no other row parts. */
static struct extent paragraph_around(const struct walk_page *walk, uint32_t row)
{
	const struct row *rows = walk->page->rows;
	uint32_t first = row, last = row;

	while (first > 0 && has_text(&rows[first - 1]) && rows[first - 1].kind == rows[row].kind)
		first--;
	while (last + 1 < walk->page->row_count && has_text(&rows[last + 1]) &&
		rows[last + 1].kind == rows[row].kind)
		last++;
	return (struct extent){rows[first].at.start, rows[last].at.end};
}

static struct extent sentence_around(
	const struct walk_page *walk, struct extent paragraph, uint32_t at)
{
	struct sentences sentences = sentences_of(span_in(walk->text, paragraph));
	struct extent sentence, found = paragraph;

	while (sentences_next(&sentences, &sentence)) {
		found = (struct extent){
			paragraph.start + sentence.start, paragraph.start + sentence.end};
		if (found.end > at)
			break;
	}
	return found;
}

static bool is_of_word(const struct walk_page *walk, uint32_t at)
{
	size_t next = at;

	return utf8_has(utf8_next(walk->text, &next), UTF8_LETTER | UTF8_DIGIT | UTF8_MARK);
}

/* Letters and digits, or what stands between them, within a paragraph. */
static struct extent word_around(const struct walk_page *walk, struct extent paragraph, uint32_t at)
{
	bool of_word = is_of_word(walk, at);
	struct extent word = {at, walk_end(walk, at)};

	while (word.end < paragraph.end && is_of_word(walk, word.end) == of_word)
		word.end = walk_end(walk, word.end);
	while (word.start > paragraph.start) {
		size_t before = word.start;
		utf8_previous(walk->text, &before);
		if (is_of_word(walk, (uint32_t)before) != of_word)
			break;
		word.start = (uint32_t)before;
	}
	return word;
}

struct extent walk_around(const struct walk_page *walk, uint32_t at, enum walk_unit unit)
{
	uint32_t row = walk_row(walk, at);

	if (row == UINT32_MAX || at >= walk->text.len)
		return (struct extent){at, at};
	struct extent paragraph = paragraph_around(walk, row);
	if (unit == WALK_PARAGRAPH)
		return paragraph;
	return unit == WALK_SENTENCE ? sentence_around(walk, paragraph, at)
				     : word_around(walk, paragraph, at);
}

/* Whether a word, not only what stands between two. */
static bool is_unit(const struct walk_page *walk, struct extent around, enum walk_unit unit)
{
	return unit != WALK_WORD || is_of_word(walk, around.start);
}

uint32_t walk_unit(
	const struct walk_page *walk, uint32_t at, enum walk_unit unit, int step, bool to_ends)
{
	if (walk->text.len == 0)
		return at;
	for (;;) {
		struct extent around = walk_around(walk, at, unit);
		uint32_t end = walk_settle(walk, around.end > 0 ? around.end - 1 : 0);
		uint32_t start = walk_settle(walk, around.start);
		uint32_t aim = to_ends ? end : start, edge = step > 0 ? end : start;
		if (is_unit(walk, around, unit) && (step > 0 ? aim > at : aim < at))
			return aim;
		uint32_t next = walk_cluster(walk, edge, step);
		if (next == edge)
			return edge;
		at = next;
		around = walk_around(walk, at, unit);
		aim = walk_settle(
			walk, to_ends ? (around.end > 0 ? around.end - 1 : 0) : around.start);
		if (is_unit(walk, around, unit))
			return aim;
	}
}
