#ifndef DEPECHE_EXTRACT_DAYS_H
#define DEPECHE_EXTRACT_DAYS_H

/*
 * Days as a text writes them, not yet placed in time: weekdays, days of a month, months, years,
 * in the languages of text/calendar.h.
 */

#include "extract/evidence.h"
#include "extract/words.h"

void days_extract(const struct article_words *, struct day_marks *, struct arena *);

#endif
