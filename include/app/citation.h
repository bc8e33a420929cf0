#ifndef DEPECHE_APP_CITATION_H
#define DEPECHE_APP_CITATION_H

/*
 * An article as others cite it, in one of a few named styles.  What is not known is left out;
 * what was worked out and is not stated (a day, a title that is the lead) stands in square
 * brackets, as it does in print.
 */

#include "base/buf.h"
#include "store/epoch.h"

enum citation_style {
	CITATION_PLAIN,
	CITATION_APA,
	CITATION_CHICAGO,
	CITATION_MARKDOWN,
	CITATION_BIBTEX,
	CITATION_COUNT
};

const char *citation_name(enum citation_style); /* "apa" */
/* CITATION_COUNT when no style is called so. */
enum citation_style citation_named(struct span name);
/* Appends it, harmless, without a line feed at its end. */
void citation_add(const struct epoch *, article_id, enum citation_style, struct buf *);

#endif
