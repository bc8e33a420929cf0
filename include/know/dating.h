#ifndef DEPECHE_KNOW_DATING_H
#define DEPECHE_KNOW_DATING_H

/*
 * On which day each article was published.  What a stamp does not state (year, month, day) is
 * worked out from what the article says (weekday and day must fit, dates mentioned with their
 * year) and from its neighbours in the archive (shared days, people and rare words).  Where
 * nothing tells, the day is unknown: never today's.
 */

#include "extract/evidence.h"
#include "text/calendar.h"

struct published {
	int32_t day;                  /* first day of what is known; DAY_NONE: unknown */
	enum day_precision precision; /* year, month or day */
	int minute;                   /* of the day; -1: not stated */
	enum origin from;
	bool year_inferred; /* the year is not in the text */
	bool day_inferred;  /* the day is not in a date line */
	struct extent at;   /* what it was read from; none when it was not in the text */
	/* For the reader who asks why: "the date line says “…”", no full stop; in the arena. */
	const char *why;
};

/* today: no article is dated after it by inference; DAY_NONE where it must not matter.
 * Depends on the set of documents only. */
void dating_make(const struct document *documents, uint32_t count, int32_t today,
	struct published *published, struct arena *);

#endif
