#include "crf.h"

#include <math.h>
#include <stdlib.h>

#define SQUARE (LABEL_COUNT * LABEL_COUNT)
#define WEIGHTS (TAGGER_ROWS * LABEL_COUNT + SQUARE)
#define STEPS (TAGGER_ROWS * LABEL_COUNT) /* where the weights of label after label begin */
#define COUNT_MOST 512

struct crf {
	float weights[WEIGHTS];
	float squares[WEIGHTS]; /* sums of squared gradients */
	double sums[WEIGHTS];   /* over snapshots */
	uint32_t hits[TAGGER_ROWS];
	const struct crf_plan *plan;
	uint64_t seed;
	double snapshots;
};

static uint32_t next_random(struct crf *crf)
{
	crf->seed = crf->seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(crf->seed >> 33);
}

/* --- one run ----------------------------------------------------------------------- */

struct lattice {
	uint16_t kept[COUNT_MOST][FEATURES_MOST]; /* features that were not dropped */
	uint32_t kept_count[COUNT_MOST];
	double scores[COUNT_MOST][LABEL_COUNT];
	double forward[COUNT_MOST][LABEL_COUNT], backward[COUNT_MOST][LABEL_COUNT];
};

static bool allowed(unsigned from, unsigned to)
{
	return !(from == LABEL_OUT && to == LABEL_IN);
}

static double add_logs(double a, double b)
{
	double high = a > b ? a : b, low = a > b ? b : a;

	return low < high - 40 ? high : high + log1p(exp(low - high));
}

static void score(struct crf *crf, const struct example *example, struct lattice *lattice)
{
	uint32_t limit = (uint32_t)(crf->plan->dropout * 2147483648.0f);

	for (uint32_t i = 0; i < example->count; i++) {
		const struct features *features = &example->features[i];
		uint32_t kept = 0;
		for (unsigned l = 0; l < LABEL_COUNT; l++)
			lattice->scores[i][l] = 0;
		for (uint32_t k = 0; k < features->count; k++) {
			if (next_random(crf) < limit)
				continue;
			lattice->kept[i][kept++] = features->at[k];
			for (unsigned l = 0; l < LABEL_COUNT; l++)
				lattice->scores[i][l] +=
					(double)crf->weights[features->at[k] * LABEL_COUNT + l];
		}
		lattice->kept_count[i] = kept;
	}
}

static void walk(const struct crf *crf, struct lattice *lattice, uint32_t count)
{
	const float *steps = crf->weights + STEPS;

	for (uint32_t i = 0; i < count; i++)
		for (unsigned to = 0; to < LABEL_COUNT; to++) {
			double sum = -1e9;
			for (unsigned from = 0; from < LABEL_COUNT; from++) {
				double before = i                   ? lattice->forward[i - 1][from]
						: from == LABEL_OUT ? 0
								    : -1e9;
				if (allowed(from, to))
					sum = add_logs(sum,
						before + (double)steps[from * LABEL_COUNT + to]);
			}
			lattice->forward[i][to] = sum + lattice->scores[i][to];
		}
	for (uint32_t i = count; i-- > 0;)
		for (unsigned from = 0; from < LABEL_COUNT; from++) {
			double sum = -1e9;
			if (i + 1 == count) {
				lattice->backward[i][from] = 0;
				continue;
			}
			for (unsigned to = 0; to < LABEL_COUNT; to++)
				if (allowed(from, to))
					sum = add_logs(sum, (double)steps[from * LABEL_COUNT + to] +
								    lattice->scores[i + 1][to] +
								    lattice->backward[i + 1][to]);
			lattice->backward[i][from] = sum;
		}
}

static void update(struct crf *crf, uint32_t place, double gradient)
{
	float g = (float)gradient - crf->plan->penalty * crf->weights[place];

	crf->squares[place] += g * g;
	crf->weights[place] += crf->plan->rate * g / (sqrtf(crf->squares[place]) + 1e-6f);
}

