#ifndef DEPECHE_APP_MARKS_H
#define DEPECHE_APP_MARKS_H

/*
 * Read, starred, and the place in an article, kept by the journal or, without one, until the end
 * of the program.  Private to the floor.
 */

#include "app/app.h"

/* Arms the moment at which the article in the reader counts as read. */
void marks_arrange(struct app *);
/* The article in the reader is read. */
void marks_read_now(struct app *);
/* Says so when the journal could not write it. */
void marks_set(struct app *, struct digest, struct mark);
/* The same, but that filters are not told: marks_tell is to follow. */
void marks_write(struct app *, struct digest, struct mark);
struct mark marks_of(const struct app *, struct digest);

/* Takes up what another terminal has marked meanwhile. */
void marks_look(struct app *);

/* What filters ask (store/own.h) is told what the reader has made of an article, of all that the
 * epoch has, of those whose file has these bytes. */
void marks_tell_of(const struct epoch *, article_id, struct mark);
void marks_tell(const struct app *);
void marks_tell_bytes(const struct app *, struct digest, struct mark);
/* The same where nothing is shown, from the journal of a folder, which is only read; that there is
 * none is no failure.  Fails: ERR_IO, ERR_FORMAT. */
enum err marks_tell_printed(const struct epoch *, const char *folder, struct fault *why);
/* The same of note and tags. */
void marks_tell_words(struct app *, struct digest);

#endif
