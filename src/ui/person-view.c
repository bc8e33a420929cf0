#include "base/message.h"
#include "text/width.h"
#include "ui/label.h"
#include "ui/view.h"

#define BAR_MOST 16 /* cells */
#define PERIOD_COLS 12
#define DAY_COLS 11     /* of "26 Jan 2021" */
#define SOURCE_MOST 24  /* cells, behind a title */
#define COUNTED_COLS 56 /* where a column is wider, counts stand nearer to their names */

static const struct dossier_line *line_of(const struct app *app, const struct person_row *row)
{
	return &app->dossier.sections[row->section].at[row->line];
}

/* How many of a section's lines are in articles that the filter leaves. */
static uint32_t count_inside(const struct app *app, const struct dossier_lines *lines)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < lines->count; i++)
		count += app_is_inside(app, lines->at[i].article);
	return count;
}

/* "6", or "4/6" and what the sign of the others means. */
static void draw_total(const struct app *app, struct canvas *canvas, struct area area, int row,
	int section, int col)
{
	const struct dossier_lines *lines = &app->dossier.sections[section];
	bool dated = section == DOSSIER_SAID || section == DOSSIER_ARTICLES;
	uint32_t inside = dated ? count_inside(app, lines) : lines->count;
	const char *all = label_number(lines->count, canvas->arena);

	if (inside < lines->count)
		all = arena_format(
			canvas->arena, "%s/%s", label_number(inside, canvas->arena), all);
	col = canvas_put(canvas, area, row, col, STYLE_DIM, span_of(all));
	if (inside < lines->count)
		canvas_put_right(canvas, area, row, col + 2, area.cols, STYLE_DIM,
			span_of(_("○ outside the filter")));
}

static void draw_heading(
	const struct app *app, struct canvas *canvas, struct area area, int row, int section)
{
	int col = canvas_put(
		canvas, area, row, 0, STYLE_HEADING, span_of(_(dossier_titles[section])));

	if (section == DOSSIER_TIME && app->dossier.most_month)
		canvas_put(canvas, area, row, PERSON_INDENT + PERIOD_COLS, STYLE_DIM,
			SPAN("JFMAMJJASOND"));
	if (section == DOSSIER_TIME || section == DOSSIER_ROLES)
		return;
	draw_total(app, canvas, area, row, section, col + 1);
}

/* "2/3", or one number where there is only one. */
static void draw_count(struct canvas *canvas, struct area area, int row,
	enum dossier_section section, const struct dossier_line *line)
{
	const char *here = label_number(line->here, canvas->arena);
	bool noted = section == DOSSIER_ROLES || section == DOSSIER_FORMS;

	if (!line->here)
		return;
	if (!noted && area.cols > COUNTED_COLS)
		area.cols = COUNTED_COLS;
	if (line->all)
		here = arena_format(
			canvas->arena, "%s/%s", here, label_number(line->all, canvas->arena));
	canvas_put_right(canvas, area, row, 1, area.cols, STYLE_DIM, span_of(here));
}

