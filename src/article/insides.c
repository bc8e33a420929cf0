#include "article/finders.h"

static bool is_near_picture(const struct page *page, uint32_t line)
{
	const struct line_form *form = page->table.at;

	return (line > 0 && form[line - 1].traits & TRAIT_PICTURE) ||
	       (line + 1 < page->table.count && form[line + 1].traits & TRAIT_PICTURE);
}

static bool is_caption(const struct page *page, uint32_t line)
{
	const struct line_form *form = &page->table.at[line];

	if (form->traits & TRAIT_CREDIT)
		return form->words <= 40;
	return form->words <= 25 && is_near_picture(page, line);
}

/* A short line without a full stop, with text below it and none of its like around. */
static bool is_heading(const struct page *page, uint32_t line)
{
	const struct line_form *form = &page->table.at[line];

	if (form->words > 14 ||
		form->traits & (TRAIT_STOP | TRAIT_COLON | TRAIT_SMALL | TRAIT_NUMBER))
		return false;
	if (line + 1 >= page->table.count || line >= page->last_body)
		return false;
	const struct line_form *next = form + 1;
	if (!line_is_body(page->kinds[line + 1]) || next->words <= 14)
		return false;
	/* Of a run of short lines the last is no heading, but the end of a list. */
	return line == 0 || !line_is_body(page->kinds[line - 1]) || form[-1].words > 6 ||
	       form[-1].traits & TRAIT_MARK;
}

void insides_mark(struct page *page)
{
	for (uint32_t i = page->table.count; i-- > 0;) {
		if (page->kinds[i] != LINE_PARAGRAPH)
			continue;
		if (is_caption(page, i))
			page->kinds[i] = LINE_CAPTION;
		else if (i > page->first_body && is_heading(page, i))
			page->kinds[i] = LINE_HEADING;
	}
}
