#ifndef DEPECHE_APP_SAVED_H
#define DEPECHE_APP_SAVED_H

/*
 * Filters that were given a name: saved, listed with how many articles each finds, taken up
 * again, dropped.  Private to the floor, but for the rows (app.saved_rows).
 */

#include "app/app.h"

/* Brings app.saved_rows up to date. Cost: each filter once for every epoch, and all of them when
 * one changes. */
void saved_arrange(struct app *);

/* Saves the filter of the screen; what had that name can be had back by undoing.
 * Fails: ERR_USAGE (no filter, no name), ERR_ABSENT (no journal), ERR_IO. */
enum err saved_save(struct app *, struct span name, struct fault *why);
/* Makes it the filter of the screen.  Fails: ERR_ABSENT (no filter of that name), what query_read
 * says. */
enum err saved_use(struct app *, struct span name, struct fault *why);
/* Fails: ERR_ABSENT, ERR_IO. */
enum err saved_drop(struct app *, struct span name, struct fault *why);
void saved_restore(struct app *, const struct change *);

/* The prompt that asks for a name. */
void saved_open(struct app *);
void saved_edited(struct app *);
void saved_accepted(struct app *);
void saved_cancelled(struct app *);

#endif
