#include "store/faceting.h"

#include "base/message.h"
#include "store/desk.h"
#include "store/epoch-parts.h"
#include "store/epoch-walk.h"
#include "store/match.h"

#include <stdlib.h>

static bool leaves_out_own(const struct query *query, enum clause_kind kind)
{
	switch ((int)kind) {
	case CLAUSE_PERSON:
	case CLAUSE_SAYS:
		return query->any_person;
	case CLAUSE_ORGANISATION:
	case CLAUSE_PLACE:
	case CLAUSE_TAG:
		return false;
	default:
		return true;
	}
}

struct result facet_base(const struct epoch *epoch, const struct query *query,
	const struct result *result, enum clause_kind kind, struct arena *arena)
{
	bool chosen = false;

	for (uint32_t i = 0; i < query->count; i++) {
		const struct clause *clause = &query->clauses[i];
		chosen |= clause->kind == kind && !clause->off && !clause->exclude;
	}
	if (!chosen || !leaves_out_own(query, kind))
		return *result;
	return match_result(epoch, match_query(epoch, query, kind, arena), arena);
}

static enum choice choice_of(const struct query *query, const struct clause *clause)
{
	int index = query_find(query, clause);

	if (index < 0 || query->clauses[index].off)
		return CHOICE_NONE;
	return query->clauses[index].exclude ? CHOICE_EXCLUDED : CHOICE_INCLUDED;
}

void faceting_add(struct faceting *f, struct clause clause, uint32_t here, uint32_t all)
{
	struct facet_value *value = vec_push(f->arena, &f->values);

	*value = (struct facet_value){
		.clause = clause, .here = here, .all = all, .choice = choice_of(f->query, &clause)};
}

static int by_choice_and_count(const void *a, const void *b)
{
	const struct facet_value *x = a, *y = b;

	if ((x->choice == CHOICE_NONE) != (y->choice == CHOICE_NONE))
		return x->choice == CHOICE_NONE ? 1 : -1;
	if (x->quotes != y->quotes)
		return x->quotes > y->quotes ? -1 : 1;
	if (!x->quotes && x->here != y->here)
		return x->here > y->here ? -1 : 1;
	if (x->all != y->all)
		return x->all > y->all ? -1 : 1;
	return span_compare(span_of(x->clause.label), span_of(y->clause.label));
}

void faceting_sort(struct faceting *f)
{
	if (f->values.count > 1)
		qsort(f->values.at, f->values.count, sizeof *f->values.at, by_choice_and_count);
}

static void add_sources(struct faceting *f)
{
	const struct epoch *epoch = f->epoch;
	const uint32_t *here = faceting_count(f, (struct faceting_rows){.of = epoch->source_of,
							 .count = epoch->source_count,
							 .totals = epoch->source_articles});

	for (uint32_t i = 0; i < epoch->source_count; i++) {
		const char *name = shelf_string(&epoch->source_names, i);
		const char *label = name[0] ? name : _("not stated");
		if (epoch->source_articles[i])
			faceting_add(f,
				(struct clause){
					.kind = CLAUSE_SOURCE, .text = name, .label = label},
				here[i], epoch->source_articles[i]);
	}
	faceting_sort(f);
}

static void add_languages(struct faceting *f)
{
	const uint32_t *all = desk_languages(f->epoch);
	const uint32_t *here =
		faceting_count(f, (struct faceting_rows){.small_of = f->epoch->languages_of,
					  .count = LANGUAGE_COUNT,
					  .totals = all});

	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		enum language language = (enum language)i;
		const char *label =
			_(language == LANGUAGE_NONE ? N_("not known") : language_name(language));
		if (all[i])
			faceting_add(f,
				(struct clause){.kind = CLAUSE_LANGUAGE,
					.text = language_code(language),
					.label = label},
				here[i], all[i]);
	}
	faceting_sort(f);
}

static void add_years(struct faceting *f)
{
	faceting_add_periods(f, PRECISION_YEAR, DAY_NONE, INT32_MAX);
	faceting_add_undated(f);
}

static void add_organisations(struct faceting *f)
{
	faceting_add_entities(f, ENTITY_ORGANISATION);
}

static void add_places(struct faceting *f)
{
	faceting_add_entities(f, ENTITY_PLACE);
}

static const enum clause_kind kinds[FACET_COUNT] = {[FACET_PEOPLE] = CLAUSE_PERSON,
	[FACET_DATES] = CLAUSE_DATE,
	[FACET_SOURCES] = CLAUSE_SOURCE,
	[FACET_SPEAKERS] = CLAUSE_SAYS,
	[FACET_LANGUAGES] = CLAUSE_LANGUAGE,
	[FACET_ORGANISATIONS] = CLAUSE_ORGANISATION,
	[FACET_PLACES] = CLAUSE_PLACE,
	[FACET_TAGS] = CLAUSE_TAG};

/* Where the one row leaves out many, it counts its live values itself. */
static void settle(struct faceting *f)
{
	if (f->all)
		return;
	f->all = f->values.count;
	for (uint32_t i = 0; i < f->values.count; i++)
		f->live += f->values.at[i].here > 0 || f->values.at[i].choice != CHOICE_NONE;
}

struct facet_few facet_few(const struct epoch *epoch, const struct query *query,
	const struct result *result, enum facet facet, uint32_t most, struct arena *arena)
{
	static void (*const add[FACET_COUNT])(struct faceting *) = {
		[FACET_PEOPLE] = faceting_add_people,
		[FACET_DATES] = add_years,
		[FACET_SOURCES] = add_sources,
		[FACET_SPEAKERS] = faceting_add_speakers,
		[FACET_LANGUAGES] = add_languages,
		[FACET_ORGANISATIONS] = add_organisations,
		[FACET_PLACES] = add_places,
		[FACET_TAGS] = faceting_add_tags};
	struct faceting f = {.epoch = epoch, .query = query, .most = most, .arena = arena};

	f.base = facet_base(epoch, query, result, kinds[facet], arena);
	if (add[facet])
		add[facet](&f);
	settle(&f);
	return (struct facet_few){f.values.at, f.values.count, f.all, f.live};
}

uint32_t facet_values(const struct epoch *epoch, const struct query *query,
	const struct result *result, enum facet facet, struct facet_value **values,
	struct arena *arena)
{
	struct facet_few all = facet_few(epoch, query, result, facet, UINT32_MAX, arena);

	*values = all.values;
	return all.count;
}

uint32_t facet_dates(const struct epoch *epoch, const struct query *query,
	const struct result *result, int32_t from, int32_t to, enum day_precision precision,
	struct facet_value **values, struct arena *arena)
{
	struct faceting f = {.epoch = epoch, .query = query, .arena = arena};

	f.base = facet_base(epoch, query, result, CLAUSE_DATE, arena);
	faceting_add_periods(&f, precision, from, to);
	*values = f.values.at;
	return f.values.count;
}
