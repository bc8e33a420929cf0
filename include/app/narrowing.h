#ifndef DEPECHE_APP_NARROWING_H
#define DEPECHE_APP_NARROWING_H

/*
 * What a section of the sidebar is narrowed to: parts of its labels, case and accents aside.
 */

#include "base/arena.h"

/* Whether the label has every word that was typed, folded.  hits: the first place of each, in order
 * and apart from each other; none where nothing was typed or one of the words is not there. */
bool narrowing_find(struct span label, struct span folded, struct extent **hits, uint32_t *count,
	struct arena *);

#endif
