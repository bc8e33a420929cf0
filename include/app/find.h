#ifndef DEPECHE_APP_FIND_H
#define DEPECHE_APP_FIND_H

/*
 * Finding in a pane: in the text, in the titles of the list; narrowing a section of the sidebar
 * or the help.  Private to the floor.
 */

#include "app/app.h"

/* The next title that holds what was searched in the list; step: 1 down, -1 up. */
void find_title(struct app *, int step);

/* The prompts PROMPT_FIND and PROMPT_NARROW. */
void find_edited(struct app *);
void find_accepted(struct app *);
void find_cancelled(struct app *);
void narrow_edited(struct app *);
void narrow_accepted(struct app *);
void narrow_cancelled(struct app *);

#endif
