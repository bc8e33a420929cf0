#ifndef DEPECHE_APP_MENU_H
#define DEPECHE_APP_MENU_H

/*
 * A question in the status line that one key answers: a title, and a few choices with a letter
 * each.  Any other key takes the question away and does nothing.
 */

#include <stdint.h>

struct app;

struct menu_choice {
	uint32_t key;      /* as it is typed; 0 ends the choices */
	const char *words; /* "citation" */
	void (*chosen)(struct app *);
};

struct menu {
	const char *title; /* "Copy" */
	const struct menu_choice *choices;
};

void menu_open(struct app *, const struct menu *);
/* A key while a menu is open, which it closes. */
void menu_key(struct app *, uint32_t key);

#endif
