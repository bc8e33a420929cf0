#include "store/epoch-entities.h"

#include "store/epoch-steps.h"

uint32_t epoch_entities(const struct epoch *epoch, enum entity_kind kind, uint32_t *first)
{
	*first = epoch->entity_starts[kind];
	return epoch->entity_starts[kind + 1] - *first;
}

/* Counts the article in each entity's row, or puts it there; last: of each entity 1 + the id of
 * the article that named it last. */
static void index_article(struct epoch *epoch, article_id id, article_id *last, bool counting)
{
	const struct facts *facts = &epoch->raw->facts[id];

	for (uint32_t i = 0; i < facts->entity_count; i++) {
		uint32_t entity = facts->entities[i].entity;
		if (last[entity] == id + 1)
			continue;
		last[entity] = id + 1;
		if (counting) {
			postings_count(&epoch->entity_articles, entity);
			postings_count(&epoch->entities_of, id);
		} else {
			postings_put(&epoch->entity_articles, entity, id);
			postings_put(&epoch->entities_of, id, entity);
		}
	}
}

void epoch_index_entities(struct epoch *epoch)
{
	uint32_t count = epoch->entity_starts[ENTITY_KIND_COUNT];
	struct arena scratch;

	arena_init(&scratch);
	article_id *counted = ARENA_ARRAY(&scratch, article_id, count);
	article_id *put = ARENA_ARRAY(&scratch, article_id, count);
	map_init(&epoch->raw->entity_slugs, &scratch);
	for (uint32_t entity = 0; entity < count; entity++)
		map_put(&epoch->raw->entity_slugs, span_of(epoch->raw->entities.at[entity].slug),
			NULL)
			->value = entity;
	epoch->entities_by_slug = dictionary_make(&epoch->raw->entity_slugs, &epoch->arena);
	postings_init(&epoch->entities_of, epoch->count, &epoch->arena);
	postings_init(&epoch->entity_articles, count, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		index_article(epoch, id, counted, true);
	postings_settle(&epoch->entity_articles, &epoch->arena);
	postings_settle(&epoch->entities_of, &epoch->arena);
	for (article_id id = 0; id < epoch->count; id++)
		index_article(epoch, id, put, false);
	arena_clear(&scratch);
}
