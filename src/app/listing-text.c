#include "app/export.h"
#include "app/listing-style.h"
#include "app/page-edge.h"
#include "app/reasons.h"
#include "base/message.h"
#include "store/epoch-walk.h"
#include "text/width.h"
#include "text/wrap.h"

#define MEASURE 72 /* cells of a line of text, where a terminal shows it */
#define NO_LINE UINT32_MAX

/* A paragraph in lines of a fit width on a terminal; on one line elsewhere, where other programs
 * find it whole.  What stands before it is that of the screen. */
static void add_paragraph(
	const struct listing *listing, struct buf *buf, struct span text, struct setting_edge edge)
{
	struct span shown = harmless(text, buf->arena);
	struct extent row;

	if (!listing->width) {
		buf_add(buf, edge.first);
		buf_add(buf, shown);
		buf_char(buf, '\n');
		return;
	}
	int width = (listing->width < MEASURE ? listing->width : MEASURE) - edge.indent;
	struct wrap wrap = wrap_of(shown, width > 0 ? width : 1, buf->arena);
	for (bool first = true; wrap_next(&wrap, &row); first = false) {
		buf_add(buf, first ? edge.first : edge.later);
		buf_add(buf, span_in(shown, row));
		buf_char(buf, '\n');
		if (first && wrap.width > edge.hang)
			wrap.width -= edge.hang;
	}
}

static void add_styled(
	const struct listing *listing, struct buf *buf, const char *style, struct span text)
{
	listing_style(listing, buf, style);
	add_paragraph(listing, buf, text, (struct setting_edge){0});
	listing_style(listing, buf, LISTING_PLAIN);
}

static struct span byline_of(const struct article *article, struct arena *arena)
{
	struct buf names;

	buf_init(&names, arena);
	for (uint32_t i = 0; i < article->byline_count; i++) {
		buf_text(&names, i ? ", " : "");
		buf_add(&names, article->bylines[i]);
	}
	return names.len ? span_of(arena_format(
				   arena, _("by %s"), arena_string(arena, buf_span(&names))))
			 : SPAN("");
}

/* A blank line, with the bars that go on through it; none between items of a list. */
static void part(struct setting *set, struct buf *buf, uint32_t before, uint32_t line)
{
	if (before != NO_LINE && page_edge_is_close(set, before, line))
		return;
	if (before != NO_LINE)
		buf_add(buf, span_trim(page_edge_between(set, before, line).first));
	buf_char(buf, '\n');
}

static const char *style_of(enum line_kind kind)
{
	return kind == LINE_HEADING ? LISTING_BOLD : kind == LINE_CAPTION ? LISTING_DIM : "";
}

/* The body; how many lines of furniture are not in it. */
static uint32_t add_body(const struct listing *listing, article_id id, struct buf *buf)
{
	const struct article *article = epoch_article(listing->epoch, id);
	const struct facts *facts = epoch_facts(listing->epoch, id);
	bool narrow = listing->width && listing->width <= 2 * PAGE_INDENT;
	struct setting set = {.article = article,
		.facts = facts,
		.text = article->text,
		.arena = buf->arena,
		.indent = narrow ? 0 : PAGE_INDENT};
	uint32_t furniture = 0, before = NO_LINE;
	int sign = 0;

	for (uint32_t i = 0; i < article->line_count; i++) {
		enum line_kind kind = (enum line_kind)facts->kinds[i];
		struct span text = span_in(article->text, article->lines[i].at);

		furniture += kind == LINE_FURNITURE;
		if (!line_is_body(kind))
			continue;
		part(&set, buf, before, i);
		before = i;
		listing_style(listing, buf, style_of(kind));
		add_paragraph(listing, buf, text, page_edge(&set, i, &sign));
		listing_style(listing, buf, *style_of(kind) ? LISTING_PLAIN : "");
	}
	return furniture;
}

void listing_text(const struct listing *listing, article_id id, struct buf *buf)
{
	const struct article *article = epoch_article(listing->epoch, id);
	struct span byline = byline_of(article, buf->arena);
	uint32_t furniture;

	if (listing->json) {
		export_article(listing->epoch, id, buf);
		return;
	}
	if (article->title_from != FROM_LEAD) /* the lead stands where it is, below */
		add_styled(listing, buf, LISTING_BOLD,
			article->title.len ? article->title : span_of(article->path));
	add_styled(
		listing, buf, LISTING_DIM, span_of(reasons_facts(listing->epoch, id, buf->arena)));
	if (byline.len)
		add_styled(listing, buf, LISTING_DIM, byline);
	furniture = add_body(listing, id, buf);
	if (!furniture)
		return;
	buf_char(buf, '\n');
	add_styled(listing, buf, LISTING_DIM,
		span_of(arena_format(buf->arena,
			P_("[%u line of page furniture left out]",
				"[%u lines of page furniture left out]", furniture),
			furniture)));
}
