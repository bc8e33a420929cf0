#include "app/page-set.h"

#include "app/reasons.h"
#include "base/buf.h"
#include "base/message.h"
#include "text/width.h"

#define WRITERS_MOST 4 /* named in the line of facts */

/* The line of facts, broken only between two of them where each fits in a row. */
static void set_facts(struct setting *set, struct span facts)
{
	const struct span between = SPAN(" · ");
	size_t start = 0, fits = 0;

	while (fits < facts.len) {
		size_t end = span_find(facts, between, fits);
		if (fits > start && width_of(span_cut(facts, start, end)) > set->width) {
			page_add_made(
				set, ROW_FACTS, span_cut(facts, start, fits - between.len), 0);
			start = fits;
		}
		fits = end < facts.len ? end + between.len : end;
	}
	page_add_made(set, ROW_FACTS, span_cut(facts, start, facts.len), 0);
}

/* What the reader made of it, line by line. */
static void set_own(struct setting *set, struct span tags, struct span note)
{
	struct span line;
	const char *label = "Note: ";

	if (tags.len)
		page_add_made(set, ROW_FACTS,
			span_of(arena_format(set->arena, "Tags: %.*s", (int)tags.len, tags.at)), 0);
	while (span_line(&note, &line)) {
		if (span_trim(line).len)
			page_add_made(set, ROW_FACTS,
				span_of(arena_format(
					set->arena, "%s%.*s", label, (int)line.len, line.at)),
				0);
		label = "";
	}
}

void page_set_block(struct setting *set, const struct epoch *epoch, article_id id, struct span tags,
	struct span note)
{
	const struct article *article = set->article;
	struct buf facts;

	buf_init(&facts, set->arena);
	for (uint32_t i = 0; i < article->byline_count && i < WRITERS_MOST; i++) {
		buf_add(&facts, article->bylines[i]);
		buf_text(&facts, i + 1 < article->byline_count ? ", " : " · ");
	}
	if (article->byline_count > WRITERS_MOST)
		buf_text(&facts, "… · ");
	buf_text(&facts, reasons_facts(epoch, id, set->arena));
	if (article->title_from == FROM_LEAD)
		;
	else if (article->title_at.start < article->title_at.end)
		page_add_text(set, ROW_TITLE, article->title_at, (struct setting_edge){0});
	else
		page_add_made(set, ROW_TITLE, article->title, 0);
	set_facts(set, buf_span(&facts));
	set_own(set, tags, note);
}
