#include "text/width.h"
#include "ui/label.h"
#include "ui/view.h"

#define TITLE_LEAST 24 /* cells that reasons leave to a title */

static void draw_row(
	const struct app *app, struct canvas *canvas, struct area area, int row, uint32_t index)
{
	article_id id = app->related_rows[index].id;
	const struct article *article = epoch_article(app->epoch, id);
	struct span reasons = span_of(app->related_reasons[index]);
	int end = area.cols - 1, col = 4;
	int room = end - col - 2 - TITLE_LEAST;

	if (!app_is_inside(app, id))
		canvas_put(canvas, area, row, 2, STYLE_TEXT, SPAN("○"));
	if (room > (end - col) / 2)
		room = (end - col) / 2;
	int title_end = end;
	if (room > 0)
		title_end = canvas_put_right(
				    canvas, area, row, end - room, end, STYLE_DIM, reasons) - 3;
	canvas_put(canvas, area, row, col, STYLE_TEXT,
		width_clip(article->title, title_end - col, canvas->arena));
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	if (app->focus == PANE_RELATED)
		canvas_cursor(canvas, area, 0, 0, false);
	if (!app->epoch || app->related_count == 0) {
		canvas_put(canvas, area, 0, 4, STYLE_DIM, SPAN("Nothing here is like it."));
		return;
	}
	for (int row = 0; row < area.rows; row++) {
		uint32_t index = app->related.top + (uint32_t)row;
		if (index >= app->related_count)
			break;
		draw_row(app, canvas, area, row, index);
		if (app->focus == PANE_RELATED && index == app->related.cursor) {
			canvas_select(canvas, area, row);
			canvas_cursor(canvas, area, row, 4, false);
		}
	}
}

const struct view related_view = {.name = "related", .draw = draw};
