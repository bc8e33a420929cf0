#include "base/message.h"
#include "text/width.h"
#include "ui/label.h"
#include "ui/timeline-bars.h"
#include "ui/view.h"

#define LEFT 1
#define MARK_COL 1     /* + of a chosen period */
#define DATE_COLS 13   /* "25 Jan 2021≈ " */
#define TITLE_LEAST 36 /* cells that a source leaves to a title */

/* --- words ------------------------------------------------------------------------------ */

static const char *label_of(const struct timeline *timeline, int32_t day, struct arena *arena)
{
	static const enum day_precision precisions[TALLY_UNIT_COUNT] = {[TALLY_DAY] = PRECISION_DAY,
		[TALLY_WEEK] = PRECISION_DAY,
		[TALLY_MONTH] = PRECISION_MONTH,
		[TALLY_YEAR] = PRECISION_YEAR};

	return day_short(day, precisions[timeline->unit], arena);
}

static const char *heading_of(const struct timeline *timeline)
{
	static const char *const published[TALLY_UNIT_COUNT] = {
		[TALLY_DAY] = N_("by day of publication"),
		[TALLY_WEEK] = N_("by week of publication, from Monday"),
		[TALLY_MONTH] = N_("by month of publication"),
		[TALLY_YEAR] = N_("by year of publication")};
	static const char *const spoken[TALLY_UNIT_COUNT] = {[TALLY_DAY] = N_("by days spoken of"),
		[TALLY_WEEK] = N_("by weeks spoken of, from Monday"),
		[TALLY_MONTH] = N_("by months spoken of"),
		[TALLY_YEAR] = N_("by years spoken of")};

	return _(timeline->about ? spoken[timeline->unit] : published[timeline->unit]);
}

static const char *gap_of(const struct timeline *timeline, uint32_t periods, struct arena *arena)
{
	if (timeline->unit == TALLY_DAY)
		return arena_format(arena, _("nothing for %u days"), periods);
	if (timeline->unit == TALLY_WEEK)
		return arena_format(arena, _("nothing for %u weeks"), periods);
	if (timeline->unit == TALLY_MONTH)
		return arena_format(arena, _("nothing for %u months"), periods);
	return arena_format(arena, _("nothing for %u years"), periods);
}

/* What stands in no row; "". */
static const char *missing_of(const struct timeline *timeline, struct arena *arena)
{
	uint32_t missing = timeline->tally.missing_here;
	const char *count = label_number(missing, arena);

	if (missing == 0)
		return "";
	if (timeline->about && missing == 1)
		return _("1 article names none");
	if (timeline->about)
		return arena_format(arena, _("%s articles name none"), count);
	if (timeline->unit == TALLY_YEAR && missing == 1)
		return _("1 article is undated");
	if (timeline->unit == TALLY_YEAR)
		return arena_format(arena, _("%s articles are undated"), count);
	if (missing == 1)
		return _("1 article has no exact date");
	return arena_format(arena, _("%s articles have no exact date"), count);
}

/* "3 articles", "2 of 3 articles" */
static const char *articles_of(
	const struct app *app, const struct tally_row *row, struct arena *arena)
{
	const char *here = label_number(row->here, arena);

	if (row->all == 0)
		return _("no article");
	if (!query_is_active(app->query))
		return arena_format(arena, P_("%s article", "%s articles", row->here), here);
	return arena_format(arena, P_("%s of %s article", "%s of %s articles", row->all), here,
		label_number(row->all, arena));
}

/* --- rows ------------------------------------------------------------------------------- */

static void draw_head(const struct bars *bars, struct canvas *canvas, struct area area, int rows)
{
	const struct timeline *timeline = &bars->app->timeline;
	struct area head = {area.row - rows, area.col, rows, area.cols};
	int col = canvas_put(canvas, head, 0, LEFT + 1, STYLE_TITLE, span_of(_("Timeline")));

	col = canvas_put(canvas, head, 0, col + 1, STYLE_DIM, span_of(heading_of(timeline)));
	canvas_put_right(canvas, head, 0, col + 2, bars->end, STYLE_DIM,
		span_of(missing_of(timeline, canvas->arena)));
	if (rows > 1)
		bars_draw_legend(bars, canvas, (struct area){area.row - 1, area.col, 1, area.cols});
}

static bool is_chosen(const struct app *app, const struct tally_row *row, struct arena *arena)
{
	struct clause clause = timeline_clause(&app->timeline, row, arena);
	int at = query_find(app->query, &clause);

	return at >= 0 && !app->query->clauses[at].off && !app->query->clauses[at].exclude;
}

static void draw_row(
	const struct bars *bars, struct canvas *canvas, int row, const struct tally_row *shown)
{
	const struct timeline *timeline = &bars->app->timeline;
	const char *label = label_of(timeline, shown->from, canvas->arena);
	bool chosen = is_chosen(bars->app, shown, canvas->arena);
	enum style style = chosen ? STYLE_INCLUDED : shown->here ? STYLE_TEXT : STYLE_DIM;

	if (shown->periods > 1) {
		canvas_put_right(canvas, bars->area, row, 0, bars->label_end, STYLE_DIM, SPAN("⋮"));
		canvas_put(canvas, bars->area, row, bars->start, STYLE_DIM,
			span_of(gap_of(timeline, shown->periods, canvas->arena)));
		return;
	}
	if (chosen)
		canvas_put(canvas, bars->area, row, MARK_COL, STYLE_ACCENT, SPAN("+"));
	canvas_put_right(
		canvas, bars->area, row, MARK_COL + 1, bars->label_end, style, span_of(label));
	if (shown->all)
		bars_draw(bars, canvas, row, shown, chosen);
}

