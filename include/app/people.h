#ifndef DEPECHE_APP_PEOPLE_H
#define DEPECHE_APP_PEOPLE_H

/*
 * The picker of people: every form of every name, matched by some of its letters.  Private to
 * the floor.
 */

#include "app/app.h"

/* Keeps what is picked from in step with the epoch, while the picker is open. */
void people_arrange(struct app *);
/* Opens the picker. */
void people_pick(struct app *, enum picking);
/* The keys that move in the picker; false for those that edit what is typed. */
bool people_key(struct app *, uint32_t key);

/* Its first match on the screen, where so many rows are for them. */
uint32_t people_top(const struct app *, int rows);

/* The picker's prompt. */
void people_edited(struct app *);
void people_accepted(struct app *);
void people_cancelled(struct app *);

#endif
