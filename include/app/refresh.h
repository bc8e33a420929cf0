#ifndef DEPECHE_APP_REFRESH_H
#define DEPECHE_APP_REFRESH_H

/*
 * Bringing what is shown up to date with the state.  Each part compares what it was made for
 * with what is so now, and is made anew only where they differ; a handler may therefore ask for
 * it whenever it needs to know what its change has led to.  Private to the floor.
 */

#include "app/app.h"

void refresh(struct app *);

#endif
