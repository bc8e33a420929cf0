#ifndef CRF_H
#define CRF_H

/*
 * Training of the tagger: a conditional random field by stochastic gradients (AdaGrad), features
 * dropped at random while it learns, the mean of many passes.  The same examples and seed give
 * the same weights.
 */

#include "extract/tagger.h"

/* A run with its true labels. */
struct example {
	const struct features *features;
	const uint8_t *labels;
	uint32_t count;
};

VEC_OF(struct example, examples);

struct crf_plan {
	int epochs;
	int seeds;
	float rate, penalty, dropout;
	float reluctance; /* taken from the weight of every label OUT */
};

void crf_train(const struct examples *, const struct crf_plan *, signed char weights[TAGGER_BYTES]);

#endif
