#ifndef DEPECHE_APP_THREADS_H
#define DEPECHE_APP_THREADS_H

/*
 * The list by story: the articles of one story stand together where its first one would stand
 * alone, folded into that row until they are opened.  Private to the floor.
 */

#include "app/app.h"

/* Fills the list anew, in the order of app.ordered; what passes the filter, and the kept one. */
void threads_fill(struct app *);
/* Opens the story that the article is folded in; false when it is in none. */
bool threads_show(struct app *, article_id);

#endif
