#ifndef DEPECHE_KNOW_PEOPLE_RESOLVE_H
#define DEPECHE_KNOW_PEOPLE_RESOLVE_H

/*
 * Whom each candidate name of a document means: a full name its person; a surname the person of
 * that name whom the document named last before it, else first after it, else the archive's only
 * bearer, else, with a title or a function beside it, somebody known by the surname alone.
 */

#include "know/people-group.h"

/* A candidate that does not lie in furniture. */
struct candidate {
	const struct name_mark *mark;
	uint32_t form;
	uint32_t person; /* PERSON_NONE: nobody */
	uint32_t usage;  /* of a person: see know/people-usage.h */
	struct tie tie;  /* of a person: why it is that one */
};

VEC_OF(struct candidate, candidate_list);

/* The candidates of a document, with their forms; nothing is resolved yet. */
struct candidate_list candidates_of(
	const struct document *, const uint8_t *kinds, struct forms *, struct arena *);
/* Makes persons of the full names that something speaks for. */
void candidates_support(const struct candidate_list *, struct forms *, struct group *);
/* Fills in the persons.  After group_join. */
void candidates_resolve(struct candidate_list *, struct group *);

#endif
