#include "app/sidebar.h"

#include "app/filter.h"
#include "app/handlers.h"
#include "app/refresh.h"
#include "app/saved.h"
#include "app/say.h"
#include "app/sidebar-rows.h"
#include "base/message.h"
#include "text/utf8.h"

#include <string.h>

bool sidebar_is_wished(const struct app *app)
{
	return app->focus == PANE_SIDEBAR || (app->sidebar.open && app->cols >= 100);
}

/* What a row is, whatever its counts: to find it again among other rows. */
static uint64_t row_hash(const struct sidebar_row *row)
{
	const struct clause *clause = &row->value.clause;
	uint64_t hash = hash_mix((uint64_t)row->kind + 1, (uint64_t)row->facet + 1);

	if (row->kind != SIDEBAR_VALUE)
		return hash;
	hash = hash_mix(hash, hash_bytes(span_of(clause->text)));
	return hash_mix(hash_mix(hash, (uint32_t)clause->from), (uint32_t)clause->to);
}

static bool can_rest(const struct app *app, int64_t row)
{
	return row >= 0 && row < app->sidebar_row_count &&
	       app->sidebar_rows[row].kind != SIDEBAR_BLANK;
}

/* The row nearest to the wished one on which the cursor can rest. */
static void set_cursor(struct app *app, int64_t row)
{
	int64_t count = app->sidebar_row_count;

	if (row >= count)
		row = count - 1;
	if (row < 0)
		row = 0;
	for (int64_t away = 0; away <= count; away++) {
		int64_t to = can_rest(app, row + away) ? row + away : row - away;
		if (!can_rest(app, to))
			continue;
		app->sidebar.cursor = (uint32_t)to;
		app->sidebar.cursor_row = row_hash(&app->sidebar_rows[to]);
		return;
	}
	app->sidebar.cursor = 0;
}

static void scroll(struct app *app)
{
	uint32_t rows = (uint32_t)app->panes.pane[PANE_SIDEBAR].rows;
	uint32_t cursor = app->sidebar.cursor, count = app->sidebar_row_count;
	uint32_t *top = &app->sidebar.top;

	if (rows == 0)
		return;
	if (*top + rows > count)
		*top = count > rows ? count - rows : 0;
	/* The heading of a section's first value comes into view with it. */
	bool headed = cursor > 0 && app->sidebar_rows[cursor - 1].kind == SIDEBAR_HEADING;
	uint32_t upper = headed ? cursor - 1 : cursor;
	if (rows < 3)
		upper = cursor;
	if (upper < *top)
		*top = upper;
	else if (cursor >= *top + rows)
		*top = cursor - rows + 1;
}

static uint32_t first_value(const struct app *app)
{
	for (uint32_t i = 0; i < app->sidebar_row_count; i++)
		if (app->sidebar_rows[i].kind == SIDEBAR_VALUE)
			return i;
	return 0;
}

static void find_cursor(struct app *app)
{
	/* Nobody has been here yet: values that come in before the first one move nobody. */
	if (app->sidebar.cursor_row == 0) {
		set_cursor(app, first_value(app));
		app->sidebar.cursor_row = 0;
		app->sidebar.top = 0;
		return;
	}
	for (uint32_t i = 0; i < app->sidebar_row_count; i++)
		if (app->sidebar.cursor_row == row_hash(&app->sidebar_rows[i])) {
			set_cursor(app, i);
			return;
		}
	set_cursor(app, app->sidebar.cursor);
}

void sidebar_arrange(struct app *app)
{
	struct shown_for *made = &app->shown_for;

	if (made->sidebar_epoch != app->epoch_number || made->sidebar_query != app->query)
		app->sidebar.stale = true;
	if (app->sidebar.stale && app->panes.pane[PANE_SIDEBAR].rows > 0) {
		sidebar_rows_make(app);
		made->sidebar_epoch = app->epoch_number;
		made->sidebar_query = app->query;
		app->sidebar.stale = false;
		find_cursor(app);
	} else if (app->sidebar.stale) {
		/* What they point to may be gone. */
		app->sidebar_rows = NULL;
		app->sidebar_row_count = 0;
	}
	scroll(app);
}

void sidebar_move(struct app *app, int64_t rows)
{
	int64_t wanted = (int64_t)app->sidebar.cursor + rows;

	/* Over blanks in the direction of the move. */
	while (wanted >= 0 && wanted < app->sidebar_row_count && !can_rest(app, wanted))
		wanted += rows < 0 ? -1 : 1;
	set_cursor(app, wanted);
	if (wanted < 0)
		app->sidebar.top = 0;
}

void sidebar_go(struct app *app, int64_t row)
{
	set_cursor(app, row);
}

static const struct sidebar_row *current(const struct app *app)
{
	return can_rest(app, app->sidebar.cursor) ? &app->sidebar_rows[app->sidebar.cursor] : NULL;
}

