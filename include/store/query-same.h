#ifndef DEPECHE_STORE_QUERY_SAME_H
#define DEPECHE_STORE_QUERY_SAME_H

/*
 * Whether what one query found need not be looked for again for another one.
 */

#include "store/query.h"

/* Whether both have the same clauses in the same order, with the same switches. */
bool query_is_same(const struct query *, const struct query *);
/* Whether a clause hangs on what the reader marked, which changes while an epoch does not. */
bool query_hangs_on_marks(const struct query *);

#endif
