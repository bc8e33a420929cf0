#ifndef DEPECHE_TEXT_SOUND_H
#define DEPECHE_TEXT_SOUND_H

/*
 * The spellings of half a dozen languages brought to one form: the second half of script_key.
 */

#include "base/arena.h"

/*
 * The key of a word that is written as sounds (script-table.h): small Latin letters as they are
 * spelt, in whichever language, capitals where a letter of another script leaves no doubt.
 * slavic and german say in which manner the ambiguous ones (io, j, u) are to be read.
 */
struct span sound_key(struct span sounds, bool slavic, bool german, struct arena *arena);

#endif
