#include "store/search.h"

#include "store/epoch-tokens.h"
#include "store/query-text.h"
#include "store/sought.h"
#include "text/fold.h"

#include <stdlib.h>

VEC_OF(struct extent, extents);

static void hits_of_entities(const struct epoch *epoch, article_id id, const struct query *query,
	struct extents *hits, struct arena *arena)
{
	const struct facts *facts = epoch_facts(epoch, id);
	const struct clause **leaves;
	uint32_t count = query_leaves(query, &leaves, arena);

	for (uint32_t i = 0; i < count; i++) {
		enum clause_kind kind = leaves[i]->kind;
		if (kind != CLAUSE_ORGANISATION && kind != CLAUSE_PLACE)
			continue;
		uint32_t entity =
			dictionary_get(&epoch->entities_by_slug, span_of(leaves[i]->text));
		for (uint32_t e = 0; e < facts->entity_count; e++)
			if (facts->entities[e].entity == entity)
				*vec_push(arena, hits) = facts->entities[e].at;
	}
}

/* By their start, the longer first. */
static int by_start(const void *a, const void *b)
{
	const struct extent *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end < y->end) - (x->end > y->end);
}

/* In order of their start, each place once. */
static uint32_t settle(struct extents *hits)
{
	uint32_t kept = 0;

	if (hits->count)
		qsort(hits->at, hits->count, sizeof *hits->at, by_start);
	for (uint32_t i = 0; i < hits->count; i++)
		if (kept == 0 || hits->at[i].start >= hits->at[kept - 1].end)
			hits->at[kept++] = hits->at[i];
	return kept;
}

uint32_t search_hits(const struct epoch *epoch, article_id id, const struct query *query,
	struct extent **hits, struct arena *arena)
{
	struct sought sought = sought_of(epoch, query, arena);
	struct extents found = {0};
	struct sought_place *places;

	for (uint32_t line = 0; line <= epoch_tokens(epoch, id).line_count; line++) {
		uint32_t count = sought_places(&sought, id, line, &places, arena);
		for (uint32_t i = 0; i < count; i++)
			*vec_push(arena, &found) = places[i].at;
	}
	hits_of_entities(epoch, id, query, &found, arena);
	*hits = found.at;
	return settle(&found);
}

uint32_t search_find(const struct article *article, struct span words, bool in_furniture,
	const uint8_t *kinds, struct extent **hits, struct arena *arena)
{
	struct span needle = fold(words, arena);
	struct extents found = {0};
	struct extent hit;

	for (uint32_t line = 0; needle.len && line < article->line_count; line++) {
		struct extent at = article->lines[line].at;
		struct span text = span_in(article->text, at);
		if (kinds[line] == LINE_FURNITURE && !in_furniture)
			continue;
		for (size_t from = 0; fold_find(text, needle, from, &hit); from = hit.end)
			*vec_push(arena, &found) =
				(struct extent){at.start + hit.start, at.start + hit.end};
	}
	*hits = found.at;
	return settle(&found);
}
