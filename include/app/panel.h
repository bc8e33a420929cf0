#ifndef DEPECHE_APP_PANEL_H
#define DEPECHE_APP_PANEL_H

/*
 * The panel of related articles under the reader, with the reasons of each.  They come from the
 * whole archive, whatever the filter.  Private to the floor.
 */

#include "app/app.h"

void panel_arrange(struct app *);
void panel_move(struct app *, int64_t rows);
/* Jumps to the article under the cursor. */
void panel_jump(struct app *);
void panel_close(struct app *);

#endif
