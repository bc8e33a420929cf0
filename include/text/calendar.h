#ifndef DEPECHE_TEXT_CALENDAR_H
#define DEPECHE_TEXT_CALENDAR_H

/*
 * Days and their names.  A day is a number: days since 1970-01-01, Gregorian for ever in both
 * directions.  Names of months and weekdays are known in French, English, German, Spanish,
 * Italian, Portuguese, Dutch, Polish, Czech, Russian and Ukrainian, in every case of the noun.
 */

#include "base/arena.h"

#include <stdint.h>

#define DAY_NONE INT32_MIN

struct civil {
	int year, month, day; /* 1-12, 1-31 */
};

int32_t day_of(int year, int month, int day); /* DAY_NONE when there is no such day */
struct civil civil_of(int32_t day);
int weekday_of(int32_t day); /* 0 Monday … 6 Sunday */
int days_in_month(int year, int month);

/* Folded words (fold.h); an abbreviation's full stop is left out, an English 's may be there.
 * Abbreviations that are commoner as other words (mon, mer, sun; out) are not taken for days. */
int month_named(struct span folded);   /* 1-12; 0 when it is no month */
int weekday_named(struct span folded); /* 0-6; -1 */

enum day_precision { PRECISION_NONE, PRECISION_YEAR, PRECISION_MONTH, PRECISION_DAY };
/* "2021-01-26", "2021-01", "2021"; "" for DAY_NONE. */
const char *day_iso(int32_t day, enum day_precision, struct arena *);
/* "26 Jan 2021", "Jan 2021", "2021"; all but day_iso in the reader's language (message.h). */
const char *day_short(int32_t day, enum day_precision, struct arena *);
/* "26 January 2021", "January 2021", "2021". */
const char *day_words(int32_t day, enum day_precision, struct arena *);
const char *month_name(int month); /* 1-12: "January", in English */
/* A stretch of days, both ends in it: "Monday 25 January 2021", "16–23 June 2021", "2021",
 * "28 May – 3 June 2021", "July – September 2020". */
const char *days_long(int32_t from, int32_t to, struct arena *);
/* "2021", "2021-01", "2021-01-26" → the days it covers; false when it is no such thing. */
bool day_parse(struct span iso, int32_t *from, int32_t *to, enum day_precision *);

#endif
