#include "regression.h"

#include <math.h>
#include <string.h>

#define STEPS 25
#define SMALL_STEP 1e-6

struct system {
	double matrix[REGRESSION_MOST][REGRESSION_MOST];
	double gradient[REGRESSION_MOST];
	int features;
};

static void add_example(struct system *system, const struct example *example, const double *weights)
{
	double score = 0;

	for (int i = 0; i < system->features; i++)
		score += weights[i] * (double)example->row[i];
	double chance = 1 / (1 + exp(-score));
	double slope = example->weight * chance * (1 - chance);
	double error = example->weight * (example->label - chance);
	for (int i = 0; i < system->features; i++) {
		double x = (double)example->row[i];
		if (x == 0)
			continue;
		system->gradient[i] += error * x;
		for (int k = 0; k <= i; k++)
			system->matrix[i][k] += slope * x * (double)example->row[k];
	}
}

/* Cholesky's decomposition, in place, and the solution in the gradient's place. */
static void solve(struct system *system)
{
	int n = system->features;

	for (int i = 0; i < n; i++) {
		for (int k = 0; k <= i; k++) {
			double sum = system->matrix[i][k];
			for (int m = 0; m < k; m++)
				sum -= system->matrix[i][m] * system->matrix[k][m];
			system->matrix[i][k] = i == k ? sqrt(sum > 1e-12 ? sum : 1e-12)
						      : sum / system->matrix[k][k];
		}
	}
	for (int i = 0; i < n; i++) {
		for (int k = 0; k < i; k++)
			system->gradient[i] -= system->matrix[i][k] * system->gradient[k];
		system->gradient[i] /= system->matrix[i][i];
	}
	for (int i = n - 1; i >= 0; i--) {
		for (int k = i + 1; k < n; k++)
			system->gradient[i] -= system->matrix[k][i] * system->gradient[k];
		system->gradient[i] /= system->matrix[i][i];
	}
}

void regression_fit(const struct example *examples, size_t count, int features, double penalty,
	float weights[REGRESSION_MOST])
{
	double fitted[REGRESSION_MOST] = {0};
	struct system system;

	for (int step = 0; step < STEPS; step++) {
		double largest = 0;
		memset(&system, 0, sizeof system);
		system.features = features;
		for (size_t i = 0; i < count; i++)
			add_example(&system, &examples[i], fitted);
		for (int i = 0; i < features; i++) {
			double strength = i == 0 ? 1e-3 : penalty;
			system.matrix[i][i] += strength;
			system.gradient[i] -= strength * fitted[i];
		}
		solve(&system);
		for (int i = 0; i < features; i++) {
			fitted[i] += system.gradient[i];
			largest = fmax(largest, fabs(system.gradient[i]));
		}
		if (largest < SMALL_STEP)
			break;
	}
	for (int i = 0; i < features; i++)
		weights[i] = (float)fitted[i];
}
