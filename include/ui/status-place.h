#ifndef DEPECHE_UI_STATUS_PLACE_H
#define DEPECHE_UI_STATUS_PLACE_H

/*
 * Where one is, at the right of the status line: which article of how many, of which story, and
 * how far into it; in an overlay how far into that.
 */

#include "ui/view.h"

/* "article 1 of 2 · 42 %"; "". */
const char *status_place(const struct app *, struct arena *);

#endif
