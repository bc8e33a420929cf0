#include "app/narrowing.h"
#include "base/message.h"
#include "text/fold.h"
#include "text/width.h"
#include "ui/label.h"
#include "ui/marked.h"
#include "ui/view.h"

#define MARK_COL 1 /* + or - of a chosen value */
#define LABEL_COL 3
#define INDENT 2
#define BAR_LEAST 4 /* cells; shorter bars tell nothing */
#define BAR_MOST 10
#define FUNCTION_ROOM 5 /* cells for " +123" */

static const char *const titles[FACET_COUNT] = {
	[FACET_PEOPLE] = N_("People"),
	[FACET_DATES] = N_("When"),
	[FACET_SOURCES] = N_("Sources"),
	[FACET_SPEAKERS] = N_("Said by"),
	[FACET_LANGUAGES] = N_("Languages"),
	[FACET_ORGANISATIONS] = N_("Organisations"),
	[FACET_PLACES] = N_("Places"),
	[FACET_TAGS] = N_("Tags"),
	[FACET_SAVED] = N_("Saved filters"),
};

static const enum clause_kind kinds[FACET_COUNT] = {
	[FACET_PEOPLE] = CLAUSE_PERSON,
	[FACET_SPEAKERS] = CLAUSE_SAYS,
	[FACET_ORGANISATIONS] = CLAUSE_ORGANISATION,
	[FACET_PLACES] = CLAUSE_PLACE,
	[FACET_TAGS] = CLAUSE_TAG,
};

/* "all of", "any of": how the chosen values of a section are joined, where several are and an
 * article can have several; "". */
static const char *joining_of(const struct app *app, enum facet facet)
{
	bool people = facet == FACET_PEOPLE || facet == FACET_SPEAKERS;
	uint32_t chosen = 0;

	if (kinds[facet] == CLAUSE_WORDS)
		return "";
	for (uint32_t i = 0; i < app->query->count; i++) {
		const struct clause *clause = &app->query->clauses[i];
		chosen += clause->kind == kinds[facet] && !clause->exclude && !clause->off;
	}
	if (chosen < 2)
		return "";
	return people && app->query->any_person ? _("any of") : _("all of");
}

/* The heading's right side: how to come to its values quicker; what it is narrowed to. */
static void draw_heading(const struct app *app, struct canvas *canvas, struct area area, int row,
	const struct sidebar_row *heading)
{
	char keys[32];
	int end = area.cols - 1;
	int col =
		canvas_put(canvas, area, row, 1, STYLE_HEADING, span_of(_(titles[heading->facet])));
	const char *narrow = app->sidebar.narrow[heading->facet];

	col = canvas_put(
		canvas, area, row, col + 1, STYLE_DIM, span_of(joining_of(app, heading->facet)));
	if (heading->more) {
		canvas_put(canvas, area, row, col, STYLE_DIM, SPAN("▸"));
		canvas_put_right(canvas, area, row, col + 1, end, STYLE_DIM,
			span_of(label_number(heading->more, canvas->arena)));
		return;
	}
	if (*narrow) {
		col = canvas_put(canvas, area, row, col, STYLE_DIM, SPAN("/"));
		canvas_put(canvas, area, row, col, STYLE_TEXT, span_of(narrow));
	}
	if (!epoch_is_final(app->epoch) && heading->facet == FACET_PEOPLE)
		canvas_put_right(
			canvas, area, row, col + 1, end, STYLE_DIM, span_of(_("counting…")));
	else if (heading->facet == FACET_PEOPLE)
		canvas_put_right(canvas, area, row, col + 1, end, STYLE_DIM,
			span_of(keymap_keys(app->keys, ACTION_PERSON, WHERE_SIDEBAR, 1, keys,
				(int)sizeof keys)));
}

