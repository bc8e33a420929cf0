#ifndef DEPECHE_EXTRACT_ROLES_BESIDE_H
#define DEPECHE_EXTRACT_ROLES_BESIDE_H

/*
 * Whose name stands in apposition to a function: right behind it, behind a comma, before a comma,
 * or as the subject of "est".  For extract/roles alone.
 */

#include "extract/roles-phrase.h"

struct role_beside {
	const struct name_mark *holder; /* null: none */
	bool named; /* what looks like a name stands there, so that the function is nobody else's */
	bool predicate; /* it is said of somebody, or what somebody becomes */
};

struct role_beside role_beside(const struct role_scan *, const struct role_phrase *);

#endif
