#ifndef DEPECHE_KNOW_CORRECTED_H
#define DEPECHE_KNOW_CORRECTED_H

/*
 * What the reader put right of who is meant and who speaks (article/correct.h), carried out on
 * what the rules found.  A correction holds for every place of its article that has its words.
 * Each costs nothing where nobody corrected anything.
 */

#include "know/speakers.h"

/* After people_make: names mean whom the reader says, a person whom the archive does not name
 * otherwise among them; counts and order are made anew. */
void corrected_names(const struct document *, uint32_t count, struct people *, struct arena *);
/* After roles_make: so do functions. */
void corrected_roles(const struct document *, uint32_t count, struct people *, struct arena *);
/* After speakers_make: so do quotations; who is nobody of the archive's people is named as an
 * organisation is. */
void corrected_quotes(
	const struct document *, uint32_t count, const struct people *, struct quotations *of_each);

#endif
