#include "ui/timeline-bars.h"

#include "base/message.h"
#include "text/width.h"
#include "ui/label.h"

#define LABEL_COLS 14 /* "› 25 Jan 2021" */
#define GAP 2         /* cells between label, bar and count, and between people */
#define SCALE_MOST 3u /* the fullest row has at least a third of the room */

/* The signs of a bar's parts; the last one is for all articles that have none of their own. */
static const struct {
	const char *sign;
	enum style style;
} patterns[TIMELINE_SOURCES + 1] = {
	{"█", STYLE_BAR}, {"▓", STYLE_ACCENT}, {"▒", STYLE_BAR}, {"░", STYLE_DIM}};

static const char *count_of(const struct app *app, uint32_t here, uint32_t all, struct arena *arena)
{
	if (!query_is_active(app->query))
		return label_number(here, arena);
	return arena_format(arena, "%s/%s", label_number(here, arena), label_number(all, arena));
}

static int digits(uint32_t number)
{
	return number < 10 ? 1 : 1 + digits(number / 10);
}

static uint32_t most_of_parts(const struct timeline *timeline)
{
	uint32_t most = 1;

	for (uint32_t i = 0; i < timeline->tally.row_count; i++)
		for (uint32_t p = 0; p < timeline->part_count; p++)
			if (timeline->tally.rows[i].parts[p] > most)
				most = timeline->tally.rows[i].parts[p];
	return most;
}

static bool is_in_columns(const struct bars *bars)
{
	return bars->app->timeline.split == SPLIT_PEOPLE && bars->app->timeline.part_count > 0;
}

/* As many articles as the archive has in its fullest row, unless what is here would be lost. */
static uint32_t scale_of(const struct timeline *timeline)
{
	const struct tally *tally = &timeline->tally;
	uint64_t most = (uint64_t)SCALE_MOST * tally->most_here;

	if (timeline->split == SPLIT_SOURCES)
		return tally->most_here;
	return most && most < tally->most_all ? (uint32_t)most : tally->most_all;
}

struct bars bars_of(const struct app *app, struct area rows)
{
	const struct tally *tally = &app->timeline.tally;
	struct bars bars = {.app = app,
		.area = rows,
		.label_end = LABEL_COLS,
		.start = LABEL_COLS + GAP,
		.end = rows.cols - 2};
	int count = query_is_active(app->query)
			    ? digits(tally->most_here) + 1 + digits(tally->most_all)
			    : digits(tally->most_here);

	bars.room = bars.end - bars.start - count - GAP;
	bars.scale =
		is_in_columns(&bars) ? most_of_parts(&app->timeline) : scale_of(&app->timeline);
	return bars;
}

/* Where the bars of one person stand. */
static struct bars column_of(const struct bars *bars, uint32_t part)
{
	struct bars column = *bars;
	int cols = (bars->end - bars->start + GAP) / (int)bars->app->timeline.part_count;

	column.start = bars->start + cols * (int)part;
	column.end = column.start + cols - GAP;
	column.room = cols - 2 * GAP - digits(bars->scale);
	return column;
}

/* --- bars ------------------------------------------------------------------------------- */

/* The cells of a number of articles: at least one where there are any. */
static int cells_of(const struct bars *bars, uint32_t articles)
{
	uint64_t room = bars->room > 0 ? (uint64_t)bars->room : 0;
	uint64_t cells = bars->scale ? (articles * room + bars->scale / 2) / bars->scale : 0;

	if (cells == 0 && articles && room)
		return 1;
	return (int)(cells > room ? room : cells);
}

static int draw_cells(const struct bars *bars, struct canvas *canvas, int row, int col, int count,
	enum style style, const char *sign)
{
	while (count-- > 0)
		col = canvas_put(canvas, bars->area, row, col, style, span_of(sign));
	return col;
}

/* What is here, and before the rest of the archive; an arrow where that would go on. */
static void draw_whole(const struct bars *bars, struct canvas *canvas, int row,
	const struct tally_row *shown, bool chosen)
{
	int here = cells_of(bars, shown->here), all = cells_of(bars, shown->all);
	int col = draw_cells(
		bars, canvas, row, bars->start, here, chosen ? STYLE_ACCENT : STYLE_BAR, "■");

	col = draw_cells(bars, canvas, row, col, all - here, STYLE_DIM, "─");
	if (shown->all > bars->scale && all > here)
		canvas_put(canvas, bars->area, row, col, STYLE_DIM, SPAN("›"));
}

