#include "store/operators.h"

#include "base/message.h"
#include "base/vec.h"
#include "store/epoch-entities.h"
#include "store/naming.h"

VEC_OF(const struct query *, query_list);

/* --- with:peskov,sullivan ----------------------------------------------------------------- */

static enum err fail_with(struct fault *why)
{
	return fail(why, ERR_USAGE,
		"with: wants two names or more, with commas between them: with:peskov,sullivan");
}

/* Cuts the next name off the rest. */
static struct span next_name(struct span *rest)
{
	size_t comma = span_find(*rest, SPAN(","), 0);
	struct span name = span_trim(span_cut(*rest, 0, comma));

	*rest = span_cut(*rest, comma + 1, rest->len);
	return name;
}

static bool is_among(const struct query_list *people, const struct clause *person)
{
	for (uint32_t i = 0; i < people->count; i++)
		if (query_find(people->at[i], person) >= 0)
			return true;
	return false;
}

static enum err read_people(const struct epoch *epoch, struct span value, struct query_list *people,
	struct arena *arena, struct fault *why)
{
	enum err err = OK;

	while (value.len && !err) {
		struct span name = next_name(&value);
		struct clause person;
		err = name.len ? query_person(epoch, name, &person, arena, why) : fail_with(why);
		if (err || is_among(people, &person))
			continue;
		if (people->count == QUERY_WITH_MOST)
			return fail(
				why, ERR_LIMIT, "with: takes at most %u names", QUERY_WITH_MOST);
		*vec_push(arena, people) = query_with(query_empty(), person, arena);
	}
	return err;
}

enum err query_together(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct query_list people = {0};
	enum err err = read_people(epoch, value, &people, arena, why);

	if (!err && people.count < 2)
		err = fail_with(why);
	if (err)
		return err;
	*clause = (struct clause){.kind = CLAUSE_WITH, .text = "", .label = ""};
	for (uint32_t i = 0; i < people.count; i++) {
		const struct clause *person = &people.at[i]->clauses[0];
		clause->text =
			arena_format(arena, "%s%s%s", clause->text, i ? "," : "", person->text);
		clause->label =
			arena_format(arena, "%s%s%s", clause->label, i ? " + " : "", person->label);
	}
	clause->any = people.at;
	clause->any_count = people.count;
	return OK;
}

/* --- organisations and places ------------------------------------------------------------- */

static struct called called_entity(const struct epoch *epoch, uint32_t number)
{
	const struct entity *entity = epoch_entity(epoch, number);

	return (struct called){
		entity->slug, entity->name, entity->forms, entity->form_count, entity->articles};
}

static struct naming entities_of(const struct epoch *epoch, enum entity_kind kind)
{
	struct naming naming = {.called = called_entity};

	naming.count = epoch_entities(epoch, kind, &naming.first);
	return naming;
}

static struct clause entity_clause(
	const struct epoch *epoch, uint32_t number, enum clause_kind kind, struct arena *arena)
{
	const struct entity *entity = epoch_entity(epoch, number);

	return (struct clause){.kind = kind,
		.text = arena_string(arena, span_of(entity->slug)),
		.label = arena_string(arena, span_of(entity->name))};
}

/* near: somebody who is called much the same; null. */
static enum err fail_unknown(
	struct fault *why, enum entity_kind kind, struct span value, const char *near)
{
	int len = (int)(value.len < OPERATOR_SAID ? value.len : OPERATOR_SAID);
	const char *at = value.len ? value.at : "";
	bool place = kind == ENTITY_PLACE;

	if (!near)
		return fail(why, ERR_ABSENT,
			place ? N_("no place in the archive is called '%.*s'")
			      : N_("no organisation in the archive is called '%.*s'"),
			len, at);
	return fail(why, ERR_ABSENT,
		place ? N_("no place in the archive is called '%.*s'; perhaps %.100s was meant")
		      : N_("no organisation in the archive is called '%.*s'; perhaps %.100s was "
			   "meant"),
		len, at, near);
}

static enum err query_entity(const struct epoch *epoch, enum entity_kind kind, struct span value,
	struct clause *clause, struct arena *arena, struct fault *why)
{
	struct naming all = entities_of(epoch, kind);
	uint32_t found = NAMING_NONE;
	enum err err = naming_find(epoch, &all, value, &found, why);

	if (err)
		return err;
	if (found == NAMING_NONE) {
		found = naming_near(epoch, &all, value);
		return fail_unknown(why, kind, value,
			found == NAMING_NONE ? NULL : epoch_entity(epoch, found)->name);
	}
	*clause = entity_clause(
		epoch, found, kind == ENTITY_PLACE ? CLAUSE_PLACE : CLAUSE_ORGANISATION, arena);
	return OK;
}

enum err query_organisation(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	return query_entity(epoch, ENTITY_ORGANISATION, value, clause, arena, why);
}

enum err query_place(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	return query_entity(epoch, ENTITY_PLACE, value, clause, arena, why);
}
