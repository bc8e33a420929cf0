#include "text/width.h"
#include "ui/label.h"
#include "ui/view.h"

#define NAME_FROM 60 /* narrower screens say what program this is while nothing is filtered */
#define NAME_LEAST 40
#define CHIP_MOST 28 /* cells of a chip's label */
#define COUNTS_GAP 2

/* How far the load is, in every one of its phases; else how much is shown and hidden. */
static const char *counts_of(const struct app *app, struct arena *arena)
{
	struct load_progress progress = app->progress;
	if (!app->epoch || !epoch_is_final(app->epoch)) {
		if (progress.phase == LOAD_JOINING || progress.phase == LOAD_DONE)
			return "counting… who is who, and when";
		if (progress.phase == LOAD_FINDING || progress.total == 0)
			return "counting… looking for files";
		return arena_format(arena, "counting… %s of %s files",
			label_number(progress.done, arena), label_number(progress.total, arena));
	}
	uint32_t all = epoch_count(app->epoch), here = app->result.count;
	const char *total = label_number(all, arena);
	if (!query_is_active(app->query))
		return arena_format(arena, "%s article%s", total, all == 1 ? "" : "s");
	const char *hidden =
		here < all ? arena_format(arena, " · %s hidden", label_number(all - here, arena))
			   : "";
	return arena_format(arena, "%s of %s articles%s", label_number(here, arena), total, hidden);
}

/* "3": without the words, for narrow screens. */
static const char *short_counts_of(const struct app *app, struct arena *arena)
{
	if (!app->epoch || !epoch_is_final(app->epoch))
		return "counting…";
	if (!query_is_active(app->query))
		return counts_of(app, arena);
	return arena_format(arena, "%s/%s", label_number(app->result.count, arena),
		label_number(epoch_count(app->epoch), arena));
}

static int draw_chip(struct canvas *canvas, struct area area, int col, uint32_t index,
	const struct clause *clause, bool numbered)
{
	struct arena *arena = canvas->arena;
	struct span label = span_of(clause->label ? clause->label : clause->text);
	enum style style = clause->off       ? STYLE_DIM
			   : clause->exclude ? STYLE_EXCLUDED
					     : STYLE_INCLUDED;

	if (numbered && index < 9)
		col = canvas_put(canvas, area, 0, col, STYLE_DIM,
			span_of(arena_format(arena, "%u ", (unsigned)index + 1)));
	if (clause->off)
		col = canvas_put(canvas, area, 0, col, STYLE_DIM, SPAN("("));
	col = canvas_put(canvas, area, 0, col, style == STYLE_EXCLUDED ? STYLE_STRONG : style,
		clause->exclude ? SPAN("- ") : SPAN("+ "));
	if (label.len == 0)
		label = SPAN("…");
	if (clause->kind == CLAUSE_WORDS)
		label = span_of(arena_format(arena, "“%.*s”", (int)label.len, label.at));
	col = canvas_put(canvas, area, 0, col, style, width_clip(label, CHIP_MOST, arena));
	if (clause->off)
		col = canvas_put(canvas, area, 0, col, STYLE_DIM, SPAN(")"));
	return col;
}

static bool is_included_person(const struct clause *clause)
{
	return clause->kind == CLAUSE_PERSON && !clause->exclude;
}

static void draw_chips(const struct app *app, struct canvas *canvas, struct area area, int col)
{
	bool person_before = false;

	for (uint32_t i = 0; i < app->query->count && col < area.cols; i++) {
		const struct clause *clause = &app->query->clauses[i];
		bool person = is_included_person(clause);
		if (i)
			col += 2;
		if (person && person_before && app->query->any_person)
			col = canvas_put(canvas, area, 0, col - 1, STYLE_TEXT, SPAN("or "));
		col = draw_chip(canvas, area, col, i, clause, app->query->count > 1);
		person_before = person_before || person;
	}
}

static int draw_name(const struct app *app, struct canvas *canvas, struct area area)
{
	int cols = app->panes.rule_sidebar >= 0 ? app->panes.rule_sidebar - 1 : area.cols / 3;
	struct area left = {area.row, area.col, 1, cols};
	if (area.cols < NAME_FROM && (area.cols < NAME_LEAST || app->query->count))
		return 1;
	int col = canvas_put(canvas, left, 0, 1, STYLE_STRONG, SPAN("Depeche"));
	col = canvas_put(canvas, left, 0, col + 1, STYLE_DIM,
		width_clip(span_of(app->archive_name), cols - col - 1, canvas->arena));
	return app->panes.rule_sidebar >= 0 ? app->panes.rule_sidebar + 2 : col + 3;
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	const char *counts = area.cols < NAME_FROM ? short_counts_of(app, canvas->arena)
						   : counts_of(app, canvas->arena);
	int col = draw_name(app, canvas, area);
	int end = canvas_put_right(canvas, area, 0, col, area.cols - 1, STYLE_DIM, span_of(counts));
	struct area chips = {area.row, area.col, 1, end - COUNTS_GAP};
	if (app->query)
		draw_chips(app, canvas, chips, col);
}

const struct view top_view = {.name = "top", .draw = draw};
