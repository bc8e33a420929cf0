#ifndef DEPECHE_ARTICLE_NEWSBOAT_H
#define DEPECHE_ARTICLE_NEWSBOAT_H

/*
 * The cache of newsboat (or newsbeuter): an SQLite database of the entries of many feeds.  It is
 * read from a copy of its bytes, so that a newsboat that is running is not disturbed and nothing is
 * ever written; what the database could do by itself (triggers, views, functions) is switched off,
 * and how long it may work is limited by its size.  Entries that were deleted are left out.
 *
 * Other SQLite databases are recognised, to be refused by name.
 */

#include "article/format.h"

extern const struct format newsboat_format;

#endif
