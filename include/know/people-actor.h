#ifndef DEPECHE_KNOW_PEOPLE_ACTOR_H
#define DEPECHE_KNOW_PEOPLE_ACTOR_H

/*
 * Persons as the reader sees them: a name to show, a key, all forms, counts, an order.
 */

#include "know/people-cast.h"
#include "know/people.h"

/* Fills in people->actors and the mentions of every document.  lists: the candidates of each
 * document, resolved. */
void actors_make(struct candidate_list *lists, const struct document *documents, uint32_t count,
	const struct group *, const struct people_beside *, struct people *, struct arena *);

#endif