static void learn(struct crf *crf, const struct example *example, struct lattice *lattice)
{
	double total = -1e9, steps[SQUARE] = {0};
	uint32_t count = example->count;

	score(crf, example, lattice);
	walk(crf, lattice, count);
	for (unsigned l = 0; l < LABEL_COUNT; l++)
		total = add_logs(total, lattice->forward[count - 1][l]);
	for (uint32_t i = 0; i < count; i++)
		for (unsigned to = 0; to < LABEL_COUNT; to++) {
			double end = lattice->scores[i][to] + lattice->backward[i][to] - total;
			for (unsigned from = 0; from < LABEL_COUNT; from++) {
				unsigned truth = i ? example->labels[i - 1] : LABEL_OUT;
				double before = i                   ? lattice->forward[i - 1][from]
						: from == LABEL_OUT ? 0
								    : -1e9;
				if (!allowed(from, to))
					continue;
				steps[from * LABEL_COUNT + to] +=
					(truth == from && example->labels[i] == to) -
					exp(before +
						(double)crf
							->weights[STEPS + from * LABEL_COUNT + to] +
						end);
			}
		}
	for (uint32_t i = 0; i < count; i++)
		for (unsigned l = 0; l < LABEL_COUNT; l++) {
			double gradient =
				(example->labels[i] == l) -
				exp(lattice->forward[i][l] + lattice->backward[i][l] - total);
			for (uint32_t k = 0; k < lattice->kept_count[i]; k++)
				update(crf, lattice->kept[i][k] * LABEL_COUNT + l, gradient);
		}
	for (unsigned k = 0; k < SQUARE; k++)
		if (steps[k] != 0)
			update(crf, STEPS + k, steps[k]);
}

/* --- the whole ------------------------------------------------------------------------ */

static void train_once(
	struct crf *crf, const struct examples *examples, uint32_t *order, struct lattice *lattice)
{
	for (uint32_t i = 0; i < examples->count; i++)
		order[i] = i;
	for (uint32_t i = 0; i < WEIGHTS; i++)
		crf->weights[i] = crf->squares[i] = 0;
	for (int epoch = 0; epoch < crf->plan->epochs; epoch++) {
		for (uint32_t i = examples->count; i > 1; i--) {
			uint32_t k = next_random(crf) % i, kept = order[k];
			order[k] = order[i - 1];
			order[i - 1] = kept;
		}
		for (uint32_t i = 0; i < examples->count; i++)
			learn(crf, &examples->at[order[i]], lattice);
		if (2 * epoch < crf->plan->epochs - 1)
			continue;
		crf->snapshots++;
		for (uint32_t i = 0; i < WEIGHTS; i++)
			crf->sums[i] += (double)crf->weights[i];
	}
}

/* Eight bits: TAGGER_UNIT steps are one unit, larger weights are cut. */
static void pack(const struct crf *crf, signed char weights[TAGGER_BYTES])
{
	double scale = TAGGER_UNIT * (1 - (double)crf->plan->dropout) / crf->snapshots;

	for (uint32_t i = 0; i < STEPS; i++) {
		double value = crf->hits[i / LABEL_COUNT] > 1 ? crf->sums[i] * scale : 0;
		weights[i] = (signed char)lround(fmax(-127, fmin(127, value)));
	}
	for (unsigned k = 0; k < SQUARE; k++) {
		double mean = crf->sums[STEPS + k] / crf->snapshots;
		mean -= k % LABEL_COUNT == LABEL_OUT ? (double)crf->plan->reluctance : 0;
		int value = (int)lround(mean * TAGGER_UNIT);
		weights[STEPS + 2 * k] = (signed char)(value & 255);
		weights[STEPS + 2 * k + 1] = (signed char)(value >> 8);
	}
}

void crf_train(const struct examples *examples, const struct crf_plan *plan,
	signed char weights[TAGGER_BYTES])
{
	struct crf *crf = calloc(1, sizeof *crf);
	struct lattice *lattice = calloc(1, sizeof *lattice);
	uint32_t *order = calloc(examples->count + 1, sizeof *order);

	if (!crf || !lattice || !order)
		abort();
	crf->plan = plan;
	for (uint32_t e = 0; e < examples->count; e++)
		for (uint32_t i = 0; i < examples->at[e].count; i++)
			for (uint32_t k = 0; k < examples->at[e].features[i].count; k++)
				crf->hits[examples->at[e].features[i].at[k]]++;
	for (int seed = 0; seed < plan->seeds; seed++) {
		crf->seed = (uint64_t)seed * 7919 + 12345;
		train_once(crf, examples, order, lattice);
	}
	pack(crf, weights);
	free(order);
	free(lattice);
	free(crf);
}
