#ifndef DEPECHE_UI_TERM_DRAW_H
#define DEPECHE_UI_TERM_DRAW_H

/*
 * What drawing needs to know of a terminal: its colours, and what it shows already.  Drawing itself
 * is term_draw.  Private to the floor.
 */

#include "ui/term.h"

/* What this terminal can show of the themes. */
void term_choose_colours(struct terminal *, bool no_colour);
/* The size may have changed meanwhile: what was drawn last counts no longer. */
void term_forget(struct terminal *);

#endif
