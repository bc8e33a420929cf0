#ifndef DEPECHE_STORE_FACETING_H
#define DEPECHE_STORE_FACETING_H

/*
 * The values of one row of facets on their way: what facets and facet-dates share.
 */

#include "store/facets.h"

VEC_OF(struct facet_value, value_list);

struct faceting {
	const struct epoch *epoch;
	const struct query *query;
	struct result base; /* the articles that are counted as here */
	struct value_list values;
	struct arena *arena;
};

/* Appends a value, with what was chosen of it. */
void faceting_add(struct faceting *, struct clause, uint32_t here, uint32_t all);
/* Appends the years, months or days that lie in [from, to] whole. */
void faceting_add_periods(struct faceting *, enum day_precision, int32_t from, int32_t to);
void faceting_add_undated(struct faceting *);
/* Appends everybody who is quoted. */
void faceting_add_speakers(struct faceting *);
/* Appends the organisations or places, chosen ones first. */
void faceting_add_entities(struct faceting *, enum entity_kind);
/* Appends the tags that some article has. */
void faceting_add_tags(struct faceting *);
/* The numbers 0 … count-1 by how many articles each has here, most first; those of as many stay
 * in their order.  Cost: linear, for there may be very many. */
const uint32_t *faceting_order(const struct faceting *, const uint32_t *here, uint32_t count);
/* Chosen ones first, then by count. */
void faceting_sort(struct faceting *);

#endif
