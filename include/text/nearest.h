#ifndef DEPECHE_TEXT_NEAREST_H
#define DEPECHE_TEXT_NEAREST_H

/*
 * What somebody may have meant who wrote a word that is none of those wanted.
 *
 * Source: optimal string alignment distance (Damerau 1964), held under a fifth of the word.
 */

#include "base/span.h"

/* How unlike the word is to a candidate; UINT32_MAX when it cannot be meant by it. A word of
 * four bytes and more that begins the candidate counts 1. Words over 24 bytes mean nothing. */
uint32_t nearest_unlike(struct span word, const char *candidate);

#endif
