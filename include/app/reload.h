#ifndef DEPECHE_APP_RELOAD_H
#define DEPECHE_APP_RELOAD_H

/*
 * The same archive read again: its articles have other ids, and are recognised by their paths.
 * Private to the floor.
 */

#include "app/app.h"

/* How the new epoch differs from the present one. */
struct reload_news {
	uint32_t fresh;    /* articles of files that were not there */
	bool is_different; /* anything at all came, went or changed */
};

/* Every id of the state, from the ids of the present epoch to those of the new one; both must be
 * valid.  An article is recognised by its file and its bytes, one that changed by its file and
 * which of the file's articles it is.  Those that are gone become ARTICLE_NONE. */
struct reload_news reload_ids(struct app *, const struct epoch *fresh);

/* The same where the articles keep their ids, as far as they are still here, and others come behind
 * them. */
void reload_gone(struct app *, const struct epoch *fresh);

/* Whether the archive is on the screen and is being read once more. */
bool reload_goes_on(const struct app *);
/* Whether it is being read for the first time, and stopping would leave something to show. */
bool reload_is_first(const struct app *);

#endif
