#ifndef DEPECHE_STORE_SNIPPET_H
#define DEPECHE_STORE_SNIPPET_H

/*
 * The passage of an article that shows best why it was found: a stretch of one line of its text,
 * as wide as there is room, with as many of the sought words as one can have, and of several
 * such the first.
 */

#include "store/sought.h"

struct snippet {
	struct extent at;           /* of the article's text; words are whole */
	bool cut_before, cut_after; /* the line goes on there */
	const struct extent *hits;  /* in at, in order, without overlap */
	uint32_t hit_count;
};

/* sought: made once for all rows of a list.  False: nothing sought stands in the text; the title
 * may have it.  Cost: the article's words. */
bool snippet_find(const struct sought *, article_id, int cells, struct snippet *, struct arena *);

#endif
