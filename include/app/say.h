#ifndef DEPECHE_APP_SAY_H
#define DEPECHE_APP_SAY_H

/*
 * Words for the status line, until the next key.  Private to the floor.
 */

#include "app/app.h"

/* What does not fit is cut between two characters. */
void say(struct app *, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
