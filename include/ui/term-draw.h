#ifndef DEPECHE_UI_TERM_DRAW_H
#define DEPECHE_UI_TERM_DRAW_H

/* The colours of a terminal that is being opened; drawing itself is term_draw.  Private to term. */

#include "ui/term.h"

/* What this terminal can show of the themes. */
void term_choose_colours(struct terminal *, bool no_colour);

#endif
