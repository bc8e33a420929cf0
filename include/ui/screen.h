#ifndef DEPECHE_UI_SCREEN_H
#define DEPECHE_UI_SCREEN_H

/*
 * The whole screen: which views lie where, and the rules between them.  The rule above the pane
 * that has the focus is heavy.
 */

#include "app/app.h"
#include "ui/canvas.h"

void screen_draw(const struct app *, struct canvas *);

#endif
