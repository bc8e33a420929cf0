#ifndef DEPECHE_STORE_QUERY_STORY_H
#define DEPECHE_STORE_QUERY_STORY_H

/*
 * A story as a filter.  It is named by the path of its first article, so that it lasts from epoch
 * to epoch; its label is the title of the article that is most like the others.
 */

#include "store/query.h"

struct clause query_story(const struct epoch *, article_id, struct arena *);

#endif
