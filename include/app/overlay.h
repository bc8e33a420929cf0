#ifndef DEPECHE_APP_OVERLAY_H
#define DEPECHE_APP_OVERLAY_H

/*
 * What lies over the panes and is read, then closed: help, problems, why.  Private to the floor.
 */

#include "app/app.h"

/* The lines of an open overlay, for the present epoch, and their rows. */
void overlay_arrange(struct app *);
/* Opens one, or closes it when it is the one that is open. */
void overlay_open(struct app *, enum overlay);
/* Over a person's page that is what closing goes back to. */
void overlay_close(struct app *);
/* Nothing lies over the panes any longer. */
void overlay_leave(struct app *);
/* Scrolls by rows; "why" moves by reasons. */
void overlay_move(struct app *, int64_t rows);
/* Goes to the text that the reason under the cursor was read from; other overlays close. */
void overlay_enter(struct app *);
/* Goes to a place of an article, or to its beginning, with nothing over it. */
void overlay_go(struct app *, article_id, struct extent place);

#endif
