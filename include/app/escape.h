#ifndef DEPECHE_APP_ESCAPE_H
#define DEPECHE_APP_ESCAPE_H

/*
 * Text in the languages of others: whatever would mean something there is escaped, whatever
 * could harm a terminal is made a visible mark, and line ends become blanks.
 */

#include "base/buf.h"

void escape_plain(struct span, struct buf *);    /* only made harmless */
void escape_markdown(struct span, struct buf *); /* CommonMark, also at the start of a line */
void escape_address(struct span, struct buf *);  /* inside the parentheses of a link */
void escape_bibtex(struct span, struct buf *);   /* inside braces */
void escape_csv(struct span, struct buf *);      /* a field with its quotation marks: RFC 4180 */

#endif
