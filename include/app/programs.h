#ifndef DEPECHE_APP_PROGRAMS_H
#define DEPECHE_APP_PROGRAMS_H

/*
 * Asking for the user's own programs: editor ($VISUAL, $EDITOR), pager ($PAGER), browser
 * ($BROWSER), and a line for the shell ($SHELL).  The screen runs what was asked for after the
 * key (ui/loop): the terminal is handed over and taken back, and whoever asked is told.  What is
 * asked for last holds.  Private to the floor.
 */

#include "app/app.h"

typedef void programs_ended(struct app *, const struct child_end *);

/* Says why, where a program failed. For those who want to know nothing else. */
void programs_tell(struct app *, const struct child_end *);

/* The file is changed in the editor. */
void programs_edit(struct app *, const char *path, programs_ended *);
/* The text is shown in the pager; it is made harmless before. */
void programs_page(struct app *, struct span text);
/* The address is opened in the browser; only http and https are. */
void programs_browse(struct app *, struct span address);
/* The text is fed to the line; what comes out is shown: one line in the status line, more in the
 * pager. */
void programs_pipe(struct app *, struct span text, struct span line);

/* A copy that is harmless, line by line: for whatever leaves. */
struct span programs_clean(struct span text, struct arena *);

#endif
