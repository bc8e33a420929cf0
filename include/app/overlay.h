#ifndef DEPECHE_APP_OVERLAY_H
#define DEPECHE_APP_OVERLAY_H

/*
 * What lies over the panes and is read, then closed: help, problems, why.  Private to the floor.
 */

#include "app/app.h"

/* The lines of an open overlay, for the present epoch, and their rows. */
void overlay_arrange(struct app *);
void overlay_close(struct app *);
/* Scrolls by rows; "why" moves by reasons. */
void overlay_move(struct app *, int64_t rows);
/* Goes to the text that the reason under the cursor was read from; other overlays close. */
void overlay_enter(struct app *);

#endif
