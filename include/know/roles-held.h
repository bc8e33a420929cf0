#ifndef DEPECHE_KNOW_ROLES_HELD_H
#define DEPECHE_KNOW_ROLES_HELD_H

/*
 * Functions that are read beside the name of somebody who is known, on their way to roles.  For
 * know/roles alone.
 */

#include "base/map.h"
#include "know/roles.h"

/* A function beside a mention. */
struct held {
	const struct role_mark *mark;
	uint64_t key; /* of the function's head and words, and whether it is a former one */
	uint32_t document, actor;
	int32_t day;
	const struct role_reading *reading; /* once there are any */
};

VEC_OF(struct held, held_list);

/* What all steps work on. */
struct holding {
	const struct document *documents;
	const uint8_t *const *kinds;
	const struct published *published;
	uint32_t count;
	struct people *people;
	struct held_list list; /* in the order of documents and marks, until roles_hold */
	struct arena *arena;
	struct arena *scratch;
};

uint64_t role_mark_key(const struct role_mark *);
/* Whether every word of a stands in b. */
bool role_mark_within(const struct role_mark *a, const struct role_mark *b);
/* The marks of a document that do not lie in furniture; free, in the scratch arena. */
const struct role_mark **roles_of(const struct holding *, uint32_t document, uint32_t *count);

/* Fills the list, and gives the actors their roles. */
void roles_hold(struct holding *);
/* Gives the documents their mentions by function. */
void roles_name(struct holding *);

#endif
