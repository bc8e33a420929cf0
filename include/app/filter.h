#ifndef DEPECHE_APP_FILTER_H
#define DEPECHE_APP_FILTER_H

/*
 * Changing the filter.  Every change can be undone, is a visit of the history, and lets the kept
 * article go, as the filter is applied anew.  Private to the floor.
 */

#include "app/app.h"

void filter_apply(struct app *, const struct query *);
/* The same for a query that was undone: it does not go onto the undo stack. */
void filter_restore(struct app *, const struct query *);
/* Chooses a value, or leaves it out, or clears it where that is so already.  A day, a source, a
 * language takes the place of the one that was chosen before. */
void filter_toggle(struct app *, struct clause, bool exclude);

/* Switches a chip off or on. */
void filter_switch(struct app *, uint32_t index);

/* Adds a value to what is chosen; says so where it is already. */
void filter_add(struct app *, struct clause);

/* Adds what the words ask for; the live filter is opened where there are none.  Fails: what
 * query_read says. */
enum err filter_command(struct app *, struct span words, struct query_fault *wrong);

/* The prompt of the live filter: Ctrl-S keeps the filter and asks for a name to save it by. */
bool filter_key(struct app *, uint32_t key);
void filter_edited(struct app *);
void filter_accepted(struct app *);
void filter_cancelled(struct app *);

#endif
