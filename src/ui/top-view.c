#include "app/top-line.h"
#include "base/message.h"
#include "ui/view.h"

static void draw_chip(struct canvas *canvas, struct area area, const struct top_chip *chip,
	const struct clause *clause)
{
	enum style style = clause->off       ? STYLE_DIM
			   : clause->exclude ? STYLE_EXCLUDED
					     : STYLE_INCLUDED;
	enum style sign = style == STYLE_INCLUDED ? STYLE_ACCENT
			  : style == STYLE_DIM    ? STYLE_DIM
						  : STYLE_STRONG;
	int col = chip->col;

	if (chip->joined)
		canvas_put(canvas, area, 0, col - 3, STYLE_TEXT, span_of(_("or ")));
	if (chip->numbered)
		col = canvas_put(canvas, area, 0, col, STYLE_DIM,
			span_of(arena_format(canvas->arena, "%u ", (unsigned)chip->index + 1)));
	if (clause->off)
		col = canvas_put(canvas, area, 0, col, STYLE_DIM, SPAN("("));
	col = canvas_put(canvas, area, 0, col, sign, clause->exclude ? SPAN("- ") : SPAN("+ "));
	col = canvas_put(canvas, area, 0, col, style, chip->label);
	if (clause->off)
		canvas_put(canvas, area, 0, col, STYLE_DIM, SPAN(")"));
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	struct top_line line = top_line_make(app, canvas->arena);

	if (line.named) {
		canvas_put(canvas, area, 0, 1, STYLE_STRONG, SPAN("Depeche"));
		canvas_put(canvas, area, 0, TOP_ARCHIVE_COL, STYLE_DIM, line.archive);
	}
	canvas_put_right(canvas, area, 0, line.col, area.cols - 1, STYLE_DIM, span_of(line.counts));
	for (uint32_t i = 0; i < line.chip_count; i++)
		draw_chip(canvas, area, &line.chips[i], &app->query->clauses[line.chips[i].index]);
	if (line.more)
		canvas_put(canvas, area, 0, line.more_col, STYLE_DIM,
			span_of(arena_format(canvas->arena, "+%u", line.more)));
}

const struct view top_view = {.name = "top", .draw = draw};