static void draw_rows(const struct bars *bars, struct canvas *canvas)
{
	const struct timeline *timeline = &bars->app->timeline;

	if (timeline->tally.row_count == 0)
		canvas_put(canvas, bars->area, 0, LEFT + 1, STYLE_DIM,
			timeline->about ? span_of(_("No article speaks of a day."))
					: span_of(_("No article has a date.")));
	for (int row = 0; row < bars->area.rows; row++) {
		uint32_t at = timeline->top + (uint32_t)row;
		if (at >= timeline->tally.row_count)
			break;
		draw_row(bars, canvas, row, &timeline->tally.rows[at]);
		if (at == timeline->cursor) {
			struct area label = bars->area;
			label.cols = bars->label_end + 1;
			canvas_select(canvas, label, row);
			canvas_cursor(canvas, bars->area, row, LEFT, false);
		}
	}
}

/* --- the articles of the cursor's period ------------------------------------------------- */

static void draw_article(
	const struct app *app, struct canvas *canvas, struct area area, int row, article_id id)
{
	const struct article *article = epoch_article(app->epoch, id);
	const char *date = label_date(epoch_facts(app->epoch, id), canvas->arena);
	int end = area.cols - 2, col = 2 + DATE_COLS;
	int source_cols = width_of(article->source);

	canvas_put_right(canvas, area, row, 2, col - (article->text.len && date[0] ? 1 : 0),
		STYLE_DIM, span_of(date));
	if (source_cols && end - source_cols - 2 >= col + TITLE_LEAST)
		end = canvas_put_right(canvas, area, row, col, end, STYLE_DIM, article->source) - 2;
	canvas_put(canvas, area, row, col + 1, STYLE_TEXT,
		width_clip(article->title, end - col - 1, canvas->arena));
}

static void draw_more(struct canvas *canvas, struct area area, int row, uint32_t more)
{
	const char *count = label_number(more, canvas->arena);

	canvas_put(canvas, area, row, 3 + DATE_COLS, STYLE_DIM,
		span_of(arena_format(canvas->arena, _("and %s more; Enter lists them"), count)));
}

/* Which period, and how many; the row after it. */
static int draw_subject(const struct app *app, struct canvas *canvas, struct area area, bool beside)
{
	const struct timeline *timeline = &app->timeline;
	const struct tally_row *row = &timeline->tally.rows[timeline->cursor];
	const char *days = days_long(row->from, row->to, canvas->arena);
	const char *count = articles_of(app, row, canvas->arena);
	struct area line = {beside ? area.row : area.row - 1, area.col, 1, area.cols};
	int col = beside ? 2 : 1;

	/* On a rule the words have a blank at both ends. */
	days = beside ? days : arena_format(canvas->arena, " %s ", days);
	col = canvas_put(canvas, line, 0, col, STYLE_HEADING, span_of(days));
	if (!beside)
		count = arena_format(canvas->arena, " %s ", count);
	canvas_put_right(
		canvas, line, 0, col + 1, area.cols - (beside ? 2 : 1), STYLE_DIM, span_of(count));
	return beside ? 2 : 0;
}

static void draw_details(
	const struct app *app, struct canvas *canvas, struct timeline_layout layout)
{
	const struct timeline *timeline = &app->timeline;
	struct area area = layout.details;
	uint32_t shown =
		timeline->found_count < TIMELINE_FOUND ? timeline->found_count : TIMELINE_FOUND;

	if (layout.beside)
		canvas_rule(canvas, area.row - 1, area.col - 1, area.row + area.rows, area.col - 1,
			false);
	else
		canvas_rule(canvas, area.row - 1, 0, area.row - 1, canvas->cols - 1, false);
	if (timeline->tally.row_count == 0)
		return;
	int row = draw_subject(app, canvas, area, layout.beside);
	uint32_t room = (uint32_t)(area.rows - row);
	if (room < timeline->found_count && shown >= room)
		shown = room - 1;
	for (uint32_t i = 0; i < shown; i++)
		draw_article(app, canvas, area, row++, timeline->found[i]);
	if (shown < timeline->found_count)
		draw_more(canvas, area, row, timeline->found_count - shown);
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	struct timeline_layout layout = timeline_layout(&app->timeline, area);
	struct bars bars = bars_of(app, layout.rows);

	canvas_cursor(canvas, area, 0, 0, false);
	if (!app->epoch)
		return;
	draw_head(&bars, canvas, layout.rows, layout.head);
	draw_rows(&bars, canvas);
	if (layout.details.rows > 0)
		draw_details(app, canvas, layout);
}

const struct view timeline_view = {.name = "timeline", .draw = draw};
