#ifndef DEPECHE_ARTICLE_MARKUP_H
#define DEPECHE_ARTICLE_MARKUP_H

/* Short pieces of text that may be written as a page writes them.  Private to the floor. */

#include "base/arena.h"

#include <stdbool.h>

/* Whether elements or entities may stand in it. */
bool markup_is(struct span text);
/* A title or a name as it is read: without elements, entities as what they stand for. */
struct span markup_words(struct span text, struct arena *);

#endif
