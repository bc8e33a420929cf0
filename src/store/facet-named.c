#include "store/epoch-entities.h"
#include "store/epoch-parts.h"
#include "store/faceting.h"
#include "store/own.h"

/* Appends it; whether it is chosen. */
static bool add_entity(struct faceting *f, uint32_t number, enum clause_kind kind, uint32_t here)
{
	struct clause clause = {.kind = kind,
		.text = shelf_string(&f->epoch->entity_slugs, number),
		.label = shelf_string(&f->epoch->entity_names, number)};

	faceting_add(f, clause, here, postings_length(&f->epoch->entity_articles, number));
	return f->values.at[f->values.count - 1].choice != CHOICE_NONE;
}

/* Those that the filter has, in the order of all. */
static void add_chosen(struct faceting *f, uint32_t first, enum clause_kind kind,
	const uint32_t *here, uint32_t count, bool *is_chosen)
{
	struct faceting chosen = *f;
	const uint32_t *order;

	if (!faceting_asks(f, kind))
		return;
	chosen.most = UINT32_MAX;
	faceting_best(&chosen, (struct faceting_choice){count, here, is_chosen, NULL}, &order);
	for (uint32_t i = 0; i < count; i++) {
		is_chosen[order[i]] = add_entity(f, first + order[i], kind, here[order[i]]);
		if (!is_chosen[order[i]])
			f->values.count--;
	}
	f->live += f->values.count;
}

void faceting_add_entities(struct faceting *f, enum entity_kind of)
{
	enum clause_kind kind = of == ENTITY_PLACE ? CLAUSE_PLACE : CLAUSE_ORGANISATION;
	uint32_t first, count = epoch_entities(f->epoch, of, &first);
	const uint32_t *here =
		faceting_count(f, (struct faceting_rows){.things = &f->epoch->entities_of,
					  .first = first,
					  .count = count,
					  .lengths = &f->epoch->entity_articles});
	bool *is_chosen = ARENA_ARRAY(f->arena, bool, count);
	const uint32_t *best;

	f->all = count;
	add_chosen(f, first, kind, here, count, is_chosen);
	uint32_t told =
		faceting_best(f, (struct faceting_choice){count, here, is_chosen, NULL}, &best);
	for (uint32_t i = 0; i < told; i++)
		add_entity(f, first + best[i], kind, here[best[i]]);
}

void faceting_add_tags(struct faceting *f)
{
	const struct own *own = f->epoch->own;

	for (uint32_t tag = 0; tag < own_tag_count(own); tag++) {
		struct clause clause = {.kind = CLAUSE_TAG,
			.text = own_tag_name(own, tag),
			.label = own_tag_name(own, tag)};
		const uint64_t *tagged = own_tag_articles(own, tag);
		uint32_t all = bits_total(tagged, f->epoch->count);
		uint32_t here =
			f->base.count ? bits_common(tagged, f->base.bits, f->epoch->count) : 0;
		if (all > 0 || query_find(f->query, &clause) >= 0)
			faceting_add(f, clause, here, all);
	}
	faceting_sort(f);
}
