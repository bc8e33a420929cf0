#include "base/message.h"
#include "text/width.h"
#include "ui/view.h"

static void draw_title(const struct app *app, struct canvas *canvas, struct area area)
{
	if (app->overlay.which == OVERLAY_PROBLEMS) {
		canvas_put(canvas, area, 0, OVERLAY_LEFT, STYLE_TITLE,
			span_of(_("What could not be read")));
		return;
	}
	if (app->overlay.which == OVERLAY_CORRECT) {
		canvas_put(canvas, area, 0, OVERLAY_LEFT, STYLE_TITLE,
			span_of(_("What is to be put right?")));
		return;
	}
	if (app->overlay.which == OVERLAY_LINKS) {
		canvas_put(canvas, area, 0, OVERLAY_LEFT, STYLE_TITLE,
			span_of(_("Links of this article")));
		return;
	}
	int col = canvas_put(canvas, area, 0, OVERLAY_LEFT, STYLE_DIM, span_of(_("Why? ")));
	canvas_put(canvas, area, 0, col, STYLE_TITLE,
		width_clip(span_of(app->overlay_subject), area.cols - col - 1, canvas->arena));
}

/* The sign before the reason that the cursor is on. */
static void draw_sign(const struct app *app, struct canvas *canvas, struct area area, int row,
	const struct overlay_row *shown)
{
	if (app->overlay.which == OVERLAY_PROBLEMS || shown->at.start > 0 ||
		shown->line != app->overlay.cursor)
		return;
	canvas_cursor(canvas, area, row, OVERLAY_LEFT, false);
	canvas_put(canvas, area, row, 0, STYLE_ACCENT, SPAN("›"));
}

/* What is said where there is no line. */
static struct span nothing_of(const struct app *app)
{
	if (app->overlay.which != OVERLAY_PROBLEMS)
		return span_of(_("Nothing was worked out here: it is all in the text."));
	if (app->epoch && !epoch_is_final(app->epoch))
		return span_of(_("Nothing so far; the archive is still being read."));
	return span_of(_("Everything could be read."));
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	if (area.cols > OVERLAY_MEASURE)
		area.cols = OVERLAY_MEASURE;
	draw_title(app, canvas, area);
	canvas_cursor(canvas, area, OVERLAY_HEAD, OVERLAY_LEFT, false);
	for (int row = OVERLAY_HEAD; row < area.rows; row++) {
		uint32_t at = app->overlay.top + (uint32_t)(row - OVERLAY_HEAD);
		if (at >= app->overlay_row_count)
			break;
		const struct overlay_row *shown = &app->overlay_rows[at];
		struct span text = span_of(app->overlay_lines[shown->line].text);
		if (shown->at.start == shown->at.end)
			continue;
		draw_sign(app, canvas, area, row, shown);
		canvas_put(canvas, area, row,
			OVERLAY_LEFT + (shown->at.start > 0 ? OVERLAY_HANGING : 0), STYLE_TEXT,
			span_in(text, shown->at));
	}
	if (app->overlay_line_count == 0)
		canvas_put(canvas, area, OVERLAY_HEAD, OVERLAY_LEFT, STYLE_DIM, nothing_of(app));
}

const struct view lines_view = {.name = "lines", .draw = draw};
