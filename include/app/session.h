#ifndef DEPECHE_APP_SESSION_H
#define DEPECHE_APP_SESSION_H

/*
 * How an archive was left, and coming back to it: filter, article, order, panes; the place in each
 * article is a mark.  A line each, in words; what cannot be understood, or is not there any
 * longer, is passed over.  Of two terminals the one that is left last is remembered; neither
 * disturbs the other.  Private to the floor, but for session_begin.
 */

#include "app/app.h"

/* The archive's name in the journal; once, before the first epoch.  again: the state is as the
 * archive was left, as far as that does not wait for articles. */
void session_begin(struct app *, const char *archive, bool again);
/* Whatever waits for articles, as soon as they are there; nothing any longer once a key was
 * typed. */
void session_arrange(struct app *);
/* Keeps how it is now. */
void session_end(struct app *);

#endif
