#ifndef DEPECHE_TRAIN_BOOST_H
#define DEPECHE_TRAIN_BOOST_H

/*
 * Gradient boosting of decision trees with one question a depth.  Source: Friedman, Greedy
 * function approximation (2001); the trees are those of Kohavi and Li, Oblivious decision trees
 * (1995).
 */

#include "article/around.h"
#include "regression.h"

#define BOOST_TREES 300

struct boosted {
	uint32_t count;
	struct line_tree trees[BOOST_TREES];
};

struct boost_wish {
	int trees;
	double rate, penalty, chosen; /* the share of the features that a tree may ask */
	uint64_t seed;
};

void boost_fit(const struct example *, size_t count, int features, const struct boost_wish *,
	struct boosted *);
/* The trees as a table in C; names: of the features, as its source calls them. */
void boost_print(const struct boosted *, const char *const *names);

#endif
