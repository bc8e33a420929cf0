#ifndef DEPECHE_EXTRACT_NAMES_BESIDE_H
#define DEPECHE_EXTRACT_NAMES_BESIDE_H

/*
 * What stands beside a stretch of capitalised words and speaks for or against its being a
 * person: functions, nationalities, ages, verbs of saying; articles, and things that are named
 * after persons.  Places are tokens, a name is [start, end).
 */

#include "extract/names-token.h"

bool beside_small(struct stretch *, int64_t place); /* a word without a capital */
/* An article stands there: "le Kremlin", "les Clinton" are no persons. */
bool beside_article(struct stretch *, int64_t place);
/* "le président X", "le ministre russe X", "le Russe X"; with names of several words also "le
 * ministre de la Justice, X Y". */
bool beside_role_before(struct stretch *, int64_t start, bool long_name);
/* "X, ministre de…", "X, l'ancien ministre". */
bool beside_role_after(struct stretch *, int64_t end);
/* "X Y, 25 ans", "X Y (25 ans)". */
bool beside_age(struct stretch *, int64_t end);
/* "a déclaré X", "déclare X" after a quotation, "X a déclaré", "selon X Y". */
bool beside_speech(struct stretch *, int64_t start, int64_t end);
/* Romance languages write "le Russe X" with a noun, and offices small; elsewhere an adjective or
 * an office with a capital may stand before anything. */
bool beside_romance(const struct stretch *);
/* "et", "and", "und"… */
bool beside_and(struct stretch *, int64_t place);

#endif
