#ifndef DEPECHE_APP_ARRIVALS_H
#define DEPECHE_APP_ARRIVALS_H

/*
 * What came, changed or went is shown while the archive is still being read again.
 */

#include "app/app.h"

/* The epoch has the new articles behind those of the present one, which keep their ids as far as
 * they are still here; no actor has another number.  The final epoch of another load follows, see
 * app_take. */
void arrivals_take(struct app *, const struct epoch *);

#endif
