#include "text/utf8.h"
#include "ui/view.h"

/* What is marked in the text. */
struct marks {
	const struct app *app;
	struct span text;
	const struct mention *mentions;
	uint32_t mention_count;
	const struct extent *hits;
	uint32_t hit_count;
	const bool *chosen; /* by actor; null: nobody is */
};

/* Which actors the filter asks for. */
static const bool *chosen_of(const struct app *app, struct arena *arena)
{
	bool *chosen = NULL;
	for (uint32_t i = 0; app->query && i < app->query->count; i++) {
		const struct clause *clause = &app->query->clauses[i];
		if (clause->kind != CLAUSE_PERSON || clause->exclude || clause->off)
			continue;
		uint32_t actor = epoch_actor_find(app->epoch, span_of(clause->text));
		if (actor == ACTOR_NONE)
			continue;
		if (!chosen)
			chosen = ARENA_ARRAY(arena, bool, epoch_actor_count(app->epoch));
		chosen[actor] = true;
	}
	return chosen;
}

static struct marks marks_of(const struct app *app, struct arena *arena)
{
	const struct article *article = epoch_article(app->epoch, app->reader.article);
	const struct facts *facts = epoch_facts(app->epoch, app->reader.article);
	return (struct marks){.app = app,
		.text = article->text,
		.mentions = facts->mentions,
		.mention_count = facts->mention_count,
		.hits = app->hits,
		.hit_count = app->hit_count,
		.chosen = chosen_of(app, arena)};
}

static bool holds(struct extent extent, uint32_t at)
{
	return at >= extent.start && at < extent.end;
}

static void nearer(uint32_t *end, uint32_t at, struct extent extent)
{
	if (extent.start > at && extent.start < *end)
		*end = extent.start;
	if (extent.end > at && extent.end < *end)
		*end = extent.end;
}

/* The first mention that ends after a place; they are in order of their start, and hardly ever
 * does one lie within another. */
static const struct mention *mention_from(const struct marks *marks, uint32_t at)
{
	uint32_t low = 0, high = marks->mention_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (marks->mentions[middle].at.end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low < marks->mention_count ? &marks->mentions[low] : NULL;
}

static const struct extent *hit_from(const struct marks *marks, uint32_t at)
{
	uint32_t low = 0, high = marks->hit_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (marks->hits[middle].end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low < marks->hit_count ? &marks->hits[low] : NULL;
}

/* The style of the text at a place, and in *end (which comes in as the row's end) how far it
 * goes. */
static enum style style_at(const struct marks *marks, uint32_t at, enum style plain, uint32_t *end)
{
	const struct mention *mention = mention_from(marks, at);
	const struct extent *hit = hit_from(marks, at);
	struct extent current = marks->app->reader.current;
	enum style style = plain;

	if (mention) {
		nearer(end, at, mention->at);
		if (holds(mention->at, at))
			style = marks->chosen && marks->chosen[mention->actor] ? STYLE_CHOSEN
									       : STYLE_MENTION;
	}
	if (hit) {
		nearer(end, at, *hit);
		if (holds(*hit, at))
			style = STYLE_HIT;
	}
	nearer(end, at, current);
	return holds(current, at) ? STYLE_CURRENT : style;
}

/* An accent belongs to the letter before it. */
static uint32_t past_marks(struct span text, uint32_t at)
{
	while (at < text.len) {
		size_t next = at;
		if (!utf8_is_mark(utf8_next(text, &next)))
			break;
		at = (uint32_t)next;
	}
	return at;
}

static void draw_text(const struct marks *marks, struct canvas *canvas, struct area area, int row,
	int col, struct extent at, enum style plain)
{
	for (uint32_t start = at.start; start < at.end && col < area.cols;) {
		uint32_t end = at.end;
		enum style style = style_at(marks, start, plain, &end);
		end = past_marks(span_cut(marks->text, 0, at.end), end);
		col = canvas_put(canvas, area, row, col, style, span_cut(marks->text, start, end));
		start = end;
	}
}

static enum style style_of(enum row_kind kind)
{
	static const enum style styles[] = {
		[ROW_TITLE] = STYLE_TITLE,
		[ROW_FACTS] = STYLE_FACTS,
		[ROW_PARAGRAPH] = STYLE_TEXT,
		[ROW_HEADING] = STYLE_HEADING,
		[ROW_CAPTION] = STYLE_CAPTION,
		[ROW_FOLD] = STYLE_FURNITURE,
		[ROW_FURNITURE] = STYLE_FURNITURE,
		[ROW_RAW] = STYLE_TEXT,
	};
	return (size_t)kind < COUNT(styles) ? styles[kind] : STYLE_TEXT;
}

static void draw_fold(const struct app *app, struct canvas *canvas, struct area area, int row,
	int col, const struct row *fold)
{
	struct extent current = app->reader.current;
	bool is_current = current.start < current.end && current.start == fold->at.start &&
			  current.end == fold->at.end;
	enum style style = is_current ? STYLE_CURRENT : STYLE_FURNITURE;

	col = canvas_put(canvas, area, row, col, STYLE_FURNITURE,
		app->page.furniture_open ? SPAN("▾ ") : SPAN("▸ "));
	canvas_put(canvas, area, row, col, style, fold->made);
}

static void draw_row(const struct marks *marks, struct canvas *canvas, struct area area, int row,
	const struct row *shown)
{
	int col = (area.cols - marks->app->page.width) / 2;
	if (col < 1)
		col = area.cols > marks->app->page.width ? 1 : 0;
	if (shown->kind == ROW_CAPTION || shown->kind == ROW_FURNITURE)
		col += marks->app->page.indent;
	if (shown->kind == ROW_FOLD)
		draw_fold(marks->app, canvas, area, row, col, shown);
	else if (shown->made.len)
		canvas_put(canvas, area, row, col, style_of(shown->kind), shown->made);
	else
		draw_text(marks, canvas, area, row, col, shown->at, style_of(shown->kind));
}

/* The hardware cursor: on the current item, else on the first row. */
static void place_cursor(const struct app *app, struct canvas *canvas, struct area area)
{
	int row = 0;
	if (app->reader.current.start < app->reader.current.end) {
		uint32_t at = page_row(&app->page, app->reader.current.start);
		row = at >= app->page_top ? (int)(at - app->page_top) : 0;
	}
	canvas_cursor(canvas, area, row, 0, false);
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	if (app->focus == PANE_READER)
		canvas_cursor(canvas, area, 0, 0, false);
	if (!app->epoch || app->reader.article == ARTICLE_NONE)
		return;
	struct marks marks = marks_of(app, canvas->arena);
	for (int row = 0; row < area.rows; row++) {
		uint32_t at = app->page_top + (uint32_t)row;
		if (at >= app->page.row_count)
			break;
		draw_row(&marks, canvas, area, row, &app->page.rows[at]);
	}
	if (app->focus == PANE_READER)
		place_cursor(app, canvas, area);
}

const struct view reader_view = {.name = "reader", .draw = draw};
