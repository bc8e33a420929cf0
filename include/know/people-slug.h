#ifndef DEPECHE_KNOW_PEOPLE_SLUG_H
#define DEPECHE_KNOW_PEOPLE_SLUG_H

/*
 * Keys of people that no locale changes: the name in small ASCII letters, words parted by "-".
 * What differs only in capitals, accents, hyphens or script has the same.
 */

#include "base/map.h"

/* "actor" for a name without a letter that has a Latin one. */
const char *slug_of(struct span name, struct arena *);
/* The slug, or with "-2", "-3"… behind it the first that is not taken; it is taken then. */
const char *slug_take(struct map *taken, const char *slug, struct arena *);

#endif