/* A bar as long as what the archive has, heavy as far as it is here. */
static void draw_bar(struct canvas *canvas, struct area area, int row, int col, int room,
	const struct sidebar_row *shown)
{
	const struct facet_value *value = &shown->value;
	uint64_t halves = (uint64_t)room * 2;
	int all = (int)((uint64_t)value->all * halves / shown->most);
	int here = (int)((uint64_t)value->here * halves / shown->most);
	enum style style = value->choice == CHOICE_INCLUDED ? STYLE_ACCENT : STYLE_BAR;

	if (here == 0 && value->here)
		here = 1;
	if (all < here || (all == 0 && value->all))
		all = here ? here : 1;
	for (int at = 0; at < all; at += 2) {
		bool heavy = at + 1 < here, half = at + 1 == here;
		canvas_put(canvas, area, row, col++, here > at ? style : STYLE_DIM,
			heavy           ? SPAN("━")
			: half          ? (all > here ? SPAN("╾") : SPAN("╸"))
			: at + 1 == all ? SPAN("╴")
					: SPAN("─"));
	}
}

static enum style style_of(enum choice choice)
{
	return choice == CHOICE_INCLUDED   ? STYLE_INCLUDED
	       : choice == CHOICE_EXCLUDED ? STYLE_EXCLUDED
					   : STYLE_TEXT;
}

/* How much is told of a speaker, whose name comes first: "5 in 2/3", quotations and in how many
 * articles of how many; "5 in 2"; "5". */
enum told { TOLD_QUOTES, TOLD_ARTICLES, TOLD_WHOLE };

/* "2/3": here of all in the archive; one number as long as nothing is filtered. */
static const char *count_of(
	const struct app *app, const struct facet_value *value, enum told told, struct arena *arena)
{
	bool saved = value->clause.kind == CLAUSE_WORDS; /* that finds so many, whatever is shown */
	bool says = value->clause.kind == CLAUSE_SAYS;
	const char *count = label_number(value->here, arena);

	if (query_is_active(app->query) && !saved && (told == TOLD_WHOLE || !says))
		count = arena_format(arena, "%s/%s", count, label_number(value->all, arena));
	if (!says || value->quotes == 0)
		return count;
	const char *quotes = label_number(value->quotes, arena);
	return told == TOLD_QUOTES ? quotes : arena_format(arena, _("%s in %s"), quotes, count);
}

/* Whether the names of all speakers have room beside their counts; one that never has does not
 * matter. */
static bool have_room(const struct app *app, struct area area, enum told told, struct arena *arena)
{
	for (uint32_t i = 0; i < app->sidebar_row_count; i++) {
		const struct sidebar_row *row = &app->sidebar_rows[i];
		if (row->facet != FACET_SPEAKERS || row->kind != SIDEBAR_VALUE)
			continue;
		struct arena_mark mark = arena_mark(arena);
		int room = area.cols - LABEL_COL - 2 - width_of(span_of(row->value.clause.label));
		int least = width_of(span_of(count_of(app, &row->value, TOLD_QUOTES, arena)));
		int cols = width_of(span_of(count_of(app, &row->value, told, arena)));
		arena_rewind(arena, mark);
		if (cols > room && least <= room)
			return false;
	}
	return true;
}

/* The same of all speakers: one of them is not to tell less than the next. */
static enum told told_of(const struct app *app, struct area area, struct arena *arena)
{
	enum told told = TOLD_WHOLE;

	while (told > TOLD_QUOTES && !have_room(app, area, told, arena))
		told--;
	return told;
}

/* The column where it begins. */
static int draw_count(const struct app *app, struct canvas *canvas, struct area area, int row,
	int col, const struct facet_value *value, enum told told)
{
	if (value->all == 0)
		return area.cols - 1;
	return canvas_put_right(canvas, area, row, col, area.cols - 1, STYLE_DIM,
		span_of(count_of(app, value, told, canvas->arena)));
}

