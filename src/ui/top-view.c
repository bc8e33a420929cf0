#include "base/message.h"
#include "text/width.h"
#include "ui/label.h"
#include "ui/view.h"

#define NAME_FROM 60 /* narrower screens say what program this is while nothing is filtered */
#define NAME_LEAST 40
#define CHIP_MOST 28 /* cells of a chip's label */
#define COUNTS_GAP 2
#define MORE_CELLS 4 /* for " +12", the chips that do not fit */

/* How far the load is, in every one of its phases; else how much is shown and hidden. */
static const char *counts_of(const struct app *app, struct arena *arena)
{
	struct load_progress progress = app->progress;
	if (!app->epoch || !epoch_is_final(app->epoch)) {
		if (progress.phase == LOAD_JOINING || progress.phase == LOAD_DONE)
			return _("counting… who is who, and when");
		if (progress.phase == LOAD_FINDING || progress.total == 0)
			return _("counting… looking for files");
		return arena_format(arena, _("counting… %s of %s files"),
			label_number(progress.done, arena), label_number(progress.total, arena));
	}
	uint32_t all = epoch_count(app->epoch), here = app->result.count;
	const char *total = label_number(all, arena);
	if (!query_is_active(app->query))
		return arena_format(arena, P_("%s article", "%s articles", all), total);
	const char *hidden =
		here < all ? arena_format(arena, _(" · %s hidden"), label_number(all - here, arena))
			   : "";
	return arena_format(
		arena, _("%s of %s articles%s"), label_number(here, arena), total, hidden);
}

/* "3": without the words, for narrow screens. */
static const char *short_counts_of(const struct app *app, struct arena *arena)
{
	if (!app->epoch || !epoch_is_final(app->epoch))
		return _("counting…");
	if (!query_is_active(app->query))
		return counts_of(app, arena);
	return arena_format(arena, "%s/%s", label_number(app->result.count, arena),
		label_number(epoch_count(app->epoch), arena));
}

/* What a value is of, where its words alone do not say it. */
static const char *const prefixes[CLAUSE_KIND_COUNT] = {[CLAUSE_SAYS] = N_("says: "),
	[CLAUSE_ROLE] = N_("role: "),
	[CLAUSE_ABOUT] = N_("about "),
	[CLAUSE_STORY] = N_("story: "),
	[CLAUSE_TAG] = N_("tag: "),
	[CLAUSE_ORGANISATION] = N_("organisation: "),
	[CLAUSE_PLACE] = N_("place: "),
	[CLAUSE_TITLE] = N_("title: "),
	[CLAUSE_FILE] = N_("file: "),
	[CLAUSE_WITH] = N_("together: ")};

/* What a chip says; brief: of a person only the last word of the name. */
static struct span chip_label(const struct clause *clause, bool brief, struct arena *arena)
{
	struct span label = span_of(clause->label ? clause->label : clause->text);
	size_t at = label.len;

	if (brief && (clause->kind == CLAUSE_PERSON || clause->kind == CLAUSE_SAYS)) {
		while (at > 0 && label.at[at - 1] != ' ')
			at--;
		label = span_cut(label, at, label.len);
	}
	if (label.len == 0)
		label = SPAN("…");
	if (clause->kind == CLAUSE_WORDS)
		label = span_of(arena_format(arena, "“%.*s”", (int)label.len, label.at));
	if (prefixes[clause->kind])
		label = span_of(arena_format(
			arena, "%s%.*s", _(prefixes[clause->kind]), (int)label.len, label.at));
	return width_clip(label, CHIP_MOST, arena);
}

/* The cells of a chip beside its label: number, brackets of one that is off, sign. */
static int chip_frame(const struct clause *clause, uint32_t index, bool numbered)
{
	return (numbered && index < 9 ? 2 : 0) + (clause->off ? 2 : 0) + 2;
}

static int draw_chip(struct canvas *canvas, struct area area, int col, uint32_t index,
	const struct clause *clause, bool numbered, struct span label)
{
	enum style style = clause->off       ? STYLE_DIM
			   : clause->exclude ? STYLE_EXCLUDED
					     : STYLE_INCLUDED;

	if (numbered && index < 9)
		col = canvas_put(canvas, area, 0, col, STYLE_DIM,
			span_of(arena_format(canvas->arena, "%u ", (unsigned)index + 1)));
	if (clause->off)
		col = canvas_put(canvas, area, 0, col, STYLE_DIM, SPAN("("));
	col = canvas_put(canvas, area, 0, col, style == STYLE_EXCLUDED ? STYLE_STRONG : style,
		clause->exclude ? SPAN("- ") : SPAN("+ "));
	col = canvas_put(canvas, area, 0, col, style, label);
	if (clause->off)
		col = canvas_put(canvas, area, 0, col, STYLE_DIM, SPAN(")"));
	return col;
}

/* Whether "or" stands before the chip. */
static bool is_joined(const struct query *query, uint32_t index)
{
	const struct clause *chip = &query->clauses[index];
	bool before = false;

	if ((chip->kind != CLAUSE_PERSON && chip->kind != CLAUSE_SAYS) || chip->exclude)
		return false;
	for (uint32_t i = 0; i < index; i++)
		before |= query->clauses[i].kind == chip->kind && !query->clauses[i].exclude;
	return query->any_person && before;
}

/* Of the chip and what stands between it and the one before. */
static int chip_width(const struct query *query, uint32_t index, bool brief, struct arena *arena)
{
	const struct clause *clause = &query->clauses[index];

	return (index ? 2 : 0) + (is_joined(query, index) ? 2 : 0) +
	       chip_frame(clause, index, query->count > 1) +
	       width_of(chip_label(clause, brief, arena));
}

/* Whole chips only; how many do not fit is said. */
static void draw_chips(const struct app *app, struct canvas *canvas, struct area area, int col)
{
	const struct query *query = app->query;
	int full = 0;

	for (uint32_t i = 0; i < query->count; i++)
		full += chip_width(query, i, false, canvas->arena);
	bool brief = full > area.cols - col;
	for (uint32_t i = 0; i < query->count; i++) {
		const struct clause *clause = &query->clauses[i];
		struct span label = chip_label(clause, brief, canvas->arena);
		int width = chip_width(query, i, brief, canvas->arena);
		int room = area.cols - col - (i + 1 < query->count ? MORE_CELLS : 0);
		if (i == 0 && width > room && room > MORE_CELLS)
			label = width_clip(label, room - chip_frame(clause, i, query->count > 1),
				canvas->arena);
		else if (width > room) {
			canvas_put(canvas, area, 0, col + (i > 0), STYLE_DIM,
				span_of(arena_format(canvas->arena, "+%u", query->count - i)));
			return;
		}
		col += i ? 2 : 0;
		if (is_joined(query, i))
			col = canvas_put(canvas, area, 0, col - 1, STYLE_TEXT, span_of(_("or ")));
		col = draw_chip(canvas, area, col, i, clause, query->count > 1, label);
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
