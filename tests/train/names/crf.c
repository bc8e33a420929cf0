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
	double sums[WEIGHTS];   /* mean of the snapshots */
	uint32_t hits[TAGGER_ROWS];
	const struct crf_plan *plan;
	uint64_t seed;
	bool persons; /* all else is as good as LABEL_OUT */
};

static uint32_t next_random(struct crf *crf)
{
	crf->seed = crf->seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(crf->seed >> 33);
}

/* The label that stands for the one given: models of persons know no others. */
static unsigned stand_in(const struct crf *crf, unsigned label)
{
	return crf->persons && label >= LABEL_PERSONS ? LABEL_OUT : label;
}

/* --- one run ----------------------------------------------------------------------- */

struct lattice {
	uint16_t kept[COUNT_MOST][FEATURES_MOST]; /* features that were not dropped */
	uint32_t kept_count[COUNT_MOST];
	float scores[COUNT_MOST][LABEL_COUNT]; /* then their exponentials, the largest being 1 */
	float forward[COUNT_MOST][LABEL_COUNT], backward[COUNT_MOST][LABEL_COUNT]; /* scaled */
	float steps[LABEL_COUNT][LABEL_COUNT]; /* exponentials; 0: never */
};

static void score(
	struct crf *crf, const struct features *features, struct lattice *lattice, uint32_t i)
{
	uint32_t limit = (uint32_t)(crf->plan->dropout * 2147483648.0f), kept = 0;
	float sums[LABEL_COUNT] = {0}, most;

	for (uint32_t k = 0; k < features->count; k++) {
		const float *row = crf->weights + (size_t)features->at[k] * LABEL_COUNT;
		if (next_random(crf) < limit)
			continue;
		lattice->kept[i][kept++] = features->at[k];
		for (unsigned l = 0; l < LABEL_COUNT; l++)
			sums[l] += row[l];
	}
	lattice->kept_count[i] = kept;
	most = sums[0]; /* unused labels have no weights */
	for (unsigned l = 1; l < LABEL_COUNT; l++)
		most = fmaxf(most, sums[l]);
	for (unsigned l = 0; l < LABEL_COUNT; l++)
		lattice->scores[i][l] =
			crf->persons && l >= LABEL_PERSONS ? 0 : expf(sums[l] - most);
}

/* Makes the numbers sum to 1. */
static void scale(float *at)
{
	float sum = 0;

	for (unsigned l = 0; l < LABEL_COUNT; l++)
		sum += at[l];
	for (unsigned l = 0; l < LABEL_COUNT; l++)
		at[l] /= sum > 0 ? sum : 1;
}

static void walk(const struct crf *crf, struct lattice *lattice, uint32_t count)
{
	for (unsigned from = 0; from < LABEL_COUNT; from++)
		for (unsigned to = 0; to < LABEL_COUNT; to++)
			lattice->steps[from][to] =
				label_follows(from, to)
					? expf(crf->weights[STEPS + from * LABEL_COUNT + to])
					: 0;
	for (uint32_t i = 0; i < count; i++) {
		for (unsigned to = 0; to < LABEL_COUNT; to++) {
			float sum = i ? 0 : lattice->steps[LABEL_OUT][to];
			for (unsigned from = 0; i && from < LABEL_COUNT; from++)
				sum += lattice->forward[i - 1][from] * lattice->steps[from][to];
			lattice->forward[i][to] = sum * lattice->scores[i][to];
		}
		scale(lattice->forward[i]);
	}
	for (uint32_t i = count; i-- > 0;) {
		for (unsigned from = 0; from < LABEL_COUNT; from++) {
			float sum = i + 1 == count;
			for (unsigned to = 0; i + 1 < count && to < LABEL_COUNT; to++)
				sum += lattice->steps[from][to] * lattice->scores[i + 1][to] *
				       lattice->backward[i + 1][to];
			lattice->backward[i][from] = sum;
		}
		scale(lattice->backward[i]);
	}
}

static void update(struct crf *crf, size_t place, const float gradient[LABEL_COUNT])
{
	float *weights = crf->weights + place, *squares = crf->squares + place;
	float rate = crf->plan->rate, penalty = crf->plan->penalty;

	for (unsigned l = 0; l < LABEL_COUNT; l++) {
		float g = gradient[l] - penalty * weights[l];
		squares[l] += g * g;
		weights[l] += rate * g / (sqrtf(squares[l]) + 1e-6f);
	}
}

