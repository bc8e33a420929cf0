#include "app/dossier-parts.h"

#include "app/periods.h"
#include "store/epoch-walk.h"

#include <stdlib.h>

#define DAYS_MOST 14  /* that are shown as such */
#define MONTHS_MOST 7 /* likewise; a year shows its months in one line */
#define MONTH 31
#define GAP_FOLDED 4u /* empty periods in a row */

/* --- when ------------------------------------------------------------------------------- */

static int32_t next_period(int32_t from, enum day_precision by)
{
	struct civil civil = civil_of(from);

	if (by == PRECISION_DAY)
		return from + 1;
	if (by == PRECISION_YEAR)
		return day_of(civil.year + 1, 1, 1);
	return from + days_in_month(civil.year, civil.month);
}

static void add_period(
	const struct filing *filing, struct period period, enum day_precision by, const char *label)
{
	struct dossier_line *line = filing_add(filing, DOSSIER_TIME, span_of(label));
	struct clause *clause = ARENA_NEW(filing->arena, struct clause);

	*clause = (struct clause){.kind = CLAUSE_DATE,
		.text = day_iso(period.from, by, filing->arena),
		.label = label,
		.from = period.from,
		.to = period.to};
	line->here = period.articles;
	line->filter = period.articles ? clause : NULL;
	if (period.articles > filing->dossier->most)
		filing->dossier->most = period.articles;
}

/* The empty periods before the next one that is not: each one, or as one line where they are
 * many. */
static void add_gap(const struct filing *filing, int32_t from, int32_t end, enum day_precision by)
{
	uint32_t count = 0;
	int32_t last = from;

	for (int32_t at = from; at < end; at = next_period(at, by), count++)
		last = at;
	const char *first = day_short(from, by, filing->arena);
	if (count >= GAP_FOLDED) {
		add_period(filing, (struct period){from, end - 1, 0}, by,
			arena_format(filing->arena, by == PRECISION_YEAR ? "%s–%s" : "%s – %s",
				first, day_short(last, by, filing->arena)));
		return;
	}
	for (int32_t at = from; at < end; at = next_period(at, by))
		add_period(filing, (struct period){at, next_period(at, by) - 1, 0}, by,
			day_short(at, by, filing->arena));
}

/* As finely as the periods are few. */
static enum day_precision precision_for(
	const struct period *years, uint32_t count, const struct filing *filing)
{
	struct period *days;
	uint32_t day_count = count ? periods_make(filing->epoch, &filing->result, PRECISION_DAY,
					     false, &days, filing->arena)
				   : 0;

	if (day_count == 0 || years[count - 1].from - years[0].from > 2 * MONTHS_MOST * MONTH)
		return PRECISION_YEAR;
	int32_t span = days[day_count - 1].from - days[0].from;
	return span < DAYS_MOST             ? PRECISION_DAY
	       : span < MONTHS_MOST * MONTH ? PRECISION_MONTH
					    : PRECISION_YEAR;
}

/* The months of the years that are shown. */
static void add_months(const struct filing *filing)
{
	struct dossier_lines *years = &filing->dossier->sections[DOSSIER_TIME];
	struct period *months;
	uint32_t at = 0, count = periods_make(filing->epoch, &filing->result, PRECISION_MONTH,
				 false, &months, filing->arena);

	for (uint32_t i = 0; i < years->count; i++) {
		const struct clause *year = years->at[i].filter;
		uint32_t *row = ARENA_ARRAY(filing->arena, uint32_t, 12);
		if (!year)
			continue;
		for (; at < count && months[at].from <= year->to; at++) {
			row[civil_of(months[at].from).month - 1] = months[at].articles;
			if (months[at].articles > filing->dossier->most_month)
				filing->dossier->most_month = months[at].articles;
		}
		years->at[i].months = row;
	}
}

void filing_time(const struct filing *filing)
{
	struct period *periods;
	uint32_t count = periods_make(
		filing->epoch, &filing->result, PRECISION_YEAR, false, &periods, filing->arena);
	enum day_precision by = precision_for(periods, count, filing);

	if (by != PRECISION_YEAR)
		count = periods_make(
			filing->epoch, &filing->result, by, false, &periods, filing->arena);
	for (uint32_t i = 0; i < count; i++) {
		if (i > 0 && periods[i].from > periods[i - 1].to + 1)
			add_gap(filing, periods[i - 1].to + 1, periods[i].from, by);
		add_period(filing, periods[i], by, day_short(periods[i].from, by, filing->arena));
	}
	if (by == PRECISION_YEAR)
		add_months(filing);
}

/* --- who else --------------------------------------------------------------------------- */

struct companion {
	uint32_t actor, here;
};

static int by_here(const void *a, const void *b)
{
	const struct companion *x = a, *y = b;

	if (x->here != y->here)
		return x->here > y->here ? -1 : 1;
	return x->actor < y->actor ? -1 : x->actor > y->actor;
}

void filing_companions(const struct filing *filing)
{
	uint32_t actors = epoch_actor_count(filing->epoch), count = 0;
	struct companion *found = ARENA_ARRAY(filing->arena, struct companion, actors);

	for (uint32_t i = 0; i < actors; i++)
		found[i].actor = i;
	for (uint32_t i = 0; i < filing->result.count; i++) {
		uint32_t named;
		const uint32_t *people = epoch_people(filing->epoch, filing->result.ids[i], &named);
		for (uint32_t p = 0; p < named; p++)
			found[people[p]].here++;
	}
	found[filing->dossier->actor].here = 0;
	for (uint32_t i = 0; i < actors; i++)
		if (found[i].here)
			found[count++] = found[i];
	if (count > 1)
		qsort(found, count, sizeof *found, by_here);
	for (uint32_t i = 0; i < count; i++) {
		const struct actor *actor = epoch_actor(filing->epoch, found[i].actor);
		struct clause *clause = ARENA_NEW(filing->arena, struct clause);
		struct dossier_line *line = filing_add(filing, DOSSIER_WITH, span_of(actor->name));
		*clause = (struct clause){
			.kind = CLAUSE_PERSON, .text = actor->slug, .label = actor->name};
		line->actor = found[i].actor;
		line->here = found[i].here;
		line->all = actor->articles;
		line->filter = clause;
	}
}
