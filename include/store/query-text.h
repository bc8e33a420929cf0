#ifndef DEPECHE_STORE_QUERY_TEXT_H
#define DEPECHE_STORE_QUERY_TEXT_H

/*
 * The filter language: text to query and back.  What stands side by side must all hold, OR
 * between two things binds closer than that, a minus before one turns it round, parentheses
 * group.  Words side by side are one clause.  At the top a query is a row of chips: people
 * joined by OR are chips of their own where nothing else is said of people, any other OR is one
 * chip.
 */

#include "store/query.h"

#define QUERY_TEXT_MOST 16384u /* bytes of a filter */
#define QUERY_DEPTH_MOST 32u   /* parentheses within each other */
#define QUERY_CLAUSES_MOST 256u

/* What is wrong with a filter, and where. */
struct query_fault {
	struct fault fault;
	struct extent at; /* of the text that was read */
};

/* Reads a filter.  live: it is still being typed, so that its last word may be the beginning of
 * one, and what is missing at its very end is no mistake.
 * Fails: ERR_USAGE (cannot be meant), ERR_ABSENT (nobody is called so), ERR_LIMIT.
 * Cost: the text, and for each person asked for all names of the epoch. */
enum err query_read(const struct epoch *, struct span text, bool live, const struct query **,
	struct arena *, struct query_fault *);
/* The text of what is on in a query; read again it is the same query. */
const char *query_write(const struct query *, struct arena *);

/* A group: at least one of the queries, none of which is empty, must hold. */
struct clause query_any(const struct query *const *any, uint32_t count, struct arena *);

/* Both queries; people whom the second joins by OR stay apart from those of the first. */
const struct query *query_both(const struct query *, const struct query *, struct arena *);
/* People joined by OR as a group, and such a group as people again, where that is the same. */
const struct query *query_grouped(const struct query *, struct arena *);
const struct query *query_ungrouped(const struct query *, struct arena *);

/* The clauses that are on and included, those of groups too: what is marked in texts. */
uint32_t query_leaves(const struct query *, const struct clause ***leaves, struct arena *);

#endif
