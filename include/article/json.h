#ifndef DEPECHE_ARTICLE_JSON_H
#define DEPECHE_ARTICLE_JSON_H

/*
 * Articles that programs saved as JSON: one object, a list of them, a JSON Feed, or an object a
 * line.  Fields are known by the names that Depeche's own export, newspaper4k, trafilatura,
 * news-please and JSON Feed give them.
 *
 * Source: RFC 8259; jsonfeed.org, version 1.1.
 */

#include "article/item-reading.h"

extern const struct format json_format;

bool json_is_object_line(struct span line);
/* Takes the article of a line; open: nothing ends the line, so it may still be in the writing. */
void json_take_line(struct item_reading *, struct span line, bool open);

#endif
