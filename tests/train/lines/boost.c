#include "boost.h"

#include "base/map.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BINS 32
#define LEAVES (1 << TREE_DEPTH)

struct cell {
	double slope, bend; /* sums of the first and second derivatives of the loss */
};

struct boost {
	const struct example *examples;
	size_t count;
	int features;
	const struct boost_wish *wish;
	uint8_t *bins; /* feature by feature */
	float (*limits)[BINS];
	double *scores;
	struct cell *cells; /* of each example */
	uint8_t *leaves;
};

static int by_value(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return x < y ? -1 : x > y;
}

/* Limits between which about the same number of examples lie. */
static void bins_make(struct boost *boost, int feature, float *values)
{
	float *limits = boost->limits[feature];
	int used = 0;

	for (size_t i = 0; i < boost->count; i++)
		values[i] = boost->examples[i].row[feature];
	qsort(values, boost->count, sizeof *values, by_value);
	for (int b = 1; b < BINS; b++) {
		float limit = values[boost->count * (size_t)b / BINS];
		if (limit < values[boost->count - 1] && (used == 0 || limit > limits[used - 1]))
			limits[used++] = limit;
	}
	/* Rare values of what is mostly nothing. */
	if (used == 0 && values[0] < values[boost->count - 1])
		limits[used++] = values[0];
	for (; used < BINS; used++)
		limits[used] = INFINITY;
	for (size_t i = 0; i < boost->count; i++) {
		uint8_t bin = 0;
		while (bin < BINS - 1 && boost->examples[i].row[feature] > limits[bin])
			bin++;
		boost->bins[(size_t)feature * boost->count + i] = bin;
	}
}

static double worth(struct cell cell, double penalty)
{
	return cell.slope * cell.slope / (cell.bend + penalty);
}

/* The best question of one feature: its gain, and its limit's place. */
static double best_split(const struct boost *boost, int feature, int leaves, int *limit)
{
	struct cell cells[LEAVES][BINS];
	double gains[BINS] = {0}, best = 0, penalty = boost->wish->penalty;
	const uint8_t *bins = boost->bins + (size_t)feature * boost->count;

	memset(cells, 0, sizeof cells);
	for (size_t i = 0; i < boost->count; i++) {
		struct cell *cell = &cells[boost->leaves[i]][bins[i]];
		cell->slope += boost->cells[i].slope;
		cell->bend += boost->cells[i].bend;
	}
	for (int leaf = 0; leaf < leaves; leaf++) {
		struct cell all = {0, 0}, left = {0, 0};
		for (int b = 0; b < BINS; b++) {
			all.slope += cells[leaf][b].slope;
			all.bend += cells[leaf][b].bend;
		}
		for (int b = 0; b + 1 < BINS; b++) {
			left.slope += cells[leaf][b].slope;
			left.bend += cells[leaf][b].bend;
			struct cell right = {all.slope - left.slope, all.bend - left.bend};
			gains[b] +=
				worth(left, penalty) + worth(right, penalty) - worth(all, penalty);
		}
	}
	for (int b = 0; b + 1 < BINS; b++) {
		if (gains[b] > best && boost->limits[feature][b] < INFINITY) {
			best = gains[b];
			*limit = b;
		}
	}
	return best;
}

static void derive(struct boost *boost)
{
	for (size_t i = 0; i < boost->count; i++) {
		const struct example *example = &boost->examples[i];
		double chance = 1 / (1 + exp(-boost->scores[i]));
		boost->cells[i].slope = example->weight * (example->label - chance);
		boost->cells[i].bend = example->weight * chance * (1 - chance);
	}
	memset(boost->leaves, 0, boost->count);
}

static bool is_chosen(const struct boost *boost, int tree, int feature)
{
	uint64_t hash = hash_mix(hash_mix(boost->wish->seed, (uint64_t)tree), (uint64_t)feature);

	return (double)(hash >> 40) / (double)(1 << 24) < boost->wish->chosen;
}

static void tree_grow(struct boost *boost, int index, struct line_tree *tree)
{
	for (int depth = 0; depth < TREE_DEPTH; depth++) {
		double most = -1;
		int chosen = 0, place = 0;
		for (int f = 0; f < boost->features; f++) {
			int limit = 0;
			if (!is_chosen(boost, index, f))
				continue;
			double gain = best_split(boost, f, 1 << depth, &limit);
			if (gain > most) {
				most = gain;
				chosen = f;
				place = limit;
			}
		}
		tree->features[depth] = (uint8_t)chosen;
		tree->limits[depth] = boost->limits[chosen][place];
		const uint8_t *bins = boost->bins + (size_t)chosen * boost->count;
		for (size_t i = 0; i < boost->count; i++)
			if (bins[i] > place)
				boost->leaves[i] |= (uint8_t)(1 << depth);
	}
}

static void leaves_set(struct boost *boost, struct line_tree *tree)
{
	struct cell cells[LEAVES] = {{0, 0}};

	for (size_t i = 0; i < boost->count; i++) {
		cells[boost->leaves[i]].slope += boost->cells[i].slope;
		cells[boost->leaves[i]].bend += boost->cells[i].bend;
	}
	for (int leaf = 0; leaf < LEAVES; leaf++)
		tree->leaves[leaf] = (float)(boost->wish->rate * cells[leaf].slope /
					     (cells[leaf].bend + boost->wish->penalty));
	for (size_t i = 0; i < boost->count; i++)
		boost->scores[i] += (double)tree->leaves[boost->leaves[i]];
}

static void *room(size_t count, size_t each)
{
	void *at = calloc(count ? count : 1, each);

	if (!at)
		abort();
	return at;
}

void boost_fit(const struct example *examples, size_t count, int features,
	const struct boost_wish *wish, struct boosted *boosted)
{
	struct boost boost = {.examples = examples,
		.count = count,
		.features = features,
		.wish = wish,
		.bins = room(count, (size_t)features),
		.limits = room((size_t)features, sizeof(float[BINS])),
		.scores = room(count, sizeof(double)),
		.cells = room(count, sizeof(struct cell)),
		.leaves = room(count, 1)};
	float *values = room(count, sizeof *values);

	for (int f = 0; f < features; f++)
		bins_make(&boost, f, values);
	free(values);
	*boosted = (struct boosted){.count = (uint32_t)wish->trees};
	for (int t = 0; t < wish->trees; t++) {
		derive(&boost);
		tree_grow(&boost, t, &boosted->trees[t]);
		leaves_set(&boost, &boosted->trees[t]);
	}
	free(boost.bins);
	free(boost.limits);
	free(boost.scores);
	free(boost.cells);
	free(boost.leaves);
}

static void tree_print(const struct line_tree *tree, const char *const *names)
{
	printf("\t{{");
	for (int k = 0; k < TREE_DEPTH; k++)
		printf("%s%s", k ? ", " : "", names[tree->features[k]]);
	printf("},\n\t\t{");
	for (int k = 0; k < TREE_DEPTH; k++)
		printf("%s%.5ff", k ? ", " : "", (double)tree->limits[k]);
	printf("},\n\t\t{");
	for (int k = 0; k < LEAVES; k++)
		printf("%s%.3ff",
			k == 0  ? ""
			: k % 8 ? ", "
				: ",\n\t\t\t",
			(double)tree->leaves[k]);
	printf("}},\n");
}

void boost_print(const struct boosted *boosted, const char *const *names)
{
	printf("static const struct line_tree trees[] = {\n");
	for (uint32_t i = 0; i < boosted->count; i++)
		tree_print(&boosted->trees[i], names);
	printf("};\n");
}