/* A cell for each month of a year, as high as it has articles. */
static void draw_months(const struct app *app, struct canvas *canvas, struct area area, int row,
	const uint32_t *months)
{
	static const char *const heights[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
	uint64_t most = app->dossier.most_month ? app->dossier.most_month : 1;

	for (int month = 0; month < 12; month++) {
		uint64_t height = months[month] * COUNT(heights) / most;
		struct span sign = span_of(heights[height ? height - 1 : 0]);
		canvas_put(canvas, area, row, PERSON_INDENT + PERIOD_COLS + month,
			months[month] ? STYLE_BAR : STYLE_DIM, months[month] ? sign : SPAN("·"));
	}
}

/* A bar as long as the period has articles. */
static void draw_bar(
	const struct app *app, struct canvas *canvas, struct area area, int row, uint32_t here)
{
	int room = area.cols - PERIOD_COLS - PERSON_INDENT - 6;
	uint64_t halves = (uint64_t)(room < BAR_MOST ? room : BAR_MOST) * 2;
	int cells =
		room > 0 ? (int)(here * halves / (app->dossier.most ? app->dossier.most : 1)) : 0;
	int col = PERSON_INDENT + PERIOD_COLS;

	if (here && cells == 0)
		cells = 1;
	for (; cells > 0; cells -= 2)
		col = canvas_put(
			canvas, area, row, col, STYLE_BAR, cells > 1 ? SPAN("━") : SPAN("╸"));
}

/* The days' column: the day beside the first row of its line, the source beside the second. */
static void draw_hung(struct canvas *canvas, struct area area, int row,
	const struct person_row *shown, const struct dossier_line *line)
{
	struct span source = width_clip(line->source, PERSON_DATE_COLS - 1, canvas->arena);

	struct span date = span_of(line->date);
	/* Days stand under each other; the sign of one that was worked out has its own place. */
	int width = width_of(date) - span_ends(date, SPAN("≈"));
	int col = PERSON_INDENT + (width < DAY_COLS ? DAY_COLS - width : 0);

	if (shown->nth == 0)
		canvas_put(canvas, area, row, col, STYLE_TEXT, date);
	else if (shown->nth == 1 && shown->section == DOSSIER_SAID)
		canvas_put(canvas, area, row, PERSON_INDENT, STYLE_DIM, source);
}

static void draw_title(struct canvas *canvas, struct area area, int row, int col, enum style style,
	const struct dossier_line *line)
{
	int end = area.cols;
	struct span source = width_clip(line->source, SOURCE_MOST, canvas->arena);

	if (source.len && end - col > 2 * SOURCE_MOST)
		end = canvas_put_right(
			      canvas, area, row, col + SOURCE_MOST, end, STYLE_DIM, source) -
		      2;
	canvas_put(canvas, area, row, col, style, width_clip(line->text, end - col, canvas->arena));
}

static void draw_text(const struct app *app, struct canvas *canvas, struct area area, int row,
	const struct person_row *shown, const struct person_column *column)
{
	const struct dossier_line *line = line_of(app, shown);
	bool dated = shown->section == DOSSIER_SAID || shown->section == DOSSIER_ARTICLES;
	struct span text = span_in(line->text, shown->at);
	enum style style = shown->section == DOSSIER_TIME && !line->here ? STYLE_DIM : STYLE_TEXT;
	int col = PERSON_INDENT;

	if (dated && person_is_hung(column)) {
		draw_hung(canvas, area, row, shown, line);
		col += PERSON_DATE_COLS;
	}
	if (dated && shown->nth == 0 && !app_is_inside(app, line->article))
		canvas_put(canvas, area, row, 0, STYLE_DIM, SPAN("○"));
	if (shown->section == DOSSIER_ARTICLES) {
		draw_title(canvas, area, row, col, style, line);
		return;
	}
	col = canvas_put(canvas, area, row, col, style, text);
	if (shown->cut)
		canvas_put(canvas, area, row, col, style, SPAN("…"));
	if (shown->noted)
		canvas_put(canvas, area, row, col + 2, STYLE_DIM, span_of(line->note));
	if (line->months)
		draw_months(app, canvas, area, row, line->months);
	else if (shown->section == DOSSIER_TIME)
		draw_bar(app, canvas, area, row, line->here);
	if (shown->nth == 0 && !dated)
		draw_count(canvas, area, row, shown->section, line);
}

/* Day and source of a line, where they stand above it. */
static void draw_dated(
	struct canvas *canvas, struct area area, int row, const struct dossier_line *line)
{
	int col = canvas_put(canvas, area, row, PERSON_INDENT, STYLE_DIM, span_of(line->date));

	canvas_put(canvas, area, row, col + 2, STYLE_DIM, line->source);
}

static void draw_row(const struct app *app, struct canvas *canvas, struct area area, int row,
	const struct person_row *shown, const struct person_column *column)
{
	const char *more = _("fewer");

	switch (shown->kind) {
	case PERSON_BLANK:
		break;
	case PERSON_HEADING:
		draw_heading(app, canvas, area, row, (int)shown->section);
		break;
	case PERSON_TEXT:
		draw_text(app, canvas, area, row, shown, column);
		break;
	case PERSON_NOTE:
		canvas_put(canvas, area, row, PERSON_INDENT, STYLE_DIM,
			span_in(span_of(line_of(app, shown)->note), shown->at));
		break;
	case PERSON_DATED:
		draw_dated(canvas, area, row, line_of(app, shown));
		break;
	case PERSON_MORE:
		if (shown->line)
			more = arena_format(canvas->arena, _("%s more"),
				label_number(shown->line, canvas->arena));
		canvas_put(canvas, area, row, PERSON_INDENT, STYLE_DIM, span_of(more));
		break;
	}
}

static void draw_column(const struct app *app, struct canvas *canvas, struct area area, uint32_t at)
{
	const struct person_column *column = &app->person_rows.columns[at];
	struct area own = {area.row + PERSON_HEAD, area.col + column->left, area.rows - PERSON_HEAD,
		column->width};
	bool found = false; /* the first row of the line that the cursor is on */

	for (int row = 0; row < own.rows; row++) {
		uint32_t index = column->first + app->person.top[at] + (uint32_t)row;
		if (index >= column->end)
			break;
		const struct person_row *shown = &app->person_rows.at[index];
		draw_row(app, canvas, own, row, shown, column);
		if (found || shown->stop != app->person.cursor)
			continue;
		/* A cell of air on both sides, as in every list. */
		canvas_select(
			canvas, (struct area){own.row, own.col - 1, own.rows, own.cols + 2}, row);
		canvas_cursor(canvas, own, row, PERSON_INDENT, false);
		found = true;
	}
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	const struct person_column *column = &app->person_rows.columns[0];
	struct area head = {
		area.row, area.col + column->left, PERSON_HEAD, area.cols - column->left - 1};

	canvas_cursor(canvas, area, 0, 0, false);
	if (!app->person_rows.count)
		return;
	canvas_put(canvas, head, 0, 0, STYLE_TITLE,
		width_clip(span_of(app->dossier.name), head.cols, canvas->arena));
	canvas_put(canvas, head, 1, 0, STYLE_FACTS,
		width_clip(span_of(app->dossier.summary), head.cols, canvas->arena));
	for (uint32_t i = 0; i < app->person_rows.column_count; i++)
		draw_column(app, canvas, area, i);
}

const struct view person_view = {.name = "person", .draw = draw};
