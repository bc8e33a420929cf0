#include "text/width.h"
#include "ui/view.h"

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	static const char *const words[] = {
		"Depeche needs 20 x 5 cells", "20 x 5 needed", "too small", "small", "…"};
	(void)app;
	for (size_t i = 0; i < COUNT(words); i++)
		if (width_of(span_of(words[i])) <= area.cols) {
			canvas_put(canvas, area, 0, 0, STYLE_TEXT, span_of(words[i]));
			break;
		}
	canvas_cursor(canvas, area, 0, 0, false);
}

const struct view small_view = {.name = "small", .draw = draw};