/* What is here, cut into its sources. */
static void draw_stack(
	const struct bars *bars, struct canvas *canvas, int row, const struct tally_row *shown)
{
	const struct timeline *timeline = &bars->app->timeline;
	uint64_t all = (uint64_t)cells_of(bars, shown->here), sum = 0;
	int drawn = 0;

	for (uint32_t p = 0; p <= timeline->part_count && shown->here; p++) {
		bool rest = p == timeline->part_count;
		sum = rest ? shown->here : sum + shown->parts[p];
		int end = (int)((sum * all + shown->here / 2) / shown->here);
		uint32_t which = rest ? TIMELINE_SOURCES : p;
		draw_cells(bars, canvas, row, bars->start + drawn, end - drawn,
			patterns[which].style, patterns[which].sign);
		drawn = end;
	}
}

static void draw_people(
	const struct bars *bars, struct canvas *canvas, int row, const struct tally_row *shown)
{
	for (uint32_t p = 0; p < bars->app->timeline.part_count; p++) {
		struct bars column = column_of(bars, p);
		const char *count = label_number(shown->parts[p], canvas->arena);
		if (shown->parts[p] == 0)
			continue;
		draw_cells(&column, canvas, row, column.start, cells_of(&column, shown->parts[p]),
			STYLE_BAR, "■");
		canvas_put_right(canvas, bars->area, row, column.start, column.end, STYLE_DIM,
			span_of(count));
	}
}

void bars_draw(const struct bars *bars, struct canvas *canvas, int row,
	const struct tally_row *shown, bool chosen)
{
	if (is_in_columns(bars)) {
		draw_people(bars, canvas, row, shown);
		return;
	}
	if (bars->app->timeline.split == SPLIT_SOURCES)
		draw_stack(bars, canvas, row, shown);
	else
		draw_whole(bars, canvas, row, shown, chosen);
	canvas_put_right(canvas, bars->area, row, bars->start, bars->end, STYLE_DIM,
		span_of(count_of(bars->app, shown->here, shown->all, canvas->arena)));
}

/* --- the legend ------------------------------------------------------------------------- */

static void draw_names(const struct bars *bars, struct canvas *canvas, struct area line)
{
	const struct timeline *timeline = &bars->app->timeline;

	for (uint32_t p = 0; p < timeline->part_count; p++) {
		struct bars column = column_of(bars, p);
		canvas_put(canvas, line, 0, column.start, STYLE_HEADING,
			width_clip(span_of(timeline->parts[p].label), column.end - column.start,
				canvas->arena));
	}
}

/* Whether some article here has a source that has no sign of its own. */
static bool has_rest(const struct timeline *timeline)
{
	for (uint32_t i = 0; i < timeline->tally.row_count; i++) {
		const struct tally_row *row = &timeline->tally.rows[i];
		uint32_t sum = 0;
		for (uint32_t p = 0; p < timeline->part_count; p++)
			sum += row->parts[p];
		if (sum < row->here)
			return true;
	}
	return false;
}

static int draw_sample(const struct bars *bars, struct canvas *canvas, struct area line, int col,
	uint32_t which, const char *label)
{
	if (col + 4 + width_of(span_of(label)) > bars->end)
		return col;
	col = canvas_put(
		canvas, line, 0, col, patterns[which].style, span_of(patterns[which].sign));
	col = canvas_put(
		canvas, line, 0, col, patterns[which].style, span_of(patterns[which].sign));
	return canvas_put(canvas, line, 0, col + 1, STYLE_TEXT, span_of(label)) + 3;
}

void bars_draw_legend(const struct bars *bars, struct canvas *canvas, struct area line)
{
	const struct timeline *timeline = &bars->app->timeline;
	int col = bars->start;

	if (is_in_columns(bars)) {
		draw_names(bars, canvas, line);
		return;
	}
	if (timeline->split != SPLIT_SOURCES)
		return;
	for (uint32_t p = 0; p < timeline->part_count; p++)
		col = draw_sample(bars, canvas, line, col, p, timeline->parts[p].label);
	if (has_rest(timeline))
		draw_sample(bars, canvas, line, col, TIMELINE_SOURCES, _("others"));
}
