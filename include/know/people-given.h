#ifndef DEPECHE_KNOW_PEOPLE_GIVEN_H
#define DEPECHE_KNOW_PEOPLE_GIVEN_H

/*
 * Given names that are one name in different languages, or a name and what its bearer is called:
 * Nikolaï and Mykola, Vladimir and Volodymyr, Joseph and Joe.  They join persons who share a
 * surname, and nothing else.
 */

#include <stdint.h>

/* Each string holds the keys (text/script.h) of names that are alike, parted by blanks. */
extern const char *const people_given[];
extern const uint32_t people_given_count;

#endif
