#ifndef DEPECHE_APP_TYPED_DAY_H
#define DEPECHE_APP_TYPED_DAY_H

/*
 * A day, month or year as people write it, at the end of a line that is being typed: "5 February
 * 2021", "5 févr.", "Feb 5 2021", "5/2/2021", "2021-02-05", "january 2021", "2021".  Months by
 * name in the languages of text/calendar.h.  Private to the floor.
 */

#include "base/arena.h"

struct typed_day {
	int year, month, day; /* 0: not said */
	size_t start;         /* of the line */
};

/* False where the line does not end in one. */
bool typed_day_read(struct span line, struct typed_day *, struct arena *scratch);
/* "2021-02-05", "2021-02", "2021"; that year where none was said; null where there is no such
 * day. */
const char *typed_day_iso(const struct typed_day *, int year, struct arena *);

#endif
