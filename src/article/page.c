#include "article/page.h"

#include "text/fold.h"

struct span page_line(const struct page *page, uint32_t line)
{
	struct extent at = page->table.at[line].at;

	at.start += page->heads[line];
	return span_in(page->table.text, at);
}

struct span page_folded(const struct page *page, uint32_t line)
{
	return fold(span_cut(page_line(page, line), 0, 2000), page->scratch);
}

void page_find_edges(struct page *page)
{
	uint32_t count = page->table.count;

	page->first_body = page->first_full = page->last_body = NO_LINE;
	for (uint32_t i = 0; i < count; i++) {
		if (!line_is_body(page->kinds[i]))
			continue;
		if (page->first_body == NO_LINE)
			page->first_body = i;
		if (page->first_full == NO_LINE && line_is_full(&page->table.at[i]))
			page->first_full = i;
		page->last_body = i;
	}
	if (page->first_full == NO_LINE)
		page->first_full = page->first_body;
}
