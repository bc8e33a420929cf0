#include "store/bits.h"
#include "store/epoch-entities.h"
#include "store/epoch-parts.h"
#include "store/faceting.h"
#include "store/own.h"

/* Of each of the entities from first on: the articles here that name it. */
static const uint32_t *count_entities(const struct faceting *f, uint32_t first, uint32_t count)
{
	uint32_t *here = ARENA_ARRAY(f->arena, uint32_t, count);
	uint32_t named;

	for (uint32_t i = 0; i < f->base.count; i++) {
		const uint32_t *entities =
			postings_row(&f->epoch->entities_of, f->base.ids[i], &named);
		for (uint32_t m = 0; m < named; m++)
			if (entities[m] - first < count)
				here[entities[m] - first]++;
	}
	return here;
}

static void add_entity(
	struct faceting *f, uint32_t number, enum entity_kind kind, uint32_t here, bool chosen)
{
	struct clause clause = {.kind = kind == ENTITY_PLACE ? CLAUSE_PLACE : CLAUSE_ORGANISATION,
		.text = shelf_string(&f->epoch->entity_slugs, number),
		.label = shelf_string(&f->epoch->entity_names, number)};
	uint32_t all;

	postings_row(&f->epoch->entity_articles, number, &all);
	faceting_add(f, clause, here, all);
	if ((f->values.at[f->values.count - 1].choice != CHOICE_NONE) != chosen)
		f->values.count--;
}

void faceting_add_entities(struct faceting *f, enum entity_kind kind)
{
	uint32_t first, count = epoch_entities(f->epoch, kind, &first);
	const uint32_t *here = count_entities(f, first, count);
	const uint32_t *order = faceting_order(f, here, count);

	for (int chosen = 1; chosen >= 0; chosen--)
		for (uint32_t i = 0; i < count; i++)
			add_entity(f, first + order[i], kind, here[order[i]], chosen);
}

void faceting_add_tags(struct faceting *f)
{
	const struct own *own = f->epoch->own;

	for (uint32_t tag = 0; tag < own_tag_count(own); tag++) {
		struct clause clause = {.kind = CLAUSE_TAG,
			.text = own_tag_name(own, tag),
			.label = own_tag_name(own, tag)};
		uint32_t here = 0, all = bits_total(own_tag_articles(own, tag), f->epoch->count);
		for (uint32_t i = 0; i < f->base.count; i++)
			here += own_tagged(own, tag, f->base.ids[i]);
		if (all > 0 || query_find(f->query, &clause) >= 0)
			faceting_add(f, clause, here, all);
	}
}
