#include "app/person.h"

#include "app/filter.h"
#include "app/handlers.h"
#include "app/items.h"
#include "app/overlay.h"
#include "app/people.h"
#include "app/refresh.h"
#include "app/say.h"
#include "app/sidebar.h"
#include "app/visit.h"

#include <string.h>

#define AROUND 4 /* rows of the screen that are not the overlay's */

/* --- rows ------------------------------------------------------------------------------- */

/* What the filter leaves stands before what it hides. */
static void put_outside_last(struct app *app, struct dossier_lines *lines)
{
	struct dossier_line *outside =
		ARENA_ARRAY(&app->person_arena, struct dossier_line, lines->count);
	uint32_t inside = 0, count = 0;

	for (uint32_t i = 0; i < lines->count; i++) {
		if (app_is_inside(app, lines->at[i].article))
			lines->at[inside++] = lines->at[i];
		else
			outside[count++] = lines->at[i];
	}
	if (count)
		memcpy(lines->at + inside, outside, count * sizeof *outside);
}

static void make(struct app *app)
{
	struct person_state *person = &app->person;
	struct shown_for *made = &app->shown_for;
	bool same = made->person_epoch == app->epoch_number && made->person == person->slug;

	if (same && made->person_cols == app->cols && made->person_query == app->query &&
		!person->stale)
		return;
	arena_clear(&app->person_arena);
	dossier_make(app->epoch, epoch_actor_find(app->epoch, span_of(person->slug)), &app->dossier,
		&app->person_arena);
	put_outside_last(app, &app->dossier.sections[DOSSIER_SAID]);
	put_outside_last(app, &app->dossier.sections[DOSSIER_ARTICLES]);
	person_rows_make(
		&app->dossier, app->cols, person->expanded, &app->person_rows, &app->person_arena);
	made->person_epoch = app->epoch_number;
	made->person = person->slug;
	made->person_cols = app->cols;
	made->person_query = app->query;
	person->stale = false;
}

/* The column in which the cursor is, and the rows of its line: [*first, *end). */
static uint32_t find_cursor(const struct app *app, uint32_t *first, uint32_t *end)
{
	const struct person_rows *rows = &app->person_rows;

	*first = *end = 0;
	for (uint32_t row = 0; row < rows->count; row++) {
		if (rows->at[row].stop != app->person.cursor)
			continue;
		if (*end == 0)
			*first = row;
		*end = row + 1;
	}
	return rows->column_count == 2 && *first >= rows->columns[1].first ? 1 : 0;
}

static uint32_t height_of(const struct app *app)
{
	int height = app->rows - AROUND - PERSON_HEAD;

	return height > 1 ? (uint32_t)height : 1;
}

/* Brings all rows of the line under the cursor into view, with the heading over it. */
static void scroll(struct app *app)
{
	const struct person_rows *rows = &app->person_rows;
	uint32_t height = height_of(app), first, end;
	uint32_t at = find_cursor(app, &first, &end);

	for (uint32_t i = 0; i < rows->column_count; i++) {
		uint32_t count = rows->columns[i].end - rows->columns[i].first;
		uint32_t most = count > height ? count - height : 0;
		if (app->person.top[i] > most)
			app->person.top[i] = most;
	}
	uint32_t *top = &app->person.top[at], before = rows->columns[at].first;
	bool headed = first > before && rows->at[first - 1].kind == PERSON_HEADING;
	uint32_t upper = first - before - (headed && height > 2), lower = end - before;
	if (lower > *top + height)
		*top = lower - height;
	if (upper < *top)
		*top = upper;
}

void person_arrange(struct app *app)
{
	if (!app->person.slug)
		return;
	if (!app->epoch || epoch_actor_find(app->epoch, span_of(app->person.slug)) == ACTOR_NONE) {
		person_close(app);
		return;
	}
	make(app);
	uint32_t stops = app->person_rows.stop_count;
	if (app->person.cursor >= stops)
		app->person.cursor = stops > 0 ? stops - 1 : 0;
	scroll(app);
}

/* --- coming and going ------------------------------------------------------------------- */

void person_restore(struct app *app, const char *slug, uint32_t cursor)
{
	if (!slug) {
		person_close(app);
		return;
	}
	app->overlay = (struct overlay_state){.which = OVERLAY_PERSON};
	app->person = (struct person_state){.slug = slug, .cursor = cursor, .stale = true};
}

void person_close(struct app *app)
{
	app->person = (struct person_state){0};
	app->dossier = (struct dossier){0};
	app->person_rows = (struct person_rows){0};
	if (app->overlay.which == OVERLAY_PERSON)
		app->overlay = (struct overlay_state){.which = OVERLAY_NONE};
}

void person_show(struct app *app, uint32_t actor)
{
	const struct actor *who = epoch_actor(app->epoch, actor);

	visit_leave(app);
	person_restore(app, arena_string(&app->arena, span_of(who->slug)), 0);
	refresh(app);
	visit_arrive(app);
}

/* The person of the current item: who is named there, or who speaks. */
static uint32_t current_actor(const struct app *app)
{
	const struct mention *mention = item_mention(app, app->reader.current);
	const struct quotation *quote = item_quote(app, app->reader.current);

	if (app->focus != PANE_READER)
		return ACTOR_NONE;
	if (quote && quote->actor != SPEAKER_NOBODY)
		return quote->actor;
	return mention ? mention->actor : ACTOR_NONE;
}

