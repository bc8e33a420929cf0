#include "text/wrap.h"
#include "ui/label.h"
#include "ui/view.h"

#define MEASURE 96 /* cells */
#define LEFT 2

/* A line, wrapped, from a row of the area on; the row after it. */
static int draw_line(struct canvas *canvas, struct area area, int row, struct span line)
{
	struct wrap wrap = wrap_of(line, area.cols - LEFT - 1, canvas->arena);
	struct extent at;

	if (line.len == 0)
		return row + 1;
	for (int i = 0; wrap_next(&wrap, &at); i++)
		canvas_put(canvas, area, row++, LEFT + (i ? 2 : 0), STYLE_TEXT, span_in(line, at));
	return row;
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	bool problems = app->overlay.which == OVERLAY_PROBLEMS;
	int row = 2;

	if (area.cols > MEASURE)
		area.cols = MEASURE;
	canvas_put(canvas, area, 0, LEFT, STYLE_TITLE,
		problems ? SPAN("What could not be read") : SPAN("Why?"));
	for (uint32_t i = app->overlay.top; i < app->overlay_line_count && row < area.rows; i++) {
		if (!problems && i > app->overlay.top)
			row++;
		row = draw_line(canvas, area, row, span_of(app->overlay_lines[i]));
	}
	if (app->overlay_line_count == 0)
		canvas_put(canvas, area, row, LEFT, STYLE_DIM,
			problems ? SPAN("Everything could be read.")
				 : SPAN("Nothing was worked out here: it is all in the text."));
	canvas_cursor(canvas, area, 2, LEFT, false);
}

const struct view lines_view = {.name = "lines", .draw = draw};
