#include "base/message.h"
#include "store/epoch-outline.h"
#include "store/epoch-stories.h"
#include "store/epoch-walk.h"
#include "store/own.h"
#include "text/width.h"
#include "text/wrap.h"
#include "ui/label.h"
#include "ui/list-snippet.h"
#include "ui/view.h"

#define DATE_COLS 12    /* "31 Jan 2021≈" */
#define PEOPLE_COLS 34  /* at most */
#define PEOPLE_LEAST 16 /* that must have room where they stand at all */
#define PEOPLE_FROM 74  /* narrower lists have no people */
#define SOURCE_COLS 18
#define SOURCE_FROM 130 /* narrower lists have no sources */
#define GAP 2           /* cells between columns */
#define THREAD_COLS 6   /* "▸12 ≈ " */
#define THREAD_INDENT 2 /* of what stands in an opened story */
#define NARROW_UNDER 44 /* narrower lists have no dates */

/* Where the columns of the list lie. */
struct columns {
	int date, thread, title, end; /* columns of the area; date < 0: not shown */
	int people, source;           /* cells; 0: not shown */
	bool under;                   /* people and source stand under the title */
};

static struct columns columns_of(const struct app *app, int cols)
{
	struct columns columns = {.date = 3, .end = cols - 1};
	if (cols < NARROW_UNDER)
		columns.date = -1;
	columns.title = columns.date < 0 ? 5 : columns.date + DATE_COLS + 4;
	columns.thread = columns.date < 0 ? 3 : columns.date + DATE_COLS + 1;
	columns.under = app->list_lines > 1 && app->panes.arrangement == ARRANGED_COLUMNS;
	if (cols >= SOURCE_FROM && !columns.under && app->list.order != ORDER_SOURCE)
		columns.source = SOURCE_COLS;
	if (cols >= PEOPLE_FROM && !columns.under) {
		int share = (cols - columns.title) * 3 / 10 + 2; /* two surnames at 80 columns */
		columns.people = share < PEOPLE_COLS ? share : PEOPLE_COLS;
	}
	return columns;
}

/* The sign before a row: that it stands outside the filter, is where the reader is, is new. */
static struct span sign_of(const struct app *app, article_id id, bool selected)
{
	if (!app_is_inside(app, id))
		return SPAN("○");
	if (selected && app->focus != PANE_LIST)
		return SPAN("›");
	return app_mark(app, id).read ? SPAN(" ") : SPAN("•");
}

/* Where the title of an article begins: behind the sign of its story, where the list is by them. */
static int title_col(const struct app *app, const struct columns *columns, article_id id)
{
	uint32_t place = app->list_rows ? app->list_places[id] : 0;

	if (place == 0)
		return columns->title;
	bool inside = app->list_rows[place - 1].thread == THREAD_INSIDE;
	return columns->thread + THREAD_COLS + (inside ? THREAD_INDENT : 0);
}

/* How many articles a row stands for, and whether they stand below it. */
static void draw_thread(const struct app *app, struct canvas *canvas, struct area area, int row,
	const struct columns *columns, article_id id)
{
	uint32_t place = app->list_rows ? app->list_places[id] : 0;
	struct list_row shown = place ? app->list_rows[place - 1] : (struct list_row){0};

	if (shown.thread == THREAD_FOLDED || shown.thread == THREAD_OPENED)
		canvas_put(canvas, area, row, columns->thread, STYLE_DIM,
			span_of(arena_format(canvas->arena, "%s%u",
				shown.thread == THREAD_FOLDED ? "▸" : "▾",
				shown.count < 100 ? shown.count : 99)));
}

/* Words of the title, those that are sought among them marked; the column after them. */
static int draw_words(const struct app *app, struct canvas *canvas, struct area area, int row,
	int col, int end, article_id id, struct span words)
{
	enum style style = id == app->list.selected ? STYLE_TITLE : STYLE_TEXT;
	struct span title = width_clip(words, end - col, canvas->arena);
	struct extent *hits;
	uint32_t count = sought_in_text(&app->sought, title, &hits, canvas->arena);
	size_t at = 0;

	for (uint32_t i = 0; i < count; i++) {
		col = canvas_put(canvas, area, row, col, style, span_cut(title, at, hits[i].start));
		col = canvas_put(canvas, area, row, col, STYLE_FOUND, span_in(title, hits[i]));
		at = hits[i].end;
	}
	return canvas_put(canvas, area, row, col, style, span_cut(title, at, title.len));
}

/* Where a title of two rows is parted: behind the words that the first one has room for.  The
 * second row is that of the people and the source: a title goes on there only if it ends there
 * beside them, and a lead that stands for a title does not. */
static size_t title_break(const struct app *app, const struct columns *columns, int cols,
	article_id id, struct arena *arena)
{
	struct span title = epoch_title(app->epoch, id);
	struct wrap wrap = wrap_of(title, cols, arena);
	struct extent first;

	if (!columns->under || app->sought.count || width_of(title) <= cols ||
		!label_title_is_stated(epoch_title_from(app->epoch, id)) ||
		!wrap_next(&wrap, &first))
		return title.len;
	struct span rest = span_trim(span_cut(title, first.end, title.len));
	int source = width_of(epoch_source(app->epoch, id));
	int others = PEOPLE_LEAST + GAP + (source < SOURCE_COLS ? source : SOURCE_COLS) + GAP;
	return width_of(rest) + others <= cols ? first.end : title.len;
}

