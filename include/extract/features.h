#ifndef DEPECHE_EXTRACT_FEATURES_H
#define DEPECHE_EXTRACT_FEATURES_H

/*
 * What the tagger looks at: each token of a run of capitalised words becomes a few dozen places
 * in the table of weights, which hash what stands there and around it.  Training and reading
 * share this code, and so cannot drift apart.  Whatever is changed here, or in what it asks,
 * makes new weights necessary (make train-names).
 *
 * Source: the templates are those that a study on annotated French news found to carry.
 */

#include "extract/passage.h"

#define FEATURES_MOST 160 /* of a token */
#define FEATURE_BITS 16   /* of a place in the table */

struct features {
	uint16_t at[FEATURES_MOST];
	uint32_t count;
};

/* The run [start, end) of a stretch of the passage: an array, one a token. */
struct features *features_of(const struct passage *, struct passage_stretch *, int64_t start,
	int64_t end, struct arena *);

#endif
