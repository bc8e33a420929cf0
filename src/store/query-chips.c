#include "store/query-text.h"

#include "base/vec.h"

VEC_OF(struct clause, clause_list);
VEC_OF(const struct clause *, leaf_list);

static const enum clause_kind kinds[] = {CLAUSE_PERSON, CLAUSE_SAYS};

static bool is_chosen(const struct clause *clause, enum clause_kind kind)
{
	return clause->kind == kind && !clause->exclude && !clause->off;
}

static uint32_t chosen(const struct query *query, enum clause_kind kind)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < query->count; i++)
		count += is_chosen(&query->clauses[i], kind);
	return count;
}

/* A copy, as every query is one. */
static const struct query *query_of(
	const struct clause_list *clauses, bool any_person, struct arena *arena)
{
	struct query made = {clauses->at, clauses->count, any_person};

	return query_joined(&made, any_person, arena);
}

static const struct query *single(struct clause clause, struct arena *arena)
{
	return query_with(query_empty(), clause, arena);
}

static struct clause group_of(const struct query *query, enum clause_kind kind, struct arena *arena)
{
	const struct query **any = ARENA_ARRAY(arena, const struct query *, query->count);
	uint32_t count = 0;

	for (uint32_t i = 0; i < query->count; i++)
		if (is_chosen(&query->clauses[i], kind))
			any[count++] = single(query->clauses[i], arena);
	return query_any(any, count, arena);
}

static const struct query *group_kind(
	const struct query *query, enum clause_kind kind, struct arena *arena)
{
	struct clause_list clauses = {0};
	bool grouped = false;

	if (chosen(query, kind) < 2)
		return query;
	for (uint32_t i = 0; i < query->count; i++) {
		if (!is_chosen(&query->clauses[i], kind))
			*vec_push(arena, &clauses) = query->clauses[i];
		else if (!grouped)
			*vec_push(arena, &clauses) = group_of(query, kind, arena);
		grouped |= is_chosen(&query->clauses[i], kind);
	}
	return query_of(&clauses, false, arena);
}

const struct query *query_grouped(const struct query *query, struct arena *arena)
{
	if (!query->any_person)
		return query;
	query = query_joined(query, false, arena);
	for (size_t k = 0; k < COUNT(kinds); k++)
		query = group_kind(query, kinds[k], arena);
	return query;
}

/* Whether the clause is a group of nothing but single clauses of that kind. */
static bool is_group_of(const struct clause *clause, enum clause_kind kind)
{
	if (!is_chosen(clause, CLAUSE_GROUP))
		return false;
	for (uint32_t i = 0; i < clause->any_count; i++)
		if (clause->any[i]->count != 1 || !is_chosen(&clause->any[i]->clauses[0], kind))
			return false;
	return true;
}

static uint32_t groups(const struct query *query, enum clause_kind kind)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < query->count; i++)
		count += is_group_of(&query->clauses[i], kind);
	return count;
}

static bool is_dissolved(const struct clause *clause)
{
	for (size_t k = 0; k < COUNT(kinds); k++)
		if (is_group_of(clause, kinds[k]))
			return true;
	return false;
}

const struct query *query_ungrouped(const struct query *query, struct arena *arena)
{
	struct clause_list clauses = {0};
	uint32_t all = 0;

	for (size_t k = 0; k < COUNT(kinds); k++) {
		uint32_t single_ones = chosen(query, kinds[k]), here = groups(query, kinds[k]);
		if (here > 1 || single_ones + here > 1)
			return query;
		all += here;
	}
	if (all == 0 || query->any_person)
		return query;
	for (uint32_t i = 0; i < query->count; i++) {
		const struct clause *clause = &query->clauses[i];
		if (!is_dissolved(clause)) {
			*vec_push(arena, &clauses) = *clause;
			continue;
		}
		for (uint32_t g = 0; g < clause->any_count; g++)
			*vec_push(arena, &clauses) = clause->any[g]->clauses[0];
	}
	return query_of(&clauses, true, arena);
}

const struct query *query_both(
	const struct query *first, const struct query *second, struct arena *arena)
{
	bool people = chosen(first, CLAUSE_PERSON) || chosen(first, CLAUSE_SAYS);
	const struct query *both = first, *added = second;

	if (second->any_person && people)
		added = query_grouped(second, arena);
	else if (second->any_person)
		both = query_joined(first, true, arena);
	for (uint32_t i = 0; i < added->count; i++)
		both = query_with(both, added->clauses[i], arena);
	return both;
}

static void add_leaves(const struct query *query, struct leaf_list *leaves, struct arena *arena)
{
	for (uint32_t i = 0; i < query->count; i++) {
		const struct clause *clause = &query->clauses[i];
		if (clause->off || clause->exclude)
			continue;
		if (clause->kind != CLAUSE_GROUP)
			*vec_push(arena, leaves) = clause;
		for (uint32_t g = 0; g < clause->any_count; g++)
			add_leaves(clause->any[g], leaves, arena);
	}
}

uint32_t query_leaves(const struct query *query, const struct clause ***leaves, struct arena *arena)
{
	struct leaf_list found = {0};

	add_leaves(query, &found, arena);
	*leaves = found.at;
	return found.count;
}
