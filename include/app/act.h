#ifndef DEPECHE_APP_ACT_H
#define DEPECHE_APP_ACT_H

/*
 * Doing actions, by key and by name, where they can be done now.  Private to the floor.
 */

#include "app/app.h"

/* Whether the action means anything now: an overlay leaves only few. */
bool act_is_allowed(const struct app *, enum action);
/* Does what a key means, or says that it means nothing here. */
void act_by_key(struct app *, uint32_t key);

#endif
