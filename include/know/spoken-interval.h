#ifndef DEPECHE_KNOW_SPOKEN_INTERVAL_H
#define DEPECHE_KNOW_SPOKEN_INTERVAL_H

/*
 * Stretches of days: the calendar's units and their parts, and how far apart they lie.  For
 * know/spoken alone.
 */

#include "extract/evidence.h"
#include "text/calendar.h"

struct interval {
	int32_t from, to; /* both are in it; from is DAY_NONE: none */
};

extern const struct interval interval_none;

bool interval_is(struct interval);
struct interval interval_day(int32_t day);
/* The month (1-12) of the year, the year for month 0. */
struct interval interval_month(int year, int month);
/* The unit that holds the day, moved by shift units. */
struct interval interval_unit(enum day_unit, int32_t day, int shift);
/* The quarter, half or season that is named, of the year; the century. */
struct interval interval_named(enum day_unit, int which, int year);
/* "début", "mi-", "fin" of a month or a year; longer and shorter ones stay whole. */
struct interval interval_part(struct interval, enum day_part);
/* Days from the day to the interval: below 0 when it is over, 0 inside. */
int32_t interval_distance(struct interval, int32_t day);

#endif
