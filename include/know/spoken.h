#ifndef DEPECHE_KNOW_SPOKEN_H
#define DEPECHE_KNOW_SPOKEN_H

/*
 * The days that an article speaks of, as days of the calendar: what its marks mean for somebody
 * who writes on the day of publication.  News looks back, so a bare weekday is the latest one
 * and a bare month the nearest, rather past than to come, unless the verb says otherwise.  What
 * cannot be told (the day of publication is unknown) is left out.
 *
 * Weeks begin on Monday.  The beginning, middle and end of a month are its days 1-10, 11-20 and
 * the rest; of a year its first quarter, May to August, its last quarter.  Seasons change on the
 * 21st of March, June, September and December; a century begins with its year 1.
 */

#include "extract/evidence.h"
#include "know/dating.h"

enum day_how {
	DAY_STATED,         /* the text says all of it */
	DAY_FROM_PUBLISHED, /* counted from the day of publication */
	DAY_FROM_BEFORE     /* counted from the day spoken of before */
};

struct day_spoken {
	struct extent at;
	int32_t from, to; /* both are meant; years 1 to 9999 */
	enum day_how how;
	int32_t base; /* the day that it was counted from; DAY_NONE when it is stated */
};

struct days_spoken {
	struct day_spoken *at; /* in order of their start */
	uint32_t count;
};

/* kinds: the lines' kinds after know/furniture; marks in furniture are left out.
 * Cost: linear in the marks. */
void spoken_make(const struct document *, const uint8_t *kinds, const struct published *,
	struct days_spoken *, struct arena *);

#endif
