#include "app/page-set.h"

#include "text/wrap.h"

static int pad(const struct setting *set, enum row_kind kind)
{
	return kind == ROW_CAPTION || kind == ROW_FURNITURE ? set->indent : 0;
}

void page_add_row(struct setting *set, enum row_kind kind, struct extent at, struct span made)
{
	*vec_push(set->arena, &set->rows) =
		(struct row){.kind = kind, .at = at, .made = made, .indent = pad(set, kind)};
}

void page_add_blank(struct setting *set, uint32_t offset, struct setting_edge edge)
{
	if (set->rows.count == 0 || set->rows.at[set->rows.count - 1].kind == ROW_BLANK)
		return;
	*vec_push(set->arena, &set->rows) = (struct row){.kind = ROW_BLANK,
		.at = {offset, offset},
		.made = SPAN(""),
		.before = edge.first,
		.indent = edge.indent};
}

void page_add_text(
	struct setting *set, enum row_kind kind, struct extent at, struct setting_edge edge)
{
	int indent = pad(set, kind) + edge.indent;
	struct arena_mark mark = arena_mark(&set->scratch);
	struct wrap wrap = wrap_of(span_in(set->text, at), set->width - indent, &set->scratch);
	struct extent row;

	wrap.squeezes = kind != ROW_RAW;
	for (bool first = true; wrap_next(&wrap, &row); first = false) {
		*vec_push(set->arena, &set->rows) = (struct row){.kind = kind,
			.at = {at.start + row.start, at.start + row.end},
			.made = SPAN(""),
			.before = first ? edge.first : edge.later,
			.indent = first ? indent : indent + edge.hang};
		if (first)
			wrap.width -= edge.hang;
	}
	arena_rewind(&set->scratch, mark);
}

void page_add_made(struct setting *set, enum row_kind kind, struct span words, uint32_t offset)
{
	struct wrap wrap = wrap_of(words, set->width, set->arena);
	struct extent row;

	while (wrap_next(&wrap, &row))
		page_add_row(set, kind, (struct extent){offset, offset}, span_in(words, row));
}
