#ifndef DEPECHE_KNOW_PEOPLE_JOIN_H
#define DEPECHE_KNOW_PEOPLE_JOIN_H

/*
 * Which persons of one surname are one: where a name tells less than another (no gender, no middle
 * initial, an initial only, an ending of a case, letters of another script) and only one other
 * fits it.  Looks at the set of them, never at the order in which they came.
 */

#include "know/people-group.h"

/* Joins among the persons of the family whose chain begins at first. */
void join_family(struct group *, uint32_t first, struct arena *scratch);
/* Whose name tells no gender is the only person of that name whose gender is known. */
void join_gender(struct group *, uint32_t person);

#endif
