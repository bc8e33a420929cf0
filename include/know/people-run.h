#ifndef DEPECHE_KNOW_PEOPLE_RUN_H
#define DEPECHE_KNOW_PEOPLE_RUN_H

/*
 * Names that were taken for one though they are two, or longer than they are, and names that one
 * article has both whole and cut short.  What the archive has as a name by itself tells.
 */

#include "know/people-resolve.h"

/* "Ana Ruiz Luis Vega" becomes two candidates where both are names of the archive; a genitive
 * ends its name ("Luis Vegas Reise").  Before forms are settled. */
void runs_part(struct candidate_list *lists, const struct document *, uint32_t count,
	struct forms *, struct arena *);
/* Joins "Luis Vega" with "Luis Vega Toro" where an article names both, nobody else is called so,
 * and their genders agree.  After group_join. */
void runs_join(const struct candidate_list *lists, uint32_t count, struct group *);

#endif
