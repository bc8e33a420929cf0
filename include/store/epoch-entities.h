#ifndef DEPECHE_STORE_EPOCH_ENTITIES_H
#define DEPECHE_STORE_EPOCH_ENTITIES_H

/*
 * The organisations and places that an epoch's articles name, with how many articles name each.
 * Like actors they are numbered anew in each epoch; what outlives one keeps the slug.
 */

#include "store/epoch.h"

/* Those of a kind, most articles first: they are numbered *first, *first + 1, and so on. */
uint32_t epoch_entities(const struct epoch *, enum entity_kind, uint32_t *first);
const struct entity *epoch_entity(const struct epoch *, uint32_t entity);

/* A step of building the epoch; its entities must be there. */
void epoch_index_entities(struct epoch *);

#endif
