#ifndef DEPECHE_UI_STATUS_PROMPT_H
#define DEPECHE_UI_STATUS_PROMPT_H

/*
 * The line that is typed, in the place of the status line, and in the row above it what is offered
 * or what is wrong, pointing at the place.
 */

#include "ui/view.h"

/* As much of the line as there is room for before column end. */
void status_prompt_draw(const struct app *, struct canvas *, struct area, int end);
/* What it has found so far, at its right; "". */
const char *status_prompt_found(const struct app *, struct arena *);

#endif