/* Adds to the gradients of the steps what the token's pair of labels tells. */
static void learn_steps(const struct crf *crf, const struct lattice *lattice,
	const struct example *example, uint32_t i, float gradients[LABEL_COUNT][LABEL_COUNT])
{
	static const float start[LABEL_COUNT] = {1};
	const float *before = i ? lattice->forward[i - 1] : start;
	float pairs[LABEL_COUNT][LABEL_COUNT], sum = 0;

	for (unsigned from = 0; from < LABEL_COUNT; from++)
		for (unsigned to = 0; to < LABEL_COUNT; to++) {
			pairs[from][to] = before[from] * lattice->steps[from][to] *
					  lattice->scores[i][to] * lattice->backward[i][to];
			sum += pairs[from][to];
		}
	for (unsigned from = 0; sum > 0 && from < LABEL_COUNT; from++)
		for (unsigned to = 0; to < LABEL_COUNT; to++)
			gradients[from][to] -= pairs[from][to] / sum;
	unsigned last = i ? stand_in(crf, example->labels[i - 1]) : LABEL_OUT;
	gradients[last][stand_in(crf, example->labels[i])] += 1;
}

static void learn(struct crf *crf, const struct example *example, struct lattice *lattice)
{
	float steps[LABEL_COUNT][LABEL_COUNT] = {{0}};

	for (uint32_t i = 0; i < example->count; i++)
		score(crf, &example->features[i], lattice, i);
	walk(crf, lattice, example->count);
	for (uint32_t i = 0; i < example->count; i++) {
		float gradient[LABEL_COUNT];
		for (unsigned l = 0; l < LABEL_COUNT; l++)
			gradient[l] = lattice->forward[i][l] * lattice->backward[i][l];
		scale(gradient);
		for (unsigned l = 0; l < LABEL_COUNT; l++)
			gradient[l] = (stand_in(crf, example->labels[i]) == l) - gradient[l];
		learn_steps(crf, lattice, example, i, steps);
		for (uint32_t k = 0; k < lattice->kept_count[i]; k++)
			update(crf, (size_t)lattice->kept[i][k] * LABEL_COUNT, gradient);
	}
	for (unsigned from = 0; from < LABEL_COUNT; from++)
		update(crf, STEPS + from * LABEL_COUNT, steps[from]);
}

/* --- the whole ------------------------------------------------------------------------ */

static void add_snapshot(struct crf *crf)
{
	double share = (double)(crf->persons ? crf->plan->persons : 1 - crf->plan->persons) /
		       (crf->plan->seeds * ((crf->plan->epochs + 1) / 2));

	for (size_t i = 0; i < TAGGER_ROWS; i++)
		for (unsigned l = 0; l < LABEL_COUNT; l++)
			crf->sums[i * LABEL_COUNT + l] +=
				share * (double)crf->weights[i * LABEL_COUNT + stand_in(crf, l)];
	for (unsigned k = 0; k < SQUARE; k++) {
		unsigned from = stand_in(crf, k / LABEL_COUNT);
		unsigned to = stand_in(crf, k % LABEL_COUNT);
		crf->sums[STEPS + k] +=
			share * (double)crf->weights[STEPS + from * LABEL_COUNT + to];
	}
}

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
		add_snapshot(crf);
	}
}

/* Eight bits: TAGGER_UNIT steps are one unit, larger weights are cut. */
static void pack(const struct crf *crf, signed char weights[TAGGER_BYTES])
{
	double scale = TAGGER_UNIT * (1 - (double)crf->plan->dropout);

	for (uint32_t i = 0; i < STEPS; i++) {
		double value = crf->hits[i / LABEL_COUNT] > 1 ? crf->sums[i] * scale : 0;
		weights[i] = (signed char)lround(fmax(-127, fmin(127, value)));
	}
	for (unsigned k = 0; k < SQUARE; k++) {
		double mean = crf->sums[STEPS + k];
		unsigned to = k % LABEL_COUNT;
		mean -= to == LABEL_OUT || to >= LABEL_PERSONS ? (double)crf->plan->reluctance : 0;
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
		for (int persons = 0; persons < 2; persons++) {
			crf->seed = (uint64_t)seed * 7919 + 12345;
			crf->persons = persons;
			if (plan->persons != (float)!persons)
				train_once(crf, examples, order, lattice);
		}
	}
	pack(crf, weights);
	free(order);
	free(lattice);
	free(crf);
}