/* What of the title belongs into the row below; "". */
static struct span draw_title(const struct app *app, struct canvas *canvas, struct area area,
	int row, const struct columns *columns, int end, article_id id)
{
	int col = title_col(app, columns, id);

	draw_thread(app, canvas, area, row, columns, id);

	if (!label_title_is_stated(epoch_title_from(app->epoch, id)))
		canvas_put(canvas, area, row, col - 2, STYLE_DIM, SPAN("≈"));
	if (app_mark(app, id).starred)
		col = canvas_put(canvas, area, row, col, STYLE_ACCENT, SPAN("★ "));
	if (own_has(epoch_own(app->epoch), OWN_NOTE, id))
		col = canvas_put(canvas, area, row, col, STYLE_ACCENT, SPAN("✎ "));
	if (epoch_versions(app->epoch, id) > 1) {
		const char *times = arena_format(canvas->arena, "×%s ",
			label_number(epoch_versions(app->epoch, id), canvas->arena));
		col = canvas_put(canvas, area, row, col, STYLE_DIM, span_of(times));
	}
	if (end <= col)
		return SPAN("");
	struct span title = epoch_title(app->epoch, id);
	size_t at = title_break(app, columns, end - col, id, canvas->arena);
	draw_words(app, canvas, area, row, col, end, id, span_cut(title, 0, at));
	return span_trim(span_cut(title, at, title.len));
}

/* Beside the title: what the list is sorted by, else who is named. */
static struct span aside_of(const struct app *app, article_id id, int width, struct arena *arena)
{
	if (app->list.order == ORDER_SOURCE)
		return width_clip(epoch_source(app->epoch, id), width, arena);
	return label_people(app->epoch, id, width, arena);
}

/* Years stand under years, the sign of what was worked out after them. */
static void draw_date(
	struct canvas *canvas, struct area area, int row, int col, const struct facts *facts)
{
	struct span date = span_of(label_date(facts, canvas->arena));
	bool exact = !span_ends(date, SPAN("≈"));
	canvas_put_right(canvas, area, row, col, col + DATE_COLS - exact, STYLE_DIM, date);
}

/* People and source beside the title; where the title ends: it has what they leave. */
static int draw_aside(const struct app *app, struct canvas *canvas, struct area area, int row,
	const struct columns *columns, article_id id)
{
	struct span aside = aside_of(app, id, columns->people, canvas->arena);
	int end = columns->end;

	if (columns->source) {
		end -= columns->source;
		canvas_put(canvas, area, row, end, STYLE_DIM,
			width_clip(epoch_source(app->epoch, id), columns->source, canvas->arena));
		end -= GAP;
	}
	if (columns->people && aside.len)
		end = canvas_put_right(
			      canvas, area, row, end - columns->people, end, STYLE_DIM, aside) -
		      GAP;
	return end;
}

/* The line under the title: the title's last words, and on the right who is named and whose
 * article it is. */
static void draw_under(const struct app *app, struct canvas *canvas, struct area area, int row,
	const struct columns *columns, article_id id, struct span rest)
{
	struct span source = width_clip(epoch_source(app->epoch, id), SOURCE_COLS, canvas->arena);
	int col = title_col(app, columns, id), end = columns->end;

	if (source.len)
		end = canvas_put_right(canvas, area, row, col, end, STYLE_DIM, source) - GAP;
	if (rest.len)
		col = draw_words(app, canvas, area, row, col, end, id, rest) + GAP;
	canvas_put_right(canvas, area, row, col, end, STYLE_DIM,
		label_people(app->epoch, id, end - col, canvas->arena));
}

static void draw_row(const struct app *app, struct canvas *canvas, struct area area, int row,
	const struct columns *columns, article_id id)
{
	const struct facts *facts = epoch_facts(app->epoch, id);
	bool selected = id == app->list.selected;

	canvas_put(canvas, area, row, 1, STYLE_ACCENT, sign_of(app, id, selected));
	if (columns->date >= 0)
		draw_date(canvas, area, row, columns->date, facts);
	int end = draw_aside(app, canvas, area, row, columns, id);
	struct span rest = draw_title(app, canvas, area, row, columns, end, id);
	if (app->list_lines > 1 && app->sought.count)
		list_snippet_draw(
			app, canvas, area, row + 1, title_col(app, columns, id), columns->end, id);
	else if (app->list_lines > 1)
		draw_under(app, canvas, area, row + 1, columns, id, rest);
	if (selected && app->focus == PANE_LIST) {
		for (int line = 0; line < app->list_lines; line++)
			canvas_select(canvas, area, row + line);
		canvas_cursor(canvas, area, row, columns->title, false);
	}
}

static void draw_nothing(const struct app *app, struct canvas *canvas, struct area area)
{
	bool loading = !app->epoch || !epoch_is_final(app->epoch);
	struct span words = loading ? span_of(_("Reading the archive…"))
			    : query_is_active(app->query)
				    ? span_of(_("No article passes this filter."))
				    : span_of(_("There is no article here."));
	struct span advice =
		span_of(_("c drops the last choice, C all of them, T switches them off and on."));
	struct wrap wrap = wrap_of(advice, area.cols - 2, canvas->arena);
	struct extent line;
	canvas_put(canvas, area, 0, 1, STYLE_DIM, words);
	for (int row = 2; !loading && query_is_active(app->query) && wrap_next(&wrap, &line); row++)
		canvas_put(canvas, area, row, 1, STYLE_DIM, span_in(advice, line));
	if (app->focus == PANE_LIST)
		canvas_cursor(canvas, area, 0, 1, false);
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	struct columns columns = columns_of(app, area.cols);

	if (!app->epoch || app->listed_count == 0) {
		draw_nothing(app, canvas, area);
		return;
	}
	uint32_t place = app->list.top;
	for (int row = 0; row < area.rows && place < app->listed_count; row += app->list_lines)
		draw_row(app, canvas, area, row, &columns, app->listed[place++]);
}

const struct view list_view = {.name = "list", .draw = draw};
