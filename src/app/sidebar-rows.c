#include "app/sidebar-rows.h"

#include "app/narrowing.h"
#include "base/vec.h"
#include "store/epoch-entities.h"
#include "text/fold.h"

#define PEOPLE_SHOWN 10
#define OTHERS_SHOWN 6
#define YEARS_SHOWN 8u
#define GAP_FOLDED 4u /* empty years in a row */

VEC_OF(struct sidebar_row, sidebar_list);

struct making {
	struct app *app;
	struct arena *arena;
	struct sidebar_list rows;
};

static struct sidebar_row *add(struct making *m, enum sidebar_kind kind, enum facet facet)
{
	struct sidebar_row *row = vec_push(m->arena, &m->rows);

	row->kind = kind;
	row->facet = facet;
	return row;
}

/* Closed sections stand close together. */
static struct sidebar_row *add_heading(struct making *m, enum facet facet)
{
	struct sidebar_row *former = m->rows.count ? &m->rows.at[m->rows.count - 1] : NULL;
	bool closed = m->app->sidebar.closed[facet];

	if (former && !(closed && former->kind == SIDEBAR_HEADING && former->more))
		add(m, SIDEBAR_BLANK, facet);
	return add(m, SIDEBAR_HEADING, facet);
}

/* Moves the values that hold every word of the narrowing to the front; how many. */
static uint32_t narrow(struct making *m, enum facet facet, struct facet_value *values, uint32_t n)
{
	struct span words = span_of(m->app->sidebar.narrow[facet]);
	uint32_t kept = 0;

	if (words.len == 0)
		return n;
	words = fold(words, m->arena);
	for (uint32_t i = 0; i < n; i++) {
		struct arena_mark mark = arena_mark(m->arena);
		struct span label = span_of(values[i].clause.label);
		struct extent *hits;
		uint32_t hit_count;
		if (narrowing_find(label, words, &hits, &hit_count, m->arena) ||
			values[i].choice != CHOICE_NONE)
			values[kept++] = values[i];
		arena_rewind(m->arena, mark);
	}
	return kept;
}

/* How many values lead somewhere. */
static uint32_t live_of(const struct facet_value *values, uint32_t count)
{
	uint32_t live = 0;

	while (live < count && (values[live].here > 0 || values[live].choice != CHOICE_NONE))
		live++;
	return live;
}

/* What is chosen of a section that is closed: that must be seen. */
static void add_closed(struct making *m, enum facet facet, struct facet_few few)
{
	if (few.all == 0)
		return;
	add_heading(m, facet)->more = few.all;
	for (uint32_t i = 0; i < few.count; i++)
		if (few.values[i].choice != CHOICE_NONE)
			add(m, SIDEBAR_VALUE, facet)->value = few.values[i];
}

/* The rows of a section of which at most so many values are shown at first, and which is left out
 * where it has fewer than least. */
static void add_values(struct making *m, enum facet facet, uint32_t most, uint32_t least)
{
	struct app *app = m->app;
	bool narrowed = app->sidebar.narrow[facet][0] != 0;
	bool all = narrowed || app->sidebar.expanded[facet];
	struct facet_few few = facet_few(
		app->epoch, app->query, &app->result, facet, all ? UINT32_MAX : most + 1, m->arena);
	struct facet_value *values = few.values;

	if (few.all < least)
		return;
	if (app->sidebar.closed[facet]) {
		add_closed(m, facet, few);
		return;
	}
	add_heading(m, facet);
	uint32_t told = narrow(m, facet, values, few.count), live = few.live;
	uint32_t count = narrowed ? told : few.all;
	if (narrowed)
		live = live_of(values, told);
	if (count > most + 1) /* of many, those that lead somewhere */
		count = live;
	/* One row more costs as little as saying that there is one. */
	uint32_t usual = count > most + 1 ? most : count, more = count - usual;
	for (uint32_t i = 0; i < count && i < told; i++) {
		if (i >= usual && !app->sidebar.expanded[facet] && values[i].choice == CHOICE_NONE)
			continue;
		more -= i >= usual;
		add(m, SIDEBAR_VALUE, facet)->value = values[i];
	}
	if (count > usual)
		add(m, SIDEBAR_MORE, facet)->more = more;
}

/* Whether the filter asks for something of a kind. */
static bool asks_for(const struct query *query, enum clause_kind kind)
{
	for (uint32_t i = 0; i < query->count; i++)
		if (query->clauses[i].kind == kind)
			return true;
	return false;
}

/* Organisations, places: there may be very many, which are not counted as long as nobody sees
 * them. */
static void add_entities(struct making *m, enum facet facet, enum entity_kind kind)
{
	enum clause_kind asked = kind == ENTITY_PLACE ? CLAUSE_PLACE : CLAUSE_ORGANISATION;
	uint32_t first, count = epoch_entities(m->app->epoch, kind, &first);

	if (!m->app->sidebar.closed[facet] || asks_for(m->app->query, asked))
		add_values(m, facet, OTHERS_SHOWN, 1);
	else if (count)
		add_heading(m, facet)->more = count;
}

