#include "store/bits.h"
#include "store/epoch-parts.h"
#include "store/match.h"

/* A query on its way: what each of its clauses holds for. */
struct run {
	const struct epoch *epoch;
	const struct query *query;
	uint64_t **holds; /* of each clause; null when it does not count */
	uint64_t *passing;
	struct arena *arena;
};

static bool is_included(const struct run *run, uint32_t i, enum clause_kind kind)
{
	const struct clause *clause = &run->query->clauses[i];

	return run->holds[i] && !clause->exclude && clause->kind == kind;
}

/* What holds for one article cannot hold in another way too: one source, one language, one story.
 */
static bool is_either(const struct query *query, enum clause_kind kind)
{
	return kind == CLAUSE_SOURCE || kind == CLAUSE_LANGUAGE || kind == CLAUSE_STORY ||
	       ((kind == CLAUSE_PERSON || kind == CLAUSE_SAYS) && query->any_person);
}

static void join_by_or(struct run *run, enum clause_kind kind)
{
	uint64_t *either = bits_make(run->epoch->count, run->arena);
	bool any = false;

	for (uint32_t i = 0; i < run->query->count; i++) {
		if (!is_included(run, i, kind))
			continue;
		bits_or(either, run->holds[i], run->epoch->count);
		any = true;
	}
	if (any)
		bits_and(run->passing, either, run->epoch->count);
}

static void join_by_and(struct run *run, enum clause_kind kind)
{
	for (uint32_t i = 0; i < run->query->count; i++)
		if (is_included(run, i, kind))
			bits_and(run->passing, run->holds[i], run->epoch->count);
}

static bool overlap(const struct clause *a, const struct clause *b)
{
	return a->from <= b->to && b->from <= a->to;
}

/* Spans of days narrow each other where they overlap (a year and its month, since and until);
 * those that have no day in common are alternatives. */
static void join_dates(struct run *run)
{
	uint64_t *either = bits_make(run->epoch->count, run->arena);
	bool any = false;

	for (uint32_t i = 0; i < run->query->count; i++) {
		if (!is_included(run, i, CLAUSE_DATE))
			continue;
		uint64_t *both = bits_make(run->epoch->count, run->arena);
		bits_or(both, run->holds[i], run->epoch->count);
		for (uint32_t j = 0; j < run->query->count; j++)
			if (is_included(run, j, CLAUSE_DATE) &&
				overlap(&run->query->clauses[i], &run->query->clauses[j]))
				bits_and(both, run->holds[j], run->epoch->count);
		bits_or(either, both, run->epoch->count);
		any = true;
	}
	if (any)
		bits_and(run->passing, either, run->epoch->count);
}

static void hold_clauses(struct run *run, enum clause_kind leave_out)
{
	for (uint32_t i = 0; i < run->query->count; i++) {
		const struct clause *clause = &run->query->clauses[i];
		if (clause->off || (clause->kind == leave_out && !clause->exclude))
			continue;
		run->holds[i] = bits_make(run->epoch->count, run->arena);
		match_clause(run->epoch, clause, run->holds[i], run->arena);
	}
}

uint64_t *match_query(const struct epoch *epoch, const struct query *query,
	enum clause_kind leave_out, struct arena *arena)
{
	struct run run = {.epoch = epoch, .query = query, .arena = arena};

	run.holds = ARENA_ARRAY(arena, uint64_t *, query->count);
	run.passing = bits_make(epoch->count, arena);
	bits_fill(run.passing, epoch->count);
	if (epoch->gone)
		bits_and_not(run.passing, epoch->gone, epoch->count);
	hold_clauses(&run, leave_out);
	for (int kind = 0; kind < CLAUSE_KIND_COUNT; kind++) {
		if (kind == CLAUSE_DATE)
			join_dates(&run);
		else if (is_either(query, (enum clause_kind)kind))
			join_by_or(&run, (enum clause_kind)kind);
		else
			join_by_and(&run, (enum clause_kind)kind);
	}
	for (uint32_t i = 0; i < query->count; i++)
		if (run.holds[i] && query->clauses[i].exclude)
			bits_and_not(run.passing, run.holds[i], epoch->count);
	return run.passing;
}

struct result query_run(const struct epoch *epoch, const struct query *query, struct arena *arena)
{
	return match_result(epoch, match_query(epoch, query, LEAVE_OUT_NONE, arena), arena);
}