/* The one person for whom the filter asks. */
static uint32_t chosen_actor(const struct app *app)
{
	const struct clause *found = NULL;

	for (uint32_t i = 0; i < app->query->count; i++) {
		const struct clause *clause = &app->query->clauses[i];
		bool person = clause->kind == CLAUSE_PERSON || clause->kind == CLAUSE_SAYS;
		if (!person || clause->exclude || clause->off)
			continue;
		if (found && strcmp(found->text, clause->text) != 0)
			return ACTOR_NONE;
		found = clause;
	}
	return found ? epoch_actor_find(app->epoch, span_of(found->text)) : ACTOR_NONE;
}

void person_open(struct app *app)
{
	enum dossier_section section;
	const struct dossier_line *line = person_line(app, &section);
	uint32_t actor = ACTOR_NONE;

	if (!app->epoch) {
		say(app, "the archive is still being read");
		return;
	}
	if (app->overlay.which == OVERLAY_PERSON)
		actor = line ? line->actor : ACTOR_NONE;
	else if (app->focus == PANE_SIDEBAR)
		actor = sidebar_actor(app);
	else
		actor = current_actor(app);
	if (actor == ACTOR_NONE && app->overlay.which != OVERLAY_PERSON)
		actor = chosen_actor(app);
	if (actor == ACTOR_NONE)
		people_pick(app, PICK_PAGE);
	else
		person_show(app, actor);
}

/* --- the cursor ------------------------------------------------------------------------- */

void person_move(struct app *app, int64_t lines)
{
	int64_t to = (int64_t)app->person.cursor + lines;
	int64_t last = (int64_t)app->person_rows.stop_count - 1;

	app->person.cursor = (uint32_t)(to < 0 || last < 0 ? 0 : to > last ? last : to);
	if (to < 0)
		app->person.top[0] = 0;
}

static const struct person_row *row_of(const struct app *app)
{
	uint32_t first, end;

	find_cursor(app, &first, &end);
	return end ? &app->person_rows.at[first] : NULL;
}

const struct dossier_line *person_line(const struct app *app, enum dossier_section *section)
{
	const struct person_row *row = app->person.slug ? row_of(app) : NULL;

	if (!row || row->kind == PERSON_MORE)
		return NULL;
	*section = row->section;
	return &app->dossier.sections[row->section].at[row->line];
}

/* The first stop of the nearest section before or after; round and round. */
static void step_section(struct app *app, int step)
{
	const struct person_rows *rows = &app->person_rows;
	const struct person_row *here = row_of(app);
	uint32_t stops[DOSSIER_SECTION_COUNT], count = 0, at = 0;

	for (uint32_t row = 0; row + 1 < rows->count; row++) {
		if (rows->at[row].kind != PERSON_HEADING)
			continue;
		if (here && rows->at[row].section == here->section)
			at = count;
		stops[count++] = rows->at[row + 1].stop;
	}
	if (count == 0)
		return;
	/* Back goes first to the beginning of the section that one is in. */
	if (step < 0 && app->person.cursor > stops[at])
		step = 0;
	app->person.cursor = stops[(at + count + (uint32_t)(step + (int)count)) % count];
}

void person_next_section(struct app *app)
{
	step_section(app, 1);
}

void person_previous_section(struct app *app)
{
	step_section(app, -1);
}

void person_across(struct app *app, int step)
{
	const struct person_rows *rows = &app->person_rows;
	uint32_t first, end, to = step > 0;

	if (rows->column_count < 2) {
		step_section(app, step);
		return;
	}
	if (find_cursor(app, &first, &end) == to)
		return;
	uint32_t row = rows->columns[to].first + app->person.top[to];
	while (row < rows->columns[to].end && rows->at[row].stop == UINT32_MAX)
		row++;
	if (row < rows->columns[to].end)
		app->person.cursor = rows->at[row].stop;
}

/* --- where it leads --------------------------------------------------------------------- */

/* The page stays in the history; on the screen it makes room. */
static void leave(struct app *app)
{
	visit_leave(app);
	person_close(app);
}

static void go_to_text(struct app *app, const struct dossier_line *line)
{
	struct dossier_line to = *line;

	leave(app);
	overlay_go(app, to.article, to.place);
}

void person_filter(struct app *app)
{
	enum dossier_section section;
	const struct dossier_line *line = person_line(app, &section);
	const struct actor *who = epoch_actor(app->epoch, app->dossier.actor);
	struct clause person = {.kind = CLAUSE_PERSON, .text = who->slug, .label = who->name};
	const struct query *query = app->query;

	if (!line || section != DOSSIER_SAID)
		query = query_with(query, person, &app->arena);
	if (line && line->filter)
		query = query_with(query, *line->filter, &app->arena);
	leave(app);
	app->focus = PANE_LIST;
	filter_apply(app, query);
}

void person_enter(struct app *app)
{
	const struct person_row *row = row_of(app);
	enum dossier_section section;
	const struct dossier_line *line = person_line(app, &section);

	if (row && row->kind == PERSON_MORE) {
		app->person.expanded[row->section] = row->line > 0;
		app->person.stale = true;
	} else if (!line) {
		return;
	} else if (section == DOSSIER_WITH) {
		person_show(app, line->actor);
	} else if (section == DOSSIER_TIME && line->filter) {
		person_filter(app);
	} else if (line->article == ARTICLE_NONE) {
		say(app, "there is no article here");
	} else {
		go_to_text(app, line);
	}
}

void person_question(const struct app *app, struct why *why)
{
	enum dossier_section section;
	const struct dossier_line *line = person_line(app, &section);

	if (line && section == DOSSIER_SAID) {
		why->article = line->article;
		why_quote(why, line->quotation);
	} else if (line && section == DOSSIER_WITH) {
		why_actor(why, line->actor);
	} else if (line && section == DOSSIER_ARTICLES) {
		why->article = line->article;
		why_article(why);
	} else {
		why_actor(why, app->dossier.actor);
	}
}
