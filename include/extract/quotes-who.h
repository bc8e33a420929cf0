#ifndef DEPECHE_EXTRACT_QUOTES_WHO_H
#define DEPECHE_EXTRACT_QUOTES_WHO_H

/*
 * Which phrases can be somebody who speaks, and of what gender: names, functions, nouns of
 * persons and organisations; not "la situation", nor a word that is capitalised because it begins
 * a sentence.  For extract/quotes alone.
 */

#include "extract/quotes-words.h"

/* Whether the phrase of these items can speak. */
bool who_speaks(struct passage *, int64_t first, int64_t end);
/* "Ce dernier", "celle-ci", "l'intéressée": whoever was named last; one past it, or the item. */
int64_t who_last(struct passage *, int64_t item, enum gender *, bool *plural);
/* Whether a word begins its sentence and is no name: "Vient alors …". Reads the article around
 * it, at most WHO_REACH bytes to either side. */
#define WHO_REACH 8192u
bool who_plain(struct passage *, int64_t item);
/* What the noun behind a determiner tells, where the determiner does not ("l'avocate"). */
enum gender who_gender(struct passage *, int64_t first);

#endif
