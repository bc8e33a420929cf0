#include "store/faceting.h"

#include "base/message.h"
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
	if (x->here != y->here)
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

static struct clause person_clause(const struct epoch *epoch, uint32_t actor)
{
	return (struct clause){.kind = CLAUSE_PERSON,
		.text = epoch_actor_slug(epoch, actor),
		.label = epoch_actor_name(epoch, actor)};
}

static bool is_named(const struct epoch *epoch, article_id id, uint32_t actor)
{
	uint32_t count;
	const uint32_t *people = postings_row(&epoch->named, id, &count);

	for (uint32_t i = 0; i < count; i++)
		if (people[i] == actor)
			return true;
	return false;
}

/* The articles here that mean the person by a function and do not name them. */
static uint32_t by_function(const struct faceting *f, uint32_t actor)
{
	uint32_t count, found = 0;
	const uint32_t *ids = postings_row(&f->epoch->meant, actor, &count);

	if (count == f->epoch->actor_articles[actor])
		return 0;
	for (uint32_t i = 0; i < count; i++)
		found += (f->base.bits[ids[i] / 64] >> ids[i] % 64 & 1) &&
			 !is_named(f->epoch, ids[i], actor);
	return found;
}

static uint32_t *count_people(const struct faceting *f)
{
	uint32_t *here = ARENA_ARRAY(f->arena, uint32_t, f->epoch->actor_count), count;

	for (uint32_t i = 0; i < f->base.count; i++) {
		const uint32_t *people = postings_row(&f->epoch->named, f->base.ids[i], &count);
		for (uint32_t p = 0; p < count; p++)
			here[people[p]]++;
	}
	return here;
}

/* The chosen ones go first; each takes its count out of the row of the others. */
static void add_chosen_people(struct faceting *f, const uint32_t *here, bool *is_chosen)
{
	for (uint32_t i = 0; i < f->query->count; i++) {
		const struct clause *clause = &f->query->clauses[i];
		if (clause->kind != CLAUSE_PERSON || clause->off)
			continue;
		uint32_t actor = epoch_actor_find(f->epoch, span_of(clause->text));
		if (actor == ACTOR_NONE || is_chosen[actor])
			continue;
		is_chosen[actor] = true;
		faceting_add(f, person_clause(f->epoch, actor), here[actor],
			f->epoch->actor_articles[actor]);
		struct facet_value *value = &f->values.at[f->values.count - 1];
		value->choice = clause->exclude ? CHOICE_EXCLUDED : CHOICE_INCLUDED;
		value->by_function = by_function(f, actor);
	}
	faceting_sort(f);
}

const uint32_t *faceting_order(const struct faceting *f, const uint32_t *here, uint32_t count)
{
	uint32_t *starts = ARENA_ARRAY(f->arena, uint32_t, (size_t)f->base.count + 2);
	uint32_t *order = ARENA_ARRAY(f->arena, uint32_t, count);

	/* Bucket b holds those of base.count - b articles. */
	for (uint32_t i = 0; i < count; i++)
		starts[f->base.count - here[i] + 1]++;
	for (uint32_t bucket = 0; bucket <= f->base.count; bucket++)
		starts[bucket + 1] += starts[bucket];
	for (uint32_t i = 0; i < count; i++)
		order[starts[f->base.count - here[i]]++] = i;
	return order;
}

/* Actors come by how many articles name them, then by slug. */
static void add_other_people(struct faceting *f, const uint32_t *here, const bool *is_chosen)
{
	uint32_t actors = f->epoch->actor_count;
	const uint32_t *order = faceting_order(f, here, actors);

	for (uint32_t i = 0; i < actors; i++) {
		uint32_t actor = order[i];
		if (is_chosen[actor])
			continue;
		*vec_push(f->arena, &f->values) = (struct facet_value){
			person_clause(f->epoch, actor), here[actor],
			f->epoch->actor_articles[actor], CHOICE_NONE, 0, by_function(f, actor)};
	}
}

static void people_values(struct faceting *f)
{
	uint32_t *here = count_people(f);
	bool *is_chosen = ARENA_ARRAY(f->arena, bool, f->epoch->actor_count);

	f->values.room = f->epoch->actor_count + 1;
	f->values.at = ARENA_ARRAY(f->arena, struct facet_value, f->values.room);
	add_chosen_people(f, here, is_chosen);
	add_other_people(f, here, is_chosen);
}

static void source_values(struct faceting *f)
{
	const struct epoch *epoch = f->epoch;
	uint32_t *here = ARENA_ARRAY(f->arena, uint32_t, epoch->source_count);

	for (uint32_t i = 0; i < f->base.count; i++)
		here[epoch->source_of[f->base.ids[i]]]++;
	for (uint32_t i = 0; i < epoch->source_count; i++) {
		const char *name = shelf_string(&epoch->source_names, i);
		const char *label = name[0] ? name : _("not stated");
		faceting_add(f,
			(struct clause){.kind = CLAUSE_SOURCE, .text = name, .label = label},
			here[i], epoch->source_articles[i]);
	}
	faceting_sort(f);
}

static void language_values(struct faceting *f)
{
	const struct epoch *epoch = f->epoch;
	uint32_t here[LANGUAGE_COUNT] = {0}, all[LANGUAGE_COUNT] = {0};

	for (uint32_t i = 0; i < f->base.count; i++)
		here[epoch->languages_of[f->base.ids[i]]]++;
	for (article_id id = 0; id < epoch->count; id++)
		all[epoch->languages_of[id]]++;
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

static const enum clause_kind kinds[FACET_COUNT] = {[FACET_PEOPLE] = CLAUSE_PERSON,
	[FACET_DATES] = CLAUSE_DATE,
	[FACET_SOURCES] = CLAUSE_SOURCE,
	[FACET_SPEAKERS] = CLAUSE_SAYS,
	[FACET_LANGUAGES] = CLAUSE_LANGUAGE,
	[FACET_ORGANISATIONS] = CLAUSE_ORGANISATION,
	[FACET_PLACES] = CLAUSE_PLACE,
	[FACET_TAGS] = CLAUSE_TAG};

uint32_t facet_values(const struct epoch *epoch, const struct query *query,
	const struct result *result, enum facet facet, struct facet_value **values,
	struct arena *arena)
{
	struct faceting f = {.epoch = epoch, .query = query, .arena = arena};

	f.base = facet_base(epoch, query, result, kinds[facet], arena);
	switch (facet) {
	case FACET_PEOPLE:
		people_values(&f);
		break;
	case FACET_DATES:
		faceting_add_periods(&f, PRECISION_YEAR, DAY_NONE, INT32_MAX);
		faceting_add_undated(&f);
		break;
	case FACET_SOURCES:
		source_values(&f);
		break;
	case FACET_SPEAKERS:
		faceting_add_speakers(&f);
		faceting_sort(&f);
		break;
	case FACET_LANGUAGES:
		language_values(&f);
		break;
	case FACET_ORGANISATIONS:
		faceting_add_entities(&f, ENTITY_ORGANISATION);
		break;
	case FACET_PLACES:
		faceting_add_entities(&f, ENTITY_PLACE);
		break;
	case FACET_TAGS:
		faceting_add_tags(&f);
		faceting_sort(&f);
		break;
	case FACET_SAVED:
	case FACET_COUNT:
		break;
	}
	*values = f.values.at;
	return f.values.count;
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