/* The reader's filters, each with what it finds in the whole archive. */
static void add_saved(struct making *m)
{
	struct app *app = m->app;
	uint32_t count = app->saved_count;
	struct facet_value *values = ARENA_ARRAY(m->arena, struct facet_value, count);

	for (uint32_t i = 0; i < count; i++) {
		const struct saved_row *saved = &app->saved_rows[i];
		values[i] =
			(struct facet_value){.clause = {.text = saved->text, .label = saved->name},
				.here = saved->articles,
				.all = saved->articles,
				.choice = saved->chosen ? CHOICE_INCLUDED : CHOICE_NONE};
	}
	if (count == 0)
		return;
	if (app->sidebar.closed[FACET_SAVED]) {
		add_closed(m, FACET_SAVED, (struct facet_few){values, count, count, count});
		return;
	}
	add_heading(m, FACET_SAVED);
	count = narrow(m, FACET_SAVED, values, count);
	for (uint32_t i = 0; i < count; i++)
		add(m, SIDEBAR_VALUE, FACET_SAVED)->value = values[i];
}

static uint32_t most_of(const struct facet_value *values, uint32_t count)
{
	uint32_t most = 0;

	for (uint32_t i = 0; i < count; i++)
		if (values[i].all > most)
			most = values[i].all;
	return most;
}

static struct sidebar_row *add_date(
	struct making *m, struct facet_value value, int indent, uint32_t most, int32_t opened)
{
	struct sidebar_row *row = add(m, SIDEBAR_VALUE, FACET_DATES);

	row->value = value;
	row->indent = indent;
	row->most = most;
	row->opened = opened != DAY_NONE && value.clause.from == opened;
	return row;
}

static void add_days(struct making *m, struct clause month)
{
	struct app *app = m->app;
	struct facet_value *days;
	uint32_t count = facet_dates(app->epoch, app->query, &app->result, month.from, month.to,
		PRECISION_DAY, &days, m->arena);
	uint32_t most = most_of(days, count);

	for (uint32_t i = 0; i < count; i++)
		add_date(m, days[i], 2, most, DAY_NONE);
}

static void add_months(struct making *m, struct clause year)
{
	struct app *app = m->app;
	struct facet_value *months;
	uint32_t count = facet_dates(app->epoch, app->query, &app->result, year.from, year.to,
		PRECISION_MONTH, &months, m->arena);
	uint32_t most = most_of(months, count);

	for (uint32_t i = 0; i < count; i++)
		if (add_date(m, months[i], 1, most, app->sidebar.month)->opened)
			add_days(m, months[i].clause);
}

/* Years without an article that follow each other become one value, where they are many: a day
 * misread by a century must not push the other sections out of sight. */
static uint32_t fold_gaps(struct making *m, struct facet_value *years, uint32_t count)
{
	uint32_t kept = 0;

	for (uint32_t i = 0, end; i < count; i = end) {
		for (end = i; end < count && years[end].all == 0; end++)
			;
		if (end - i < GAP_FOLDED) {
			end = i + 1;
			years[kept++] = years[i];
			continue;
		}
		struct facet_value gap = years[i];
		gap.clause.to = years[end - 1].clause.to;
		gap.clause.label = arena_format(
			m->arena, "%s–%s", years[i].clause.label, years[end - 1].clause.label);
		gap.clause.text = gap.clause.label;
		years[kept++] = gap;
	}
	return kept;
}

/* An early year that is seen all the same. */
static bool is_kept(const struct app *app, const struct facet_value *year)
{
	return year->choice != CHOICE_NONE ||
	       (app->sidebar.year != DAY_NONE && year->clause.from == app->sidebar.year);
}

/* At first only the newest, below a row that says how many are earlier. */
static void add_years(struct making *m)
{
	struct app *app = m->app;
	struct facet_value *years;
	uint32_t count =
		facet_values(app->epoch, app->query, &app->result, FACET_DATES, &years, m->arena);
	uint32_t most = most_of(years, count);

	if (count == 0)
		return;
	if (app->sidebar.closed[FACET_DATES]) {
		add_closed(m, FACET_DATES, (struct facet_few){years, count, count, count});
		return;
	}
	add_heading(m, FACET_DATES);
	count = narrow(m, FACET_DATES, years, count);
	count = fold_gaps(m, years, count);
	uint32_t usual = count > YEARS_SHOWN + 1 ? count - YEARS_SHOWN : 0;
	uint32_t first = app->sidebar.expanded[FACET_DATES] ? 0 : usual, hidden = 0;
	for (uint32_t i = 0; i < first; i++)
		hidden += !is_kept(app, &years[i]);
	if (usual)
		add(m, SIDEBAR_MORE, FACET_DATES)->more = hidden;
	for (uint32_t i = 0; i < count; i++)
		if ((i >= first || is_kept(app, &years[i])) &&
			add_date(m, years[i], 0, most, app->sidebar.year)->opened)
			add_months(m, years[i].clause);
}

void sidebar_rows_make(struct app *app)
{
	struct making m = {.app = app, .arena = &app->sidebar_arena};

	arena_reuse(m.arena);
	if (app->epoch) {
		add_saved(&m);
		add_values(&m, FACET_PEOPLE, PEOPLE_SHOWN, 1);
		add_years(&m);
		add_values(&m, FACET_SOURCES, OTHERS_SHOWN, 1);
		add_values(&m, FACET_SPEAKERS, OTHERS_SHOWN, 1);
		add_values(&m, FACET_TAGS, OTHERS_SHOWN, 1);
		add_entities(&m, FACET_ORGANISATIONS, ENTITY_ORGANISATION);
		add_entities(&m, FACET_PLACES, ENTITY_PLACE);
		add_values(&m, FACET_LANGUAGES, OTHERS_SHOWN, 2);
	}
	app->sidebar_rows = m.rows.at;
	app->sidebar_row_count = m.rows.count;
}
