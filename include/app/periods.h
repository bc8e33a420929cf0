#ifndef DEPECHE_APP_PERIODS_H
#define DEPECHE_APP_PERIODS_H

/*
 * Articles by the days, months or years in which they were published, or of which they speak:
 * what depeche timeline prints.
 */

#include "app/listing.h"

struct period {
	int32_t from, to; /* both are in it */
	uint32_t articles;
};

/*
 * The periods of a result, the earliest first; none is empty.  An article whose day is not
 * known as finely is in none.  about: by days spoken of instead; an article is then in every
 * period of which it speaks, and what is longer than a period (than a week, by days) is left
 * out.
 */
uint32_t periods_make(const struct epoch *, const struct result *, enum day_precision by,
	bool about, struct period **periods, struct arena *);

/* Appends a row; most: the articles of the fullest period that is shown. */
void periods_row(const struct listing *, const struct period *, enum day_precision by,
	uint32_t most, struct buf *);

#endif
