#ifndef DEPECHE_APP_EXPORT_H
#define DEPECHE_APP_EXPORT_H

/*
 * Articles as JSON objects, a line each: the exchange format of depeche-export.  Keys are always
 * all there; what is unknown is null or [].  Offsets are bytes into "text", half open.  Nothing is
 * changed for the sake of a terminal: whatever could harm one is written as a JSON escape, which
 * reads back as it was.
 */

#include "base/buf.h"
#include "store/epoch.h"

#define EXPORT_RELATED_LIMIT 10u

/* Appends one article as a JSON object and a line feed. Cost: that of epoch_related. */
void export_article(const struct epoch *, article_id, struct buf *);
/* A string in quotation marks, escaped as JSON wants it; bytes that are no UTF-8 as U+FFFD. */
void export_string(struct buf *, struct span);
/* The same, but null for an empty one. */
void export_known(struct buf *, struct span);

/* The values of keys that stand in several formats. */
void export_title(struct buf *, const struct article *);
void export_published(struct buf *, const struct published *);
void export_people(struct buf *, const struct epoch *, const struct facts *); /* names */
/* {"path", "score", "why"} of an article that is related to id. */
void export_related(struct buf *, const struct epoch *, article_id, const struct related_article *);

#endif
