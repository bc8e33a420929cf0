#ifndef DEPECHE_KNOW_PEOPLE_CAST_H
#define DEPECHE_KNOW_PEOPLE_CAST_H

/*
 * The reader's decisions carried out: they win over what the rules found.
 */

#include "know/people-rules.h"
#include "know/people-usage.h"

/* Joins the persons of a group whom the reader merges by their full names, so that their surname
 * has one bearer.  Before surnames are resolved.  No line behind a split is looked at: it may mean
 * what the split made. */
void cast_early(struct group *, const struct people_rules *, struct arena *scratch);
/* Every line in its order.  Cost: linear in the spellings and the names of the lines, but for
 * persons with very many spellings of which many are split off. */
void cast_usages(struct usages *, const struct people_rules *);

#endif