/* What the section is narrowed to is marked. */
static int draw_label(const struct app *app, struct canvas *canvas, struct area area, int row,
	int col, int end, enum style style, const struct sidebar_row *shown)
{
	struct span label = span_of(shown->value.clause.label);
	struct span typed = fold(span_of(app->sidebar.narrow[shown->facet]), canvas->arena);
	struct extent *hits;
	uint32_t count;

	narrowing_find(label, typed, &hits, &count, canvas->arena);
	return marked_put(canvas, area, row, col, end - col, style, label, hits, count);
}

static void draw_value(const struct app *app, struct canvas *canvas, struct area area, int row,
	const struct sidebar_row *shown, enum told told)
{
	const struct facet_value *value = &shown->value;
	enum style style = style_of(value->choice);
	int col = LABEL_COL + INDENT * shown->indent;
	int end = draw_count(app, canvas, area, row, col + 1, value, told) - 1;
	bool unstated = value->clause.kind == CLAUSE_SOURCE && !*value->clause.text;
	bool idle = (value->here == 0 || unstated) && value->choice == CHOICE_NONE;

	if (value->choice != CHOICE_NONE)
		canvas_put(canvas, area, row, MARK_COL,
			style == STYLE_EXCLUDED ? STYLE_STRONG : STYLE_ACCENT,
			value->choice == CHOICE_INCLUDED ? SPAN("+") : SPAN("-"));
	col = draw_label(app, canvas, area, row, col, end, idle ? STYLE_DIM : style, shown);
	if (value->by_function && end - col >= FUNCTION_ROOM)
		col = canvas_put(canvas, area, row, col + 1, STYLE_DIM,
			span_of(arena_format(canvas->arena, "+%s",
				label_number(value->by_function, canvas->arena))));
	int room = end - col - 2;
	if (room > BAR_MOST)
		room = BAR_MOST;
	if (shown->facet == FACET_DATES && shown->most && room >= BAR_LEAST)
		draw_bar(canvas, area, row, col + 1, room, shown);
}

static void draw_row(const struct app *app, struct canvas *canvas, struct area area, int row,
	const struct sidebar_row *shown, enum told told)
{
	const char *more = _("fewer");

	switch (shown->kind) {
	case SIDEBAR_HEADING:
		draw_heading(app, canvas, area, row, shown);
		break;
	case SIDEBAR_VALUE:
		draw_value(app, canvas, area, row, shown, told);
		break;
	case SIDEBAR_MORE:
		if (shown->more)
			more = arena_format(canvas->arena,
				shown->facet == FACET_DATES ? _("%s earlier") : _("%s more"),
				label_number(shown->more, canvas->arena));
		canvas_put(canvas, area, row, LABEL_COL, STYLE_DIM, span_of(more));
		break;
	case SIDEBAR_BLANK:
		break;
	}
}

/* Where rows follow that are not on the screen: in the column that no count comes to. */
static void draw_more(const struct app *app, struct canvas *canvas, struct area area)
{
	int col = area.cols - 1;

	if (app->sidebar.top > 0)
		canvas_put(canvas, area, 0, col, STYLE_DIM, SPAN("↑"));
	if (app->sidebar.top + (uint64_t)area.rows < app->sidebar_row_count)
		canvas_put(canvas, area, area.rows - 1, col, STYLE_DIM, SPAN("↓"));
}

static void draw(const struct app *app, struct canvas *canvas, struct area area)
{
	if (app->focus == PANE_SIDEBAR)
		canvas_cursor(canvas, area, 0, 0, false);
	if (!app->epoch)
		return;
	enum told told = told_of(app, area, canvas->arena);
	for (int row = 0; row < area.rows; row++) {
		uint32_t at = app->sidebar.top + (uint32_t)row;
		if (at >= app->sidebar_row_count)
			break;
		draw_row(app, canvas, area, row, &app->sidebar_rows[at], told);
		if (app->focus == PANE_SIDEBAR && at == app->sidebar.cursor) {
			canvas_select(canvas, area, row);
			canvas_cursor(canvas, area, row, LABEL_COL, false);
		}
	}
	draw_more(app, canvas, area);
}

const struct view sidebar_view = {.name = "sidebar", .draw = draw};
