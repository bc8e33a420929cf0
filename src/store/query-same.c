#include "store/query-same.h"

static bool is_same_clause(const struct clause *a, const struct clause *b)
{
	bool same = a->kind == b->kind && a->exclude == b->exclude && a->off == b->off &&
		    a->live == b->live && a->from == b->from && a->to == b->to &&
		    span_equal(span_of(a->text), span_of(b->text)) && a->any_count == b->any_count;

	for (uint32_t i = 0; i < a->any_count && same; i++)
		same = query_is_same(a->any[i], b->any[i]);
	return same;
}

bool query_is_same(const struct query *a, const struct query *b)
{
	bool same = a->count == b->count && a->any_person == b->any_person;

	for (uint32_t i = 0; same && i < a->count; i++)
		same = is_same_clause(&a->clauses[i], &b->clauses[i]);
	return same;
}

bool query_hangs_on_marks(const struct query *query)
{
	bool hangs = false;

	for (uint32_t i = 0; i < query->count && !hangs; i++) {
		const struct clause *clause = &query->clauses[i];
		hangs = clause->kind == CLAUSE_IS || clause->kind == CLAUSE_HAS ||
			clause->kind == CLAUSE_TAG;
		for (uint32_t g = 0; g < clause->any_count && !hangs; g++)
			hangs = query_hangs_on_marks(clause->any[g]);
	}
	return hangs;
}
