#ifndef DEPECHE_APP_RELOAD_H
#define DEPECHE_APP_RELOAD_H

/*
 * The same archive read again: its articles have other ids, and are recognised by their paths.
 * Private to the floor.
 */

#include "app/app.h"

/* Every id of the state, from the ids of the present epoch to those of the new one; both must be
 * valid.  Articles that are gone become ARTICLE_NONE. */
void reload_ids(struct app *, const struct epoch *fresh);

/* Whether the archive is on the screen and is being read once more. */
bool reload_goes_on(const struct app *);

#endif
