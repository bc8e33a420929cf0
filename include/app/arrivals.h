#ifndef DEPECHE_APP_ARRIVALS_H
#define DEPECHE_APP_ARRIVALS_H

/*
 * New articles are shown while the archive that they came to is still being read again.
 */

#include "app/app.h"

/* The epoch has them behind the articles of the present one, which keep their ids; no actor has
 * another number.  The final epoch of another load follows, see app_take. */
void arrivals_take(struct app *, const struct epoch *);

#endif
