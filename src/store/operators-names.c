#include "store/operators.h"

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

enum err query_organisation(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct naming all = entities_of(epoch, ENTITY_ORGANISATION);
	int len = (int)(value.len < OPERATOR_SAID ? value.len : OPERATOR_SAID);
	uint32_t found = NAMING_NONE;
	enum err err = naming_find(epoch, &all, value, &found, why);

	if (err)
		return err;
	if (found != NAMING_NONE) {
		*clause = entity_clause(epoch, found, CLAUSE_ORGANISATION, arena);
		return OK;
	}
	found = naming_near(epoch, &all, value);
	if (found == NAMING_NONE)
		return fail(why, ERR_ABSENT, "no organisation in the archive is called '%.*s'", len,
			value.len ? value.at : "");
	return fail(why, ERR_ABSENT,
		"no organisation in the archive is called '%.*s'; perhaps %.100s was meant", len,
		value.at, epoch_entity(epoch, found)->name);
}

enum err query_place(const struct epoch *epoch, struct span value, struct clause *clause,
	struct arena *arena, struct fault *why)
{
	struct naming all = entities_of(epoch, ENTITY_PLACE);
	int len = (int)(value.len < OPERATOR_SAID ? value.len : OPERATOR_SAID);
	uint32_t found = NAMING_NONE;
	enum err err = naming_find(epoch, &all, value, &found, why);

	if (err)
		return err;
	if (found != NAMING_NONE) {
		*clause = entity_clause(epoch, found, CLAUSE_PLACE, arena);
		return OK;
	}
	found = naming_near(epoch, &all, value);
	if (found == NAMING_NONE)
		return fail(why, ERR_ABSENT, "no place in the archive is called '%.*s'", len,
			value.len ? value.at : "");
	return fail(why, ERR_ABSENT,
		"no place in the archive is called '%.*s'; perhaps %.100s was meant", len, value.at,
		epoch_entity(epoch, found)->name);
}
