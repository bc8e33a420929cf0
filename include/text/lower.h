#ifndef DEPECHE_TEXT_LOWER_H
#define DEPECHE_TEXT_LOWER_H

/*
 * Words in small letters with their accents, as a stemmer wants them.  For comparing, fold.
 */

#include "base/arena.h"

/* Letter by letter: a capital that becomes two small letters stays one.  Total: bad bytes become
 * U+FFFD.  Source: Unicode simple case mapping. */
struct span lower(struct span word, struct arena *arena);

#endif
