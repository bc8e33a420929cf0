#ifndef DEPECHE_STORE_RANK_H
#define DEPECHE_STORE_RANK_H

/*
 * What of a result speaks most of the words that were asked for: those that stand in few
 * articles weigh most, those in the title more than those in the text, and a long text does not
 * win by its length.
 *
 * Source: BM25F (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
 */

#include "store/query.h"

/* Whether a query asks for words at all. */
bool rank_is_asked(const struct query *, struct arena *scratch);
/* The articles of the result, the most relevant first, among equals the latest; its own list
 * where no words are asked for.  Cost: the words of its articles. */
const article_id *rank_articles(
	const struct epoch *, const struct query *, const struct result *, struct arena *);

#endif
