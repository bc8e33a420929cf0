#ifndef DEPECHE_KNOW_DATING_WHY_H
#define DEPECHE_KNOW_DATING_WHY_H

/*
 * Why an article is dated as it is, in a sentence for its reader.  For know/dating alone.
 */

#include "know/dating-stated.h"

/* reasons: a bit for each enum year_reason that spoke for the year, 0 when it is stated; year: 0
 * when it is not known.  A constant or in the arena. */
const char *dating_why(
	const struct article *, const struct stated *, int year, unsigned reasons, struct arena *);

#endif
