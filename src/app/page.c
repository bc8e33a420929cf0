#include "app/page-set.h"

#define INDENT_WIDTH 30 /* narrower pages have no indents */

/* Every line of the file, the blank ones too. */
static void set_raw(struct setting *set)
{
	struct span rest = set->text, line;

	while (span_line(&rest, &line)) {
		uint32_t start = (uint32_t)(line.at - set->text.at);
		struct extent at = {start, start + (uint32_t)line.len};
		if (span_trim(line).len == 0)
			page_add_row(set, ROW_BLANK, (struct extent){start, start}, SPAN(""));
		else
			page_add_text(set, ROW_RAW, at, (struct setting_edge){0});
	}
}

void page_make(
	const struct epoch *epoch, struct page_wish wish, struct page *page, struct arena *arena)
{
	const struct article *article = epoch_article(epoch, wish.article);
	struct setting set = {.article = article,
		.facts = epoch_facts(epoch, wish.article),
		.arena = arena,
		.text = wish.raw ? article->saved : article->text,
		.width = wish.width > 0 ? wish.width : 1,
		.indent = wish.width < INDENT_WIDTH ? 0 : PAGE_INDENT,
		.furniture_open = wish.furniture_open};

	*page = (struct page){.width = set.width,
		.raw = wish.raw,
		.furniture_open = wish.furniture_open,
		.airy = wish.airy};
	if (wish.raw) {
		set_raw(&set);
	} else {
		if (wish.airy)
			page_add_row(&set, ROW_BLANK, (struct extent){0, 0}, SPAN(""));
		page_set_block(&set, epoch, wish.article, wish.tags, wish.note);
		page->block = set.rows.count;
		page_set_body(&set);
	}
	arena_clear(&set.scratch);
	page->rows = set.rows.at;
	page->row_count = set.rows.count;
}

uint32_t page_row(const struct page *page, uint32_t offset)
{
	uint32_t low = page->block, high = page->row_count;

	if (offset == 0)
		return 0;
	for (uint32_t i = 0; i < page->block; i++)
		if (offset >= page->rows[i].at.start && offset < page->rows[i].at.end)
			return i;
	/* The first row that begins after the offset; the one before it shows it. */
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (page->rows[middle].at.start <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low == page->block ? 0 : low - 1;
}

bool page_shows(const struct page *page, uint32_t offset)
{
	uint32_t row = page_row(page, offset);

	return row < page->row_count && offset >= page->rows[row].at.start &&
	       offset < page->rows[row].at.end;
}

uint32_t page_offset(const struct page *page, uint32_t row)
{
	if (row >= page->row_count)
		row = page->row_count > 0 ? page->row_count - 1 : 0;
	return row < page->block || page->row_count == 0 ? 0 : page->rows[row].at.start;
}
