#ifndef DEPECHE_APP_SNIPPETS_H
#define DEPECHE_APP_SNIPPETS_H

/*
 * Whether the rows of the list have a second line: where words are searched, with the passage
 * that was found; and where the list stands beside the reader, which leaves it narrow and high.
 * Unless the reader said otherwise, only where the list has room for that.  All rows are as high
 * then, so that titles stay in step.  Private to the floor.
 */

#include "app/app.h"

/* Makes the words that are sought ready, and says how high the rows are. */
void snippets_arrange(struct app *);
/* How many rows of the list are seen whole at a time; 0: the list is not on the screen. */
uint32_t snippets_fit(const struct app *);

#endif
