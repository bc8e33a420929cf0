#include "app/page.h"

#include "text/width.h"

int page_col(const struct page *page, int cols, const struct row *row)
{
	int col = (cols - page->width) / 2;

	if (col < 1)
		col = cols > page->width ? 1 : 0;
	return col + row->indent;
}

uint32_t page_under(
	const struct page *page, struct span text, int cols, const struct row *row, int col)
{
	struct span shown = span_cut(text, 0, row->at.end);
	int from = page_col(page, cols, row), width;

	for (size_t at = row->at.start; !row->made.len && at < shown.len;) {
		size_t end = cluster_end(shown, at, &width);
		/* Of several blanks one is shown. */
		if (!page->raw && at > 0 && text.at[at] == ' ' && text.at[at - 1] == ' ')
			width = 0;
		if (col >= from && col < from + width)
			return (uint32_t)at;
		from += width;
		at = end;
	}
	return UINT32_MAX;
}
