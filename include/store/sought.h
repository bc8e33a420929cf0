#ifndef DEPECHE_STORE_SOUGHT_H
#define DEPECHE_STORE_SOUGHT_H

/*
 * The words that a query asks for, made ready once for many articles: where they stand in one,
 * what of it they are, which of its lines shows them best.
 */

#include "store/phrase.h"
#include "store/query.h"

/* A word of a query, or a phrase. */
struct sought_term {
	const uint64_t *forms; /* a bit each; null: a phrase */
	struct phrase phrase;
	bool in_title; /* only there */
};

struct sought {
	const struct epoch *epoch;
	struct sought_term *terms;
	uint32_t count;
	uint64_t *first; /* forms with which one of the terms begins */
};

/* Those of the clauses that are on and included; none that can stand nowhere. */
struct sought sought_of(const struct epoch *, const struct query *, struct arena *);

/* A term among the words of a line. */
struct sought_hit {
	uint32_t token; /* of the segment */
	uint32_t count; /* tokens */
	uint32_t term;
	bool in_title;
};

/* for (struct sought_walk walk = sought_walk_of(…); sought_next(&walk, &hit);) */
struct sought_walk {
	const struct sought *sought;
	struct tokens tokens;
	uint32_t token, to, term;
};

/* The hits of a line, or past the lines of the title, in order; none in furniture. */
struct sought_walk sought_walk_of(const struct sought *, article_id, uint32_t line);
bool sought_next(struct sought_walk *, struct sought_hit *);

/* Where they stand in the text. */
struct sought_place {
	struct extent at;
	uint32_t term;
};
uint32_t sought_places(const struct sought *, article_id, uint32_t line,
	struct sought_place **places, struct arena *);
/* Where they stand in any text, a title: extents of it, in order, without overlap. */
uint32_t sought_in_text(
	const struct sought *, struct span text, struct extent **hits, struct arena *);

#endif
