#ifndef DEPECHE_UI_STATUS_HINTS_H
#define DEPECHE_UI_STATUS_HINTS_H

/*
 * The keys that matter most where one is, in the status line: a table for each pane and overlay,
 * of which as many are shown as there is room for; in time each of them is.
 */

#include "ui/view.h"

/* Between two columns of the area. */
void status_hints_draw(const struct app *, struct canvas *, struct area, int col, int end);

#endif
