#ifndef DEPECHE_ARTICLE_FEED_ENTITIES_H
#define DEPECHE_ARTICLE_FEED_ENTITIES_H

/*
 * Feeds that were written as if they were pages: "&eacute;", which XML does not know, becomes its
 * letter, and an "&" that begins nothing stands for itself.  Entities that a file declares are not
 * looked at.  Private to the floor.
 */

#include "base/arena.h"

/* Owns: in the arena, or the text itself where nothing had to change.  Cost: linear. */
struct span feed_entities_known(struct span text, struct arena *);

#endif
