#ifndef DEPECHE_APP_CORRECTING_H
#define DEPECHE_APP_CORRECTING_H

/*
 * Putting right what Depeche made of an article: what can be, in an overlay with today's values;
 * a prompt for the right one; a line in the corrections file (depeche-corrections(5)), after
 * which the archive is read again.  Private to the floor, but for the label.
 */

#include "app/app.h"

/* "…/depeche/corrections" in the data folder; null where there is no such folder. */
const char *corrections_file_path(struct arena *);

/* What can be put right now: lines of the overlay, and as many things beside them. */
void correcting_lines(struct app *, struct why *);
/* Asks for the right value of the thing under the cursor, or carries out what needs none. */
void correcting_choose(struct app *);
void correcting_restore(struct app *, const struct change *);

/* Before the prompt: "Day of publication ". */
const char *correcting_label(const struct app *);
void correcting_edited(struct app *);
void correcting_accepted(struct app *);
void correcting_cancelled(struct app *);

#endif
