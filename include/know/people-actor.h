#ifndef DEPECHE_KNOW_PEOPLE_ACTOR_H
#define DEPECHE_KNOW_PEOPLE_ACTOR_H

/*
 * Persons as the reader sees them: a name to show, a key, all forms, counts, an order.
 */

#include "know/people-resolve.h"
#include "know/people.h"

/* Fills in people->actors and the mentions of every document. */
void actors_make(const struct candidate_list *documents, uint32_t count, struct group *,
	struct people *, struct arena *);

#endif
