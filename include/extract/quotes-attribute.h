#ifndef DEPECHE_EXTRACT_QUOTES_ATTRIBUTE_H
#define DEPECHE_EXTRACT_QUOTES_ATTRIBUTE_H

/*
 * The voices of all quotations of a passage: the cue behind a quotation, before it, that of its
 * neighbour, one further on, one inside its marks, else a subject beside it.  For extract/quotes
 * alone.
 */

#include "extract/quotes-refer.h"

/* before: whose words the passage goes on with where it begins with a quotation; may be nobody's.
 * Fills in the voices of the passage. */
void attribute_all(struct refer *, const struct voice *before);

#endif
