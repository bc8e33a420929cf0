#ifndef DEPECHE_TEXT_FOLD_H
#define DEPECHE_TEXT_FOLD_H

/*
 * Text as it is compared: case and accents away, œ → oe, æ → ae, ß → ss, typographic
 * apostrophes and hyphens plain, compatibility forms resolved (full-width letters, ligatures).
 * Letters of other scripts lose their case and their marks (ё → е, й → и).  Latin letters by
 * table, the rest by libunistring.
 */

#include "base/arena.h"

/* Total: a bad byte folds to U+FFFD.  Invisible signs (the soft hyphen, joiners, direction marks)
 * go; vowel signs, which some scripts write as marks, stay; dashes count as hyphens.
 * Source: Unicode case folding and NFKD, accents removed by their combining class. */
struct span fold(struct span text, struct arena *arena);
/* The same for one code point: up to 8 code points into out; how many. */
int fold_point(uint32_t point, uint32_t out[8]);

/* The first stretch of text at or after start that folds to the folded needle, on code point
 * boundaries, accents that follow it included; false when there is none or the needle is empty.
 * Cost: the text, times the needle's length where it repeats itself. */
bool fold_find(struct span text, struct span folded, size_t start, struct extent *hit);

#endif
