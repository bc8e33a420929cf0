#ifndef DEPECHE_STORE_EPOCH_STORIES_H
#define DEPECHE_STORE_EPOCH_STORIES_H

/*
 * Which articles of an epoch are one story, and which are versions of one text.  A story has the
 * number of its first article, which means the same as long as the archive does.
 */

#include "know/stories.h"
#include "store/epoch.h"

/* All of them: by number, rising; articles by their ids. */
const struct stories *epoch_stories(const struct epoch *);
/* The article's story; null when it stands alone. */
const struct story *epoch_story(const struct epoch *, article_id);
/* How many articles have the same text, itself among them. */
uint32_t epoch_versions(const struct epoch *, article_id);
/* How many in a hundred of the words of both stand in runs that both have. */
uint32_t epoch_same_text(const struct epoch *, article_id, article_id);

#endif
