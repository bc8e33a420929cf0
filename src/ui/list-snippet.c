#include "ui/list-snippet.h"

#include "store/snippet.h"
#include "text/width.h"

static void draw_found(struct canvas *canvas, struct area area, int row, int col,
	const struct snippet *snippet, struct span text)
{
	uint32_t at = snippet->at.start;

	if (snippet->cut_before)
		col = canvas_put(canvas, area, row, col, STYLE_DIM, SPAN("…"));
	for (uint32_t i = 0; i < snippet->hit_count; i++) {
		struct extent hit = snippet->hits[i];
		col = canvas_put(canvas, area, row, col, STYLE_DIM, span_cut(text, at, hit.start));
		col = canvas_put(canvas, area, row, col, STYLE_STRONG, span_in(text, hit));
		at = hit.end;
	}
	col = canvas_put(canvas, area, row, col, STYLE_DIM, span_cut(text, at, snippet->at.end));
	if (snippet->cut_after)
		canvas_put(canvas, area, row, col, STYLE_DIM, SPAN("…"));
}

/* The first paragraph that is not the title itself. */
static struct span opening_of(const struct article *article, const struct facts *facts)
{
	for (uint32_t i = 0; i < article->line_count; i++)
		if (facts->kinds[i] == LINE_PARAGRAPH &&
			article->lines[i].at.start >= article->title_at.end)
			return span_in(article->text, article->lines[i].at);
	return SPAN("");
}

void list_snippet_draw(const struct app *app, struct canvas *canvas, struct area area, int row,
	int col, int end, article_id id)
{
	const struct article *article = epoch_article(app->epoch, id);
	struct snippet snippet;

	area.cols = end < area.cols ? end : area.cols;
	/* Two cells are for the signs that it is cut. */
	if (snippet_find(&app->sought, id, end - col - 2, &snippet, canvas->arena))
		draw_found(canvas, area, row, col, &snippet, article->text);
	else if (end > col)
		canvas_put(canvas, area, row, col, STYLE_DIM,
			width_clip(opening_of(article, epoch_facts(app->epoch, id)), end - col,
				canvas->arena));
}
