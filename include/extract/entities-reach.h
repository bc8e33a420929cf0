#ifndef DEPECHE_EXTRACT_ENTITIES_REACH_H
#define DEPECHE_EXTRACT_ENTITIES_REACH_H

/*
 * How far the name of an organisation reaches beyond its capitals, in French: adjectives and
 * complements behind it ("Parti socialiste", "Conseil de sécurité des Nations unies"), the kind
 * of body before it ("ministère de l'Intérieur"), and the acronym in parentheses.
 */

#include "extract/names-token.h"

/* Where the name [start, end) begins and ends with its small words. */
int64_t reach_body_start(struct stretch *, int64_t start);
int64_t reach_body_end(struct stretch *, int64_t start, int64_t end);
/* One past the full name whose acronym stands behind it, when its words begin at start; 0 when
 * none does before long. */
int64_t reach_full(struct stretch *, int64_t start);
/* The place of "OMS" when "(OMS)" stands at end and its letters are initials of the words of
 * [start, end); 0 when not. */
int64_t reach_acronym(struct stretch *, int64_t start, int64_t end);

#endif
