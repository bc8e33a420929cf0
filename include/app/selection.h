#ifndef DEPECHE_APP_SELECTION_H
#define DEPECHE_APP_SELECTION_H

/*
 * The articles that a command line asks for: its filter as a query, and their order.
 */

#include "app/options.h"
#include "store/query.h"

/* Fails: ERR_USAGE (the filter cannot be meant), ERR_ABSENT (nobody, or no source, is called
 * so). */
enum err selection_query(const struct options *, const struct epoch *, const struct query **,
	struct arena *, struct fault *why);

/* The articles of a result in the order of --sort: by default the latest first. */
const article_id *selection_sort(const struct options *, const struct epoch *,
	const struct query *, const struct result *, struct arena *);

/* A quotation and where it stands. */
struct selection_quote {
	article_id id;
	const struct quotation *quotation;
};

/* The quotations of a result in its order; those of one speaker where the query asks for one. */
uint32_t selection_quotes(const struct epoch *, const struct query *, const struct result *,
	struct selection_quote **quotes, struct arena *);

/* A person as a result sees them. */
struct selection_person {
	uint32_t actor;
	uint32_t articles, mentions; /* by name */
	int32_t first, last;         /* days of publication; DAY_NONE */
};

/* Everybody whom the articles name: most articles first, then most mentions, then by slug. */
uint32_t selection_people(const struct epoch *, const article_id *ids, uint32_t count,
	struct selection_person **people, struct arena *);

#endif
