#include "store/epoch-entities.h"

#include "store/epoch-parts.h"

uint32_t epoch_entities(const struct epoch *epoch, enum entity_kind kind, uint32_t *first)
{
	*first = epoch->entities.starts[kind];
	return epoch->entities.starts[kind + 1] - *first;
}

const struct entity *epoch_entity(const struct epoch *epoch, uint32_t entity)
{
	return &epoch->entities.at[entity];
}

/* Counts the article in each entity's row, or puts it there; last: of each entity 1 + the id of
 * the article that named it last. */
static void index_article(struct epoch *epoch, article_id id, article_id *last, bool counting)
{
	const struct facts *facts = &epoch->facts[id];

	for (uint32_t i = 0; i < facts->entity_count; i++) {
		uint32_t entity = facts->entities[i].entity;
		if (last[entity] == id + 1)
			continue;
		last[entity] = id + 1;
		if (counting)
			postings_count(&epoch->entity_articles, entity);
		else
			postings_put(&epoch->entity_articles, entity, id);
	}
}

void epoch_index_entities(struct epoch *epoch)
{
	uint32_t count = epoch->entities.starts[ENTITY_KIND_COUNT];
	struct arena scratch;

	arena_init(&scratch);
	article_id *counted = ARENA_ARRAY(&scratch, article_id, count);
	article_id *put = ARENA_ARRAY(&scratch, article_id, count);
	map_init(&epoch->entity_slugs, &epoch->arena);
	for (uint32_t entity = 0; entity < count; entity++)
		map_put(&epoch->entity_slugs, span_of(epoch->entities.at[entity].slug), NULL)
			->value = entity;
	postings_init(&epoch->entity_articles, count, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		index_article(epoch, id, counted, true);
	postings_settle(&epoch->entity_articles, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		index_article(epoch, id, put, false);
	arena_clear(&scratch);
}
