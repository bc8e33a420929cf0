#ifndef DEPECHE_ARTICLE_FEED_PARTS_H
#define DEPECHE_ARTICLE_FEED_PARTS_H

/*
 * What the elements of feeds are for, by their names and by whose names these are: many feeds mix
 * in those of players, maps and shops, which mean other things.  Private to the floor.
 */

#include <stdbool.h>

enum feed_part {
	FEED_NONE,
	FEED_TITLE,
	FEED_LINK,
	FEED_ID,
	FEED_PUBLISHED,
	FEED_UPDATED,
	FEED_SUMMARY,
	FEED_CONTENT,
	FEED_AUTHOR,
	FEED_CATEGORY,
	FEED_SOURCE,
	FEED_LANGUAGE
};

struct _xmlNode; /* libxml2's */

/* By its name alone, whosever it is. */
bool feed_is_named(const struct _xmlNode *, const char *name);

enum feed_part feed_part_of(const struct _xmlNode *);

#endif
