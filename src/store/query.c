#include "store/query.h"

#include <string.h>

static const struct query empty = {NULL, 0, false};

const struct query *query_empty(void)
{
	return &empty;
}

static bool same_text(const char *a, const char *b)
{
	return span_equal(span_of(a), span_of(b));
}

static bool is_equal(const struct clause *a, const struct clause *b)
{
	if (a->kind != b->kind)
		return false;
	if (a->kind == CLAUSE_DATE || a->kind == CLAUSE_ABOUT)
		return a->from == b->from && a->to == b->to;
	return same_text(a->text, b->text);
}

/* A copy with all of its words, so that it needs neither the epoch nor the arena that these
 * came from; room for one clause more.  Groups lie as deep as the text that was read allows. */
static struct query *copy(const struct query *query, struct arena *arena)
{
	struct query *made = ARENA_NEW(arena, struct query);
	struct clause *clauses = ARENA_ARRAY(arena, struct clause, (size_t)query->count + 1);

	for (uint32_t i = 0; i < query->count; i++) {
		clauses[i] = query->clauses[i];
		clauses[i].text = arena_string(arena, span_of(query->clauses[i].text));
		clauses[i].label = arena_string(arena, span_of(query->clauses[i].label));
		const struct query **any =
			ARENA_ARRAY(arena, const struct query *, clauses[i].any_count);
		for (uint32_t g = 0; g < clauses[i].any_count; g++)
			any[g] = copy(clauses[i].any[g], arena);
		clauses[i].any = any;
	}
	*made = (struct query){clauses, query->count, query->any_person};
	return made;
}

const struct query *query_with(const struct query *query, struct clause clause, struct arena *arena)
{
	struct query wider = *query;
	struct clause *clauses = ARENA_ARRAY(arena, struct clause, (size_t)query->count + 1);
	int place = query_find(query, &clause);

	if (query->count)
		memcpy(clauses, query->clauses, query->count * sizeof *clauses);
	if (place < 0)
		clauses[wider.count++] = clause;
	else
		clauses[place] = clause;
	wider.clauses = clauses;
	return copy(&wider, arena);
}

const struct query *query_without(const struct query *query, uint32_t index, struct arena *arena)
{
	struct query narrower = *query;
	struct clause *clauses = ARENA_ARRAY(arena, struct clause, query->count);
	uint32_t count = 0;

	for (uint32_t i = 0; i < query->count; i++)
		if (i != index)
			clauses[count++] = query->clauses[i];
	narrower.clauses = clauses;
	narrower.count = count;
	return copy(&narrower, arena);
}

const struct query *query_changed(
	const struct query *query, uint32_t index, struct clause clause, struct arena *arena)
{
	struct query changed = *query;
	struct clause *clauses = ARENA_ARRAY(arena, struct clause, query->count);

	for (uint32_t i = 0; i < query->count; i++)
		clauses[i] = i == index ? clause : query->clauses[i];
	changed.clauses = clauses;
	return copy(&changed, arena);
}

const struct query *query_joined(const struct query *query, bool any_person, struct arena *arena)
{
	struct query *made = copy(query, arena);

	made->any_person = any_person;
	return made;
}

int query_find(const struct query *query, const struct clause *clause)
{
	for (uint32_t i = 0; i < query->count; i++)
		if (is_equal(&query->clauses[i], clause))
			return (int)i;
	return -1;
}

bool query_is_active(const struct query *query)
{
	for (uint32_t i = 0; i < query->count; i++)
		if (!query->clauses[i].off)
			return true;
	return false;
}
