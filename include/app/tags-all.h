#ifndef DEPECHE_APP_TAGS_ALL_H
#define DEPECHE_APP_TAGS_ALL_H

/*
 * The same tag for all that the list shows, folded stories too: given or taken away by the prompt
 * of tags.h, undone as one.  Private to the floor.
 */

#include "app/app.h"

/* Which files got a tag, or lost it. */
struct tags_change;

void tags_all_open(struct app *);
void tags_all_open_away(struct app *);
void tags_all_accepted(struct app *);

/* Undoes such a change. */
void tags_all_restore(struct app *, const struct change *);

#endif
