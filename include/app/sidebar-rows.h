#ifndef DEPECHE_APP_SIDEBAR_ROWS_H
#define DEPECHE_APP_SIDEBAR_ROWS_H

/*
 * Facets become rows of the sidebar.  Private to the floor.
 */

#include "app/app.h"

/* All rows for the present epoch, query and state of the sidebar, in its arena. */
void sidebar_rows_make(struct app *);

#endif
