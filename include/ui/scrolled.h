#ifndef DEPECHE_UI_SCROLLED_H
#define DEPECHE_UI_SCROLLED_H

/*
 * How far one has read in what lies over the panes, and in the sidebar.  Private to the floor.
 */

#include "app/app.h"

/* "42 %": what has been on the screen of the help, of answers, of two versions, of the column of a
 * person's page that the cursor is in; where nothing lies over the panes, of the sidebar; "" where
 * all of it is there at once. */
const char *scrolled_share(const struct app *, struct arena *);
/* Rows of the longest column of the help. */
uint32_t scrolled_help_rows(const struct app *, int cols, struct arena *);
/* Rows of two versions for which there is room under their heads. */
uint32_t scrolled_sides_shown(const struct app *, struct arena *);

#endif
