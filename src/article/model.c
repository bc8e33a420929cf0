#include "article/around.h"

float model_form(const struct line_form *form, const float weights[FORM_COUNT])
{
	float score = 0;

	for (unsigned i = 0; i < FORM_COUNT; i++)
		if (form->features >> i & 1)
			score += weights[i];
	return score;
}

struct extent best_run(const float *values, uint32_t count)
{
	struct extent best = {0, 0};
	float sum = 0, best_sum = 0;
	uint32_t start = 0;

	for (uint32_t i = 0; i < count; i++) {
		if (sum <= 0) {
			sum = 0;
			start = i;
		}
		sum += values[i];
		if (sum > best_sum) {
			best_sum = sum;
			best = (struct extent){start, i + 1};
		}
	}
	return best;
}

/* The leaf of a tree that a row comes to. */
static float tree_leaf(const struct line_tree *tree, const float *row)
{
	unsigned leaf = 0;

	for (unsigned k = 0; k < TREE_DEPTH; k++)
		leaf |= (unsigned)(row[tree->features[k]] > tree->limits[k]) << k;
	return tree->leaves[leaf];
}

float model_trees(const struct line_tree *trees, uint32_t count, const float *row)
{
	float score = 0;

	for (uint32_t i = 0; i < count; i++)
		score += tree_leaf(&trees[i], row);
	return score;
}

void model_scores(const struct line_table *table, const struct line_weights *weights, float *form,
	float *scores, struct arena *scratch)
{
	float row[AROUND_COUNT];

	for (uint32_t i = 0; i < table->count; i++)
		form[i] = model_form(&table->at[i], weights->form);
	const struct context *context = context_of(table, form, scratch);
	for (uint32_t i = 0; i < table->count; i++) {
		around_row(context, i, row);
		scores[i] = model_trees(weights->trees, weights->tree_count, row);
	}
}
