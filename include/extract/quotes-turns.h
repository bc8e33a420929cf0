#ifndef DEPECHE_EXTRACT_QUOTES_TURNS_H
#define DEPECHE_EXTRACT_QUOTES_TURNS_H

/*
 * Interviews whose lines begin with a name ("Paul Petit : …"): two labels at least, each on
 * several lines, of which one asks.  Lists ("Paris : 3 blessés") are none.  For extract/quotes
 * alone.
 */

#include "base/map.h"
#include "extract/evidence.h"

struct turns {
	const struct article *article;
	struct map answers; /* labels of those who answer; empty where there is no interview */
};

/* Cost: linear in the lines' beginnings and ends. */
void turns_find(struct turns *, const struct article *, struct arena *);
/* Whether a line is an answer: its label and its words. */
bool turns_answer(const struct turns *, uint32_t line, struct extent *label, struct extent *words);

#endif
