#include "base/buf.h"
#include "text/width.h"
#include "store/epoch-walk.h"
#include "text/wrap.h"
#include "ui/label.h"
#include "ui/scrolled.h"
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

/* A row of a text, what only it has in a style of its own.  A paragraph without its like has a bar
 * before it, or a sign, instead. */
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
	/* In a wide half the text stands in the middle. */
	int room = half - LEFT, margin = (room - 1 - app->sides.width) / 2;
	if (margin < 0)
		margin = 0;
	return (struct area){
		area.row, area.col + which * (half + 1) + LEFT + margin, area.rows, room - margin};
}

/* Blanks that hold words together do so no longer once rows are made: what is copied from the
 * screen has plain ones. */
static struct span with_blanks(struct span text, struct arena *arena)
{
	const struct span hard = SPAN("\xc2\xa0");
	struct buf plain;

	buf_init(&plain, arena);
	for (size_t at = 0; at < text.len;) {
		size_t next = span_find(text, hard, at);
		buf_add(&plain, span_cut(text, at, next));
		buf_text(&plain, next < text.len ? " " : "");
		at = next + hard.len;
	}
	return buf_span(&plain);
}

/* Without the sign between two things, of which the second one stands in the next row or is left
 * out. */
static struct span without_sign(struct span row, bool cut)
{
	static const char dot[] = " ·";

	row = span_trim(row);
	if (cut && span_ends(row, SPAN(",")))
		row.len--;
	return span_ends(row, span_of(dot)) ? span_cut(row, 0, row.len - strlen(dot)) : row;
}

/* Text in at most so many rows; where it goes on, an ellipsis behind a whole word. */
static int draw_wrapped(struct canvas *canvas, struct area area, int row, enum style style,
	struct span text, int width, int rows)
{
	struct wrap wrap = wrap_of(text, width, canvas->arena);
	struct extent at, next;

	for (bool more = wrap_next(&wrap, &at); more && rows-- > 0; at = next) {
		struct span words = with_blanks(span_in(text, at), canvas->arena);
		more = wrap_next(&wrap, &next);
		bool cut = more && rows == 0;
		int col = canvas_put(canvas, area, row++, 0, style, without_sign(words, cut));
		if (cut)
			canvas_put(canvas, area, row - 1, col < width ? col : width - 1, style,
				SPAN("…"));
	}
	return row;
}

/* The rows of a title: both have as many, so that what follows stands side by side.  A lead that
 * stands for a title is told again below. */
static int title_rows(const struct app *app)
{
	int most = 1;

	for (int which = 0; which < 2 && app->sides.beside; which++) {
		const struct article *article =
			epoch_article(app->epoch, app->sides.side[which].id);
		if (label_title_is_stated(article->title_from) &&
			width_of(article->title) > app->sides.width)
			most = 2;
	}
	return most;
}

/* Title, facts, what only this one has; the row after it. */
static int draw_head(
	const struct app *app, struct canvas *canvas, struct area area, int row, int which)
{
	const struct side *side = &app->sides.side[which];
	const struct article *article = epoch_article(app->epoch, side->id);
	struct area own = area_of(app, area, which);
	int width = app->sides.width, title = title_rows(app);

	if (!app->sides.beside)
		canvas_put(canvas, area, row, LEFT, STYLE_ACCENT, which ? SPAN("2") : SPAN("1"));
	draw_wrapped(canvas, own, row, STYLE_TITLE, article->title, width,
		label_title_is_stated(article->title_from) ? title : 1);
	row = draw_wrapped(canvas, own, row + title, STYLE_FACTS, span_of(side->facts), width, 1);
	return draw_wrapped(canvas, own, row, STYLE_TEXT, span_of(side->only), width,
		app->sides.beside ? 2 : 1);
}

/* In how many rows draw_wrapped sets a text. */
static int wrapped_rows(struct span text, int width, int rows, struct arena *arena)
{
	struct wrap wrap = wrap_of(text, width, arena);
	struct extent at;
	int count = 0;

	while (count < rows && wrap_next(&wrap, &at))
		count++;
	return count;
}

/* Rows of a head, as draw_head sets it. */
static int head_rows(const struct app *app, int which, struct arena *arena)
{
	const struct side *side = &app->sides.side[which];
	int width = app->sides.width;

	return title_rows(app) + wrapped_rows(span_of(side->facts), width, 1, arena) +
	       wrapped_rows(span_of(side->only), width, app->sides.beside ? 2 : 1, arena);
}

uint32_t scrolled_sides_shown(const struct app *app, struct arena *arena)
{
	int left = head_rows(app, 0, arena), right = head_rows(app, 1, arena);
	int heads = !app->sides.beside ? left + right : left > right ? left : right;
	int rows = panes_body(&app->panes).rows - heads - 1;

	return rows > 0 ? (uint32_t)rows : 0;
}

static void draw_row(const struct app *app, struct canvas *canvas, struct area area, int row,
	const struct sides_row *shown)
{
	static const char *const signs[] = {
		[SIDES_BOTH] = " ", [SIDES_LEFT] = "1", [SIDES_RIGHT] = "2"};

	if (!app->sides.beside && shown->first)
		canvas_put(canvas, area, row, LEFT, STYLE_ACCENT, span_of(signs[shown->whose]));
	for (int side = 0; side < 2; side++) {
		struct area own = area_of(app, area, side);
		draw_text(app, canvas, own, row, side, shown);
		if (app->sides.alike && !shown->paired && shown->at[side].end)
			canvas_put(
				canvas, area, row, own.col - area.col - 1, STYLE_ACCENT, SPAN("▎"));
	}
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
