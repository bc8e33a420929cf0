#ifndef DEPECHE_STORE_SEARCH_H
#define DEPECHE_STORE_SEARCH_H

/*
 * Where the words of a query stand in one article: what the reader marks and steps through.
 * The same index decides which articles match and which words are marked.
 */

#include "store/query.h"

/* Hits in title and body, in order, without overlap. */
uint32_t search_hits(const struct epoch *, article_id, const struct query *, struct extent **hits,
	struct arena *);
/* Places where the folded text of a find-in-pane stands, furniture included if it is shown. */
uint32_t search_find(const struct article *, struct span words, bool in_furniture,
	const uint8_t *kinds, struct extent **hits, struct arena *);
/* Whether a day spoken of is one that a clause of CLAUSE_ABOUT asks for. */
bool search_spoken(const struct clause *, const struct day_spoken *);

#endif
