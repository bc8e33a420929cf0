#ifndef DEPECHE_APP_VERSIONS_H
#define DEPECHE_APP_VERSIONS_H

/*
 * The overlay that sets two versions of a story side by side: which two, and the keys that change
 * that.  Private to the floor.
 */

#include "app/app.h"

/* The two texts in rows, while the overlay is open. */
void versions_arrange(struct app *);
/* Leaves for the article on the right. */
void versions_enter(struct app *);

#endif