enum facet sidebar_facet(const struct app *app)
{
	const struct sidebar_row *row = current(app);

	return row ? row->facet : FACET_PEOPLE;
}

uint32_t sidebar_actor(const struct app *app)
{
	const struct sidebar_row *row = current(app);
	bool person = row && row->kind == SIDEBAR_VALUE &&
		      (row->facet == FACET_PEOPLE || row->facet == FACET_SPEAKERS);

	return person && app->epoch ? epoch_actor_find(app->epoch, span_of(row->value.clause.text))
				    : ACTOR_NONE;
}

void sidebar_narrow(struct app *app, enum facet facet, struct span text)
{
	char *narrow = app->sidebar.narrow[facet];
	size_t len = text.len;

	if (len >= sizeof app->sidebar.narrow[facet])
		len = sizeof app->sidebar.narrow[facet] - 1;
	while (!utf8_boundary(text, len))
		len--;
	memcpy(narrow, text.at, len);
	narrow[len] = 0;
	app->sidebar.closed[facet] = false;
	app->sidebar.stale = true;
	refresh(app);
	for (uint32_t i = 0; i < app->sidebar_row_count; i++)
		if (app->sidebar_rows[i].facet == facet &&
			app->sidebar_rows[i].kind == SIDEBAR_VALUE) {
			set_cursor(app, i);
			return;
		}
}

static bool is_within(struct clause part, int32_t day)
{
	return day != DAY_NONE && part.from != DAY_NONE && part.from <= day && day <= part.to;
}

/* A chosen year opens its months, a chosen month its days; clearing one closes it. */
static void open_period(struct app *app, const struct sidebar_row *row)
{
	struct sidebar_state *sidebar = &app->sidebar;
	bool chosen = row->value.choice == CHOICE_INCLUDED;
	struct clause period = row->value.clause;

	sidebar->stale = true;
	if (row->indent == 0) {
		sidebar->year = chosen ? DAY_NONE : period.from;
		if (!is_within(period, sidebar->month) || chosen)
			sidebar->month = DAY_NONE;
	} else if (row->indent == 1) {
		sidebar->month = chosen ? DAY_NONE : period.from;
	}
}

/* The cursor stays where it was: on the first of the values that came. */
static void expand(struct app *app, const struct sidebar_row *row)
{
	bool more = row->more > 0;
	uint32_t cursor = app->sidebar.cursor;

	app->sidebar.expanded[row->facet] = more;
	app->sidebar.stale = true;
	refresh(app);
	if (more)
		set_cursor(app, cursor);
}

/* What a section holds comes into view with it, as far as there is room. */
static void open_section(struct app *app, enum facet facet, bool open)
{
	uint32_t rows = (uint32_t)app->panes.pane[PANE_SIDEBAR].rows, end;

	app->sidebar.closed[facet] = !open;
	app->sidebar.stale = true;
	refresh(app);
	for (end = app->sidebar.cursor; end < app->sidebar_row_count; end++)
		if (app->sidebar_rows[end].facet != facet)
			break;
	if (open && end > app->sidebar.top + rows)
		app->sidebar.top =
			end - rows < app->sidebar.cursor ? end - rows : app->sidebar.cursor;
}

/* A filter that was given a name takes the place of the present one. */
static void take_up(struct app *app, const struct sidebar_row *row)
{
	struct fault why;

	if (row->value.choice == CHOICE_INCLUDED)
		filter_drop_all(app);
	else if (saved_use(app, span_of(row->value.clause.label), &why))
		say(app, "%.200s", why.words);
}

void sidebar_include(struct app *app)
{
	const struct sidebar_row *row = current(app);

	if (!row)
		return;
	if (row->kind == SIDEBAR_HEADING) {
		open_section(app, row->facet, row->more > 0);
	} else if (row->kind == SIDEBAR_MORE) {
		expand(app, row);
	} else if (row->facet == FACET_SAVED) {
		take_up(app, row);
	} else {
		if (row->facet == FACET_DATES)
			open_period(app, row);
		filter_toggle(app, row->value.clause, false);
	}
}

void sidebar_exclude(struct app *app)
{
	const struct sidebar_row *row = current(app);

	if (row && row->kind == SIDEBAR_VALUE && row->facet == FACET_SAVED)
		say(app, "a saved filter cannot be left out; Enter takes it up");
	else if (row && row->kind == SIDEBAR_VALUE)
		filter_toggle(app, row->value.clause, true);
}

void sidebar_any_all(struct app *app)
{
	bool any = !app->query->any_person;
	enum facet facet = sidebar_facet(app);

	if (facet != FACET_PEOPLE && facet != FACET_SPEAKERS) {
		say(app, "this is for people; F edits the filter, where OR joins anything");
		return;
	}
	filter_apply(app, query_joined(app->query, any, &app->arena));
	say(app, any ? N_("articles with any of the chosen people")
		     : N_("only articles with all of the chosen people"));
}
