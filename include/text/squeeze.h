#ifndef DEPECHE_TEXT_SQUEEZE_H
#define DEPECHE_TEXT_SQUEEZE_H

/*
 * Words as they are shown alone, when the text that they come from was cut into lines: a run of
 * blanks, of whatever kind, is one blank, and the signs that part a word over two lines are gone.
 */

#include "base/arena.h"
#include "base/span.h"

/* Writes the text so into out, which has room for text.len bytes; how many it took.  Total. */
size_t squeeze(struct span text, char *out);
/* The same in the arena, without blanks at its ends. */
struct span squeezed(struct span text, struct arena *);

#endif
