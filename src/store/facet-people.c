#include "store/epoch-parts.h"
#include "store/epoch-walk.h"
#include "store/faceting.h"

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

/* Actors come by how many articles name them, then by slug. */
static void add_other_people(struct faceting *f, struct faceting_choice choice)
{
	const uint32_t *best;
	uint32_t count = faceting_best(f, choice, &best);

	f->live += f->values.count;
	for (uint32_t i = 0; i < count; i++)
		*vec_push(f->arena, &f->values) = (struct facet_value){
			person_clause(f->epoch, best[i]), choice.here[best[i]],
			f->epoch->actor_articles[best[i]], CHOICE_NONE, 0, by_function(f, best[i])};
}

void faceting_add_people(struct faceting *f)
{
	uint32_t actors = f->epoch->actor_count;
	const uint32_t *here = faceting_count(f, (struct faceting_rows){.things = &f->epoch->named,
							 .count = actors,
							 .totals = f->epoch->actor_articles});
	bool *is_chosen = ARENA_ARRAY(f->arena, bool, actors);

	f->all = actors;
	if (f->most >= actors) {
		f->values.room = actors + 1;
		f->values.at = ARENA_ARRAY(f->arena, struct facet_value, f->values.room);
	}
	add_chosen_people(f, here, is_chosen);
	add_other_people(f, (struct faceting_choice){actors, here, is_chosen, NULL});
}
