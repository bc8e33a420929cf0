#include "app/page-set.h"

#include "app/page-edge.h"
#include "base/message.h"

#define NO_LINE UINT32_MAX

/* The line after the run of furniture that begins at first; lines of the title block, which
 * are not shown here, do not end it.  Counts the furniture. */
static uint32_t furniture_end(const struct setting *set, uint32_t first, uint32_t *count)
{
	uint32_t end = first;

	*count = 0;
	for (uint32_t i = first; i < set->article->line_count; i++) {
		enum line_kind kind = set->facts->kinds[i];
		if (line_is_body(kind))
			break;
		if (kind == LINE_FURNITURE) {
			++*count;
			end = i + 1;
		}
	}
	return end;
}

/* A run of furniture; the line after it. */
static uint32_t set_fold(struct setting *set, uint32_t first)
{
	const struct line *lines = set->article->lines;
	uint32_t count;
	uint32_t end = furniture_end(set, first, &count);
	struct extent all = {lines[first].at.start, lines[end - 1].at.end};
	const char *words = arena_format(set->arena,
		P_("%u line of page furniture", "%u lines of page furniture", count), count);

	page_add_blank(set, all.start, (struct setting_edge){0});
	page_add_row(set, ROW_FOLD, all, span_of(words));
	if (!set->furniture_open)
		return end;
	for (uint32_t i = first; i < end; i++)
		if (set->facts->kinds[i] == LINE_FURNITURE)
			page_add_text(set, ROW_FURNITURE, lines[i].at, (struct setting_edge){0});
	return end;
}

static enum row_kind row_of(enum line_kind kind)
{
	if (kind == LINE_HEADING)
		return ROW_HEADING;
	return kind == LINE_CAPTION ? ROW_CAPTION : ROW_PARAGRAPH;
}

/* A heading belongs to what follows it, and stands nearer to that. */
static bool is_headed(const struct setting *set, enum line_kind kind)
{
	return kind == LINE_PARAGRAPH && set->rows.count > 0 &&
	       set->rows.at[set->rows.count - 1].kind == ROW_HEADING;
}

/* Blank rows part what is shown; before: the line above, where that is of the body. */
static void part(struct setting *set, uint32_t before, uint32_t line)
{
	uint32_t start = set->article->lines[line].at.start;

	if (before == NO_LINE)
		page_add_blank(set, start, (struct setting_edge){0});
	else if (!page_edge_is_close(set, before, line))
		page_add_blank(set, start, page_edge_between(set, before, line));
}

void page_set_body(struct setting *set)
{
	const struct line *lines = set->article->lines;
	uint32_t before = NO_LINE;
	int sign = 0;

	for (uint32_t i = 0; i < set->article->line_count;) {
		enum line_kind kind = set->facts->kinds[i];
		if (kind == LINE_FURNITURE) {
			i = set_fold(set, i);
			before = NO_LINE;
			continue;
		}
		if (line_is_body(kind)) {
			if (!is_headed(set, kind))
				part(set, before, i);
			page_add_text(set, row_of(kind), lines[i].at, page_edge(set, i, &sign));
			before = i;
		}
		i++;
	}
}
