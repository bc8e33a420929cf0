#ifndef DEPECHE_TRAIN_REGRESSION_H
#define DEPECHE_TRAIN_REGRESSION_H

/*
 * Logistic regression on weighted examples with dense rows, fitted by Newton's method with an
 * L2 penalty on every weight but the first, which is the bias.  Deterministic.
 */

#include <stddef.h>

#define REGRESSION_MOST 192 /* features */

struct example {
	const float *row;
	double weight;
	int label; /* 0 or 1 */
};

void regression_fit(const struct example *, size_t count, int features, double penalty,
	float weights[REGRESSION_MOST]);

#endif
