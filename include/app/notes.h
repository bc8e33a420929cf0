#ifndef DEPECHE_APP_NOTES_H
#define DEPECHE_APP_NOTES_H

/*
 * The reader's notes on articles, written in an editor of theirs.  Private to the floor.
 */

#include "app/app.h"

/* The note on an article; empty: none. */
struct span notes_of(const struct app *, struct digest);
/* before: what the note was, null for none.  Fails: what journal_set_note says. */
enum err notes_set(
	struct app *, struct digest, const char *before, struct span text, struct fault *why);
void notes_restore(struct app *, const struct change *);

#endif
