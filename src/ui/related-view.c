#include "base/message.h"
#include "text/width.h"
#include "ui/label.h"
#include "ui/view.h"

#define TITLE_LEAST 24 /* cells that reasons leave to a title */

static struct span without(struct span text, size_t start, size_t end, struct arena *arena)
{
	return span_of(arena_format(
		arena, "%.*s%.*s", (int)start, text.at, (int)(text.len - end), text.at + end));
}

/* Where the last ", word" of the longest list among the reasons begins and ends; false when
 * nothing is listed any more. */
static bool last_item(struct span reasons, size_t *start, size_t *end)
{
	size_t longest = 0;

	for (size_t at = 0; at < reasons.len;) {
		size_t stop = span_find(reasons, SPAN(" · "), at), commas = 0, last = at;
		for (size_t i = span_find(reasons, SPAN(", "), at); i < stop;
			i = span_find(reasons, SPAN(", "), i + 1)) {
			commas++;
			last = i;
		}
		if (commas >= longest && commas) {
			longest = commas;
			*start = last;
			*end = stop;
		}
		at = stop + 1;
	}
	return longest > 0;
}

/* Without one of several reasons: the words go first, who is shared and the day stay. */
static struct span less(struct span reasons, struct arena *arena)
{
	const struct span between = SPAN(" · ");
	size_t first = span_find(reasons, between, 0);
	size_t second = span_find(reasons, between, first + 1);

	if (first == reasons.len)
		return SPAN("");
	if (second == reasons.len)
		return span_cut(reasons, 0, first);
	return without(reasons, first, second, arena);
}

/* The reasons in at most width cells: lists lose their ends, then reasons go; nothing is cut. */
static struct span fitted(struct span reasons, int width, struct arena *arena)
{
	size_t start, end;
	while (width_of(reasons) > width && last_item(reasons, &start, &end))
		reasons = without(reasons, start, end, arena);
	while (width_of(reasons) > width)
		reasons = less(reasons, arena);
	return reasons;
}

static void draw_row(
	const struct app *app, struct canvas *canvas, struct area area, int row, uint32_t index)
{
	article_id id = app->related_rows[index].id;
	const struct article *article = epoch_article(app->epoch, id);
	int end = area.cols - 1, col = 4;
	int room = end - col - 2 - TITLE_LEAST;

	if (!app_is_inside(app, id))
		canvas_put(canvas, area, row, 2, STYLE_TEXT, SPAN("○"));
	if (room > (end - col) / 2)
		room = (end - col) / 2;
	struct span reasons =
		fitted(span_of(app->related_reasons[index]), room > 0 ? room : 0, canvas->arena);
	int title_end = end;
	if (reasons.len)
		title_end =
			canvas_put_right(canvas, area, row, end - room, end, STYLE_DIM, reasons) -
			3;
	canvas_put(canvas, area, row, col, STYLE_TEXT,
		width_clip(article->title, title_end - col, canvas->arena));
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	if (app->focus == PANE_RELATED)
		canvas_cursor(canvas, area, 0, 0, false);
	if (!app->epoch || app->related_count == 0) {
		canvas_put(canvas, area, 0, 4, STYLE_DIM, span_of(_("Nothing here is like it.")));
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
