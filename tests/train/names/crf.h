#ifndef CRF_H
#define CRF_H

/*
 * Training of the tagger: conditional random fields by stochastic gradients (AdaGrad), features
 * dropped at random while they learn, the mean of many passes.  Some learn all labels and some
 * only persons, which makes these surer; as all are linear, their mean is one table.  The same
 * examples and seeds give the same weights.
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
	float persons;    /* the share of models that learn persons alone */
	float reluctance; /* taken from the weight of every label but a person's */
};

void crf_train(const struct examples *, const struct crf_plan *, signed char weights[TAGGER_BYTES]);

#endif
