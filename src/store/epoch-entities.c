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
