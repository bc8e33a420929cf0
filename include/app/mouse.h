#ifndef DEPECHE_APP_MOUSE_H
#define DEPECHE_APP_MOUSE_H

/*
 * The mouse, where it is switched on: a click selects, another one on the same row opens, the
 * wheel scrolls what it is over.  Chips and the values of the sidebar are chosen by one click.
 * What is where is known from the panes and from the modules that lay out what is in them.
 */

#include <stdint.h>

struct app;

enum mouse_what { MOUSE_OTHER, MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct mouse {
	enum mouse_what what;
	int row, col; /* cells of the screen, from 0 */
};

/* While it is switched off this does nothing. */
void app_mouse(struct app *, struct mouse, int64_t now);

#endif
