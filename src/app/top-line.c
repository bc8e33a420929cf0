#include "app/top-line.h"

#include "app/reload.h"
#include "base/message.h"
#include "store/epoch-walk.h"
#include "text/number.h"
#include "text/width.h"

#define NAME_FROM 60 /* narrower screens say what program this is while nothing is filtered */
#define NAME_LEAST 40
#define PARTIAL_FROM 100 /* narrower screens have no room for it beside chips */
#define CHIP_MOST 28     /* cells of a chip's label */
#define COUNTS_GAP 2
#define MORE_CELLS 4 /* for " +12", the chips that do not fit */

/* How much is shown and hidden. */
static const char *shown_of(const struct app *app, struct arena *arena)
{
	uint32_t all = epoch_here(app->epoch), here = app->result.count;
	const char *total = number_grouped(all, arena);

	if (!query_is_active(app->query))
		return arena_format(arena, P_("%s article", "%s articles", all), total);
	uint32_t out = all - here;
	const char *hidden = out ? arena_format(arena, P_(" · %s hidden", " · %s hidden", out),
					   number_grouped(out, arena))
				 : "";
	return arena_format(
		arena, _("%s of %s articles%s"), number_grouped(here, arena), total, hidden);
}

/* How far the load is, in every one of its phases; else how much there is, and of how many files
 * where it was stopped. */
static const char *counts_of(const struct app *app, struct arena *arena)
{
	struct load_progress progress = app->progress;
	if (reload_goes_on(app) && progress.phase == LOAD_READING)
		return arena_format(arena, _("reading again… %s of %s files"),
			number_grouped(progress.done, arena),
			number_grouped(progress.total, arena));
	if (reload_goes_on(app))
		return _("reading again…");
	if (!app->epoch || !epoch_is_final(app->epoch)) {
		if (progress.phase == LOAD_JOINING || progress.phase == LOAD_DONE)
			return _("counting… who is who, and when");
		if (progress.phase == LOAD_FINDING || progress.total == 0)
			return _("counting… looking for files");
		return arena_format(arena, _("counting… %s of %s files"),
			number_grouped(progress.done, arena),
			number_grouped(progress.total, arena));
	}
	const char *shown = shown_of(app, arena);
	bool room = app->panes.top.cols >= PARTIAL_FROM || !query_is_active(app->query);
	if (!load_is_partial(progress) || !room)
		return shown;
	if (progress.done == 0)
		return arena_format(arena, _("%s · only a part read"), shown);
	return arena_format(arena, _("%s · only %s of %s files read"), shown,
		number_grouped(progress.done, arena), number_grouped(progress.total, arena));
}

/* "3": without the words, for narrow screens. */
static const char *short_counts_of(const struct app *app, struct arena *arena)
{
	if (!app->epoch || !epoch_is_final(app->epoch))
		return _("counting…");
	if (!query_is_active(app->query))
		return shown_of(app, arena);
	return arena_format(arena, "%s/%s", number_grouped(app->result.count, arena),
		number_grouped(epoch_here(app->epoch), arena));
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
		label = span_of(arena_format(arena, _("“%.*s”"), (int)label.len, label.at));
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

/* Whole chips only, between two columns; how many do not fit is counted. */
static void lay_chips(
	const struct query *query, struct top_line *line, int col, int end, struct arena *arena)
{
	bool numbered = query->count > 1;
	int full = 0;

	for (uint32_t i = 0; i < query->count; i++)
		full += chip_width(query, i, false, arena);
	bool brief = full > end - col;
	line->chips = ARENA_ARRAY(arena, struct top_chip, query->count);
	for (uint32_t i = 0; i < query->count; i++) {
		const struct clause *clause = &query->clauses[i];
		struct span label = chip_label(clause, brief, arena);
		int frame = chip_frame(clause, i, numbered);
		int width = chip_width(query, i, brief, arena);
		int room = end - col - (i + 1 < query->count ? MORE_CELLS : 0);
		if (i == 0 && width > room && room > MORE_CELLS) {
			label = width_clip(label, room - frame, arena);
		} else if (width > room) {
			line->more = query->count - i;
			line->more_col = col + (i > 0);
			return;
		}
		bool joined = is_joined(query, i);
		col += (i ? 2 : 0) + (joined ? 2 : 0);
		int stop = col + frame + width_of(label);
		line->chips[line->chip_count++] =
			(struct top_chip){i, col, stop, label, numbered && i < 9, joined};
		col = stop;
	}
}

/* The column at which chips may begin. */
static int lay_name(const struct app *app, struct top_line *line, int cols, struct arena *arena)
{
	int sidebar = app->panes.rule_sidebar;
	int room = (sidebar >= 0 ? sidebar - 1 : cols / 3) - TOP_ARCHIVE_COL;

	if (cols < NAME_FROM && (cols < NAME_LEAST || app->query->count))
		return 1;
	line->named = true;
	line->archive = width_clip(span_of(app->archive_name), room, arena);
	return sidebar >= 0 ? sidebar + 2 : TOP_ARCHIVE_COL + width_of(line->archive) + 3;
}

struct top_line top_line_make(const struct app *app, struct arena *arena)
{
	int cols = app->panes.top.cols;
	struct top_line line = {
		.counts = cols < NAME_FROM ? short_counts_of(app, arena) : counts_of(app, arena)};
	int col = lay_name(app, &line, cols, arena);
	int counts = width_of(span_of(line.counts)), room = cols - 1 - col;

	counts = room <= 0 ? 0 : counts < room ? counts : room;
	lay_chips(app->query, &line, col, cols - 1 - counts - COUNTS_GAP, arena);
	line.col = col;
	return line;
}

int top_line_chip(const struct app *app, int col)
{
	struct arena scratch;
	int found = -1;

	arena_init(&scratch);
	struct top_line line = top_line_make(app, &scratch);
	for (uint32_t i = 0; i < line.chip_count; i++)
		if (col >= line.chips[i].col && col < line.chips[i].end)
			found = (int)line.chips[i].index;
	arena_clear(&scratch);
	return found;
}
