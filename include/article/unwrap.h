#ifndef DEPECHE_ARTICLE_UNWRAP_H
#define DEPECHE_ARTICLE_UNWRAP_H

/*
 * Texts whose lines were cut to a width: mail, manuals, typed and scanned pages.  What such a
 * line end parts belongs together, so the end is made a blank, and every floor above reads
 * whole paragraphs.  No byte moves: offsets into the result are offsets into the text.
 *
 * A line was cut where the first word of the next one had no room any more; a text is taken for
 * cut when many of its lines end so at one width, and many of the next begin with small letters.
 */

#include "base/arena.h"
#include "base/span.h"

/* The text with blanks for the line ends inside its paragraphs, in the arena; the same span where
 * nothing was cut.  Total.  Cost: linear; one look for line ends when most of it is long lines. */
struct span unwrap(struct span text, struct arena *);

#endif
