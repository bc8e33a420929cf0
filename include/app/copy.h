#ifndef DEPECHE_APP_COPY_H
#define DEPECHE_APP_COPY_H

/*
 * Copying: out of the article that is read into a register of Depeche's own and, where the
 * terminal allows it, into the clipboard.  What is copied has been made harmless.
 */

#include "app/app.h"
#include "app/citation.h"

/* Copies the text, and says so: "copied: the address". */
void copy_text(struct app *, struct span text, const char *what);

/* The command line's :copy. */
enum err copy_command(struct app *, struct span words, struct query_fault *wrong);
void copy_complete(struct app *, struct span words, struct offers *);

#endif
