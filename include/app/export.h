#ifndef DEPECHE_APP_EXPORT_H
#define DEPECHE_APP_EXPORT_H

/*
 * Articles as JSON objects, a line each: the exchange format of depeche-export.  Keys are always
 * all there; what is unknown is null or [].  Offsets are bytes into "text", half open.
 */

#include "base/buf.h"
#include "store/epoch.h"

/* Appends one article as a JSON object and a line feed. Cost: that of epoch_related. */
void export_article(const struct epoch *, article_id, struct buf *);
/* A string in quotation marks, escaped as JSON wants it; bytes that are no UTF-8 as U+FFFD. */
void export_string(struct buf *, struct span);

#endif
