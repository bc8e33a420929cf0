#ifndef DEPECHE_ARTICLE_FEED_H
#define DEPECHE_ARTICLE_FEED_H

/*
 * Feeds that were saved: RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom, an article an entry.  Entities
 * that a file declares for itself are not read, nothing outside the file is.
 *
 * Source: RFC 4287; the RSS 2.0 specification of the RSS advisory board; RDF Site Summary 1.0.
 */

#include "article/format.h"

extern const struct format feed_format;

#endif
