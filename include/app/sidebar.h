#ifndef DEPECHE_APP_SIDEBAR_H
#define DEPECHE_APP_SIDEBAR_H

/*
 * The values by which the archive can be narrowed, as rows.  Private to the floor.
 */

#include "app/app.h"

/* Whether the pane is to be shown: where it is only a drawer, it is open while it has the focus. */
bool sidebar_is_wished(const struct app *);
/* Makes the rows, if they are shown; the cursor stays on its value. */
void sidebar_arrange(struct app *);
void sidebar_move(struct app *, int64_t rows);
/* Puts the cursor on a row, or on the nearest one where it can rest. */
void sidebar_go(struct app *, int64_t row);
/* The section under the cursor. */
enum facet sidebar_facet(const struct app *);
/* The person under the cursor; ACTOR_NONE. */
uint32_t sidebar_actor(const struct app *);
/* Shows of a section only what holds the text. */
void sidebar_narrow(struct app *, enum facet, struct span text);

#endif
