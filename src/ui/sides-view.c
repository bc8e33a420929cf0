#include "text/width.h"
#include "store/epoch-walk.h"
#include "text/wrap.h"
#include "ui/view.h"

#define LEFT 1

/* The index of the last mark that begins at or before a place; -1. */
static int64_t mark_at(const struct side *side, uint32_t at)
{
	uint32_t low = 0, high = side->mark_count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (side->marks[middle].start <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return (int64_t)low - 1;
}

/* A row of a text, what only it has in a style of its own; a paragraph without its like says so by
 * standing alone. */
static void draw_text(const struct app *app, struct canvas *canvas, struct area area, int row,
	int which, const struct sides_row *shown)
{
	const struct side *side = &app->sides.side[which];
	struct span text = epoch_text(app->epoch, side->id);
	struct extent at = shown->at[which];
	int col = 0;

	for (uint32_t start = at.start; start < at.end;) {
		int64_t mark = mark_at(side, start);
		bool own = mark >= 0 && start < side->marks[mark].end;
		uint32_t end = at.end;
		if (own && side->marks[mark].end < end)
			end = side->marks[mark].end;
		if (!own && mark + 1 < side->mark_count && side->marks[mark + 1].start < end)
			end = side->marks[mark + 1].start;
		col = canvas_put(canvas, area, row, col,
			own && shown->paired ? STYLE_OWN : STYLE_TEXT, span_cut(text, start, end));
		start = end;
	}
}

/* Where the text of a side stands. */
static struct area area_of(const struct app *app, struct area area, int which)
{
	int half = (area.cols - 1) / 2;

	if (!app->sides.beside) {
		area.col += LEFT + SIDES_SIGN_COLS;
		area.cols -= LEFT + SIDES_SIGN_COLS;
		return area;
	}
	return (struct area){
		area.row, area.col + which * (half + 1) + LEFT, area.rows, half - LEFT};
}

static int draw_wrapped(struct canvas *canvas, struct area area, int row, enum style style,
	struct span text, int rows)
{
	struct wrap wrap = wrap_of(text, area.cols > 1 ? area.cols - 1 : 1, canvas->arena);
	struct extent at;

	while (rows-- > 0 && wrap_next(&wrap, &at))
		canvas_put(canvas, area, row++, 0, style, span_in(text, at));
	return row;
}

/* Title, facts, what only this one has; the row after it. */
static int draw_head(
	const struct app *app, struct canvas *canvas, struct area area, int row, int which)
{
	const struct side *side = &app->sides.side[which];
	const struct article *article = epoch_article(app->epoch, side->id);
	struct area own = area_of(app, area, which);

	if (!app->sides.beside)
		canvas_put(canvas, area, row, LEFT, STYLE_ACCENT, which ? SPAN("2") : SPAN("1"));
	canvas_put(canvas, own, row, 0, STYLE_TITLE,
		width_clip(article->title, own.cols - 1, canvas->arena));
	canvas_put(canvas, own, row + 1, 0, STYLE_FACTS,
		width_clip(span_of(side->facts), own.cols - 1, canvas->arena));
	return draw_wrapped(
		canvas, own, row + 2, STYLE_ACCENT, span_of(side->only), app->sides.beside ? 2 : 1);
}

static void draw_row(const struct app *app, struct canvas *canvas, struct area area, int row,
	const struct sides_row *shown)
{
	static const char *const signs[] = {
		[SIDES_BOTH] = " ", [SIDES_LEFT] = "1", [SIDES_RIGHT] = "2"};

	if (!app->sides.beside && shown->first)
		canvas_put(canvas, area, row, LEFT, STYLE_ACCENT, span_of(signs[shown->whose]));
	for (int side = 0; side < 2; side++)
		draw_text(app, canvas, area_of(app, area, side), row, side, shown);
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	const struct sides *sides = &app->sides;
	int row = 0;

	canvas_cursor(canvas, area, 0, 0, false);
	if (sides->row_count == 0)
		return;
	if (sides->beside) {
		canvas_rule(canvas, area.row, area.col + (area.cols - 1) / 2,
			area.row + area.rows - 1, area.col + (area.cols - 1) / 2, false);
		int left = draw_head(app, canvas, area, 0, 0);
		int right = draw_head(app, canvas, area, 0, 1);
		row = (left > right ? left : right) + 1;
	} else {
		row = draw_head(app, canvas, area, draw_head(app, canvas, area, 0, 0), 1) + 1;
	}
	for (uint32_t at = app->overlay.top; row < area.rows && at < sides->row_count; at++)
		draw_row(app, canvas, area, row++, &sides->rows[at]);
}

const struct view sides_view = {.name = "sides", .draw = draw};
