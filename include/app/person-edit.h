#ifndef DEPECHE_APP_PERSON_EDIT_H
#define DEPECHE_APP_PERSON_EDIT_H

/*
 * Deciding who is who: merge, split, rename, hide, kept in the people file, which is followed at
 * once as the archive is read again.  Private to the floor.
 */

#include "app/app.h"

/* The person of the page and another one are the same. */
void person_merge_with(struct app *, uint32_t other);
/* Takes the line of a decision out of the file again. */
void person_undo(struct app *, const struct change *);

/* The prompt for another name. */
void rename_edited(struct app *);
void rename_accepted(struct app *);
void rename_cancelled(struct app *);

#endif
