#ifndef DEPECHE_ARTICLE_PLAIN_H
#define DEPECHE_ARTICLE_PLAIN_H

/*
 * Text dumps: one article a file, whatever its encoding.  It takes every file that is text and
 * no table (rows of fields between tabs), so it stands last in the table of formats.
 */

#include "article/format.h"

extern const struct format plain_format;

/* Fails: ERR_ABSENT (nothing but blanks), ERR_LIMIT (offsets or lines do not fit). */
enum err plain_read(struct span bytes, const char *path, struct vocabulary *, struct arena *,
	struct article_list *, struct fault *why);

#endif
