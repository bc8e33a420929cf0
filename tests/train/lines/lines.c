/*
 * Makes src/article/layout-weights.c out of labelled text dumps, and measures the layout on
 * pages that it did not see.
 *
 *     lines weights FOLDER [MORE]   the weights, as C, on the standard output
 *     lines score FOLDER [MORE]     five-fold cross-validation, six times over
 *     lines check FOLDER            the built-in weights on all pages (in-sample), page by page
 *
 * Pages of MORE (more.mjs) are learnt from and never counted.
 * The score is the mean of the pages' precision and recall and their F, lines that repeat title
 * or byline left out.
 */

#include "article/layout.h"
#include "pages.h"
#include "boost.h"
#include "regression.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDS 5
#define INNER_FOLDS 4
#define ROUNDS 6
#define NO_FOLD (-2) /* of pages that are only learnt from */

#define FORM_PENALTY 1.0
/* More trees, or slower ones, gain nothing; one in two features a tree keeps them unlike. */
static const struct boost_wish context_wish = {
	.trees = 120, .rate = .12, .penalty = 10, .chosen = .5, .seed = 1};

/* The fold of each page in one round: pages in a fixed shuffle, dealt out. */
static void folds_deal(int *fold, uint32_t count, uint64_t seed, int folds)
{
	uint32_t *order = calloc(count, sizeof *order);

	if (!order)
		abort();
	for (uint32_t i = 0; i < count; i++)
		order[i] = i;
	for (uint32_t i = count; i > 1; i--) {
		seed = hash_mix(seed, i);
		uint32_t k = (uint32_t)(seed % i), kept = order[k];
		order[k] = order[i - 1];
		order[i - 1] = kept;
	}
	for (uint32_t i = 0; i < count; i++)
		fold[order[i]] = (int)(i % (uint32_t)folds);
	free(order);
}

/* Which pages are learnt from: those of no fold that is left out. */
struct choice {
	const struct labelled_pages *pages;
	const int *fold;
	int left_out; /* -1: none */
	const int *inner;
	int inner_left_out;
};

static bool is_chosen(const struct choice *choice, uint32_t page)
{
	return choice->fold[page] != choice->left_out &&
	       (!choice->inner || choice->inner[page] != choice->inner_left_out);
}

static void weigh(const struct labelled_page *page, double *body, double *furniture)
{
	double bodies = 0, others = 0;

	for (uint32_t i = 0; i < page->table.count; i++) {
		bodies += page->labels[i] == 'b';
		others += page->labels[i] == 'f';
	}
	*body = bodies > 30 ? 30 / bodies : 1;
	*furniture = others > 0 ? 1.5 * *body * bodies / others : 1;
	*furniture = fmin(1, fmax(.15, *furniture));
}

VEC_OF(struct example, example_list);

static void add_line(struct example_list *examples, const struct labelled_page *page, uint32_t line,
	const float *row, struct arena *arena)
{
	double body, furniture;

	if (page->labels[line] == '-')
		return;
	weigh(page, &body, &furniture);
	bool is_body = page->labels[line] == 'b';
	*vec_push(arena, examples) = (struct example){row, is_body ? body : furniture, is_body};
}

static void fit_form(const struct choice *choice, float weights[FORM_COUNT])
{
	struct arena arena;
	struct example_list examples = {0};
	float fitted[REGRESSION_MOST];

	arena_init(&arena);
	for (uint32_t p = 0; p < choice->pages->count; p++) {
		const struct labelled_page *page = &choice->pages->at[p];
		for (uint32_t i = 0; is_chosen(choice, p) && i < page->table.count; i++) {
			float *row = ARENA_ARRAY(&arena, float, FORM_COUNT);
			for (unsigned k = 0; k < FORM_COUNT; k++)
				row[k] = (float)(page->table.at[i].features >> k & 1);
			add_line(&examples, page, i, row, &arena);
		}
	}
	regression_fit(examples.at, examples.count, FORM_COUNT, FORM_PENALTY, fitted);
	memcpy(weights, fitted, sizeof(float) * FORM_COUNT);
	arena_clear(&arena);
}

/* Rows among neighbours, on scores by form of a model that did not see the page. */
static void add_context(struct example_list *examples, const struct labelled_page *page,
	const float weights[FORM_COUNT], struct arena *arena)
{
	float *scores = ARENA_ARRAY(arena, float, page->table.count);

	for (uint32_t i = 0; i < page->table.count; i++)
		scores[i] = model_form(&page->table.at[i], weights);
	const struct context *context = context_of(&page->table, scores, arena);
	for (uint32_t i = 0; i < page->table.count; i++) {
		float *row = ARENA_ARRAY(arena, float, AROUND_COUNT);
		around_row(context, i, row);
		add_line(examples, page, i, row, arena);
	}
}

static void fit_context(const struct choice *choice, struct boosted *boosted)
{
	struct arena arena;
	struct example_list examples = {0};
	float form[FORM_COUNT];

	arena_init(&arena);
	int *inner = ARENA_ARRAY(&arena, int, choice->pages->count);
	folds_deal(inner, choice->pages->count, 77, INNER_FOLDS);
	for (int k = 0; k < INNER_FOLDS; k++) {
		struct choice others = *choice;
		others.inner = inner;
		others.inner_left_out = k;
		fit_form(&others, form);
		for (uint32_t p = 0; p < choice->pages->count; p++)
			if (is_chosen(choice, p) && inner[p] == k)
				add_context(&examples, &choice->pages->at[p], form, &arena);
	}
	boost_fit(examples.at, examples.count, AROUND_COUNT, &context_wish, boosted);
	arena_clear(&arena);
}

static void fit(const struct choice *choice, struct line_weights *weights, struct boosted *boosted)
{
	fit_form(choice, weights->form);
	fit_context(choice, boosted);
	weights->trees = boosted->trees;
	weights->tree_count = boosted->count;
}

struct counts {
	double precision, recall, pages_found, pages_with_body;
	double right, wrong, missed;
};

/* Lays the page out and counts its lines against the labels. */
static double count_page(
	struct counts *counts, const struct labelled_page *page, const struct line_weights *weights)
{
	struct arena arena;
	double right = 0, wrong = 0, missed = 0;

	arena_init(&arena);
	struct article article = {
		.path = page->name, .text = page->text, .language = page->language};
	layout_with(&article, weights, NULL, &arena);
	for (uint32_t i = 0, k = 0; i < page->table.count; i++) {
		while (article.lines[k].at.end < page->table.at[i].at.end)
			k++;
		bool found = line_is_body(article.lines[k].kind);
		right += page->labels[i] == 'b' && found;
		wrong += page->labels[i] == 'f' && found;
		missed += page->labels[i] == 'b' && !found;
	}
	arena_clear(&arena);
	counts->right += right;
	counts->wrong += wrong;
	counts->missed += missed;
	if (right + wrong > 0) {
		counts->precision += right / (right + wrong);
		counts->pages_found++;
	}
	if (right + missed > 0) {
		counts->recall += right / (right + missed);
		counts->pages_with_body++;
	}
	return right > 0 ? 2 * right / (2 * right + wrong + missed) : 0;
}

static void print_counts(const char *name, const struct counts *counts)
{
	double p = counts->precision / counts->pages_found;
	double r = counts->recall / counts->pages_with_body;
	double all = 2 * counts->right / (2 * counts->right + counts->wrong + counts->missed);

	printf("%-12s P %.3f  R %.3f  F %.3f  all lines %.3f\n", name, p, r, 2 * p * r / (p + r),
		all);
}

static void score(const struct labelled_pages *pages)
{
	int *fold = calloc(pages->count, sizeof *fold);
	struct counts sum = {0};

	if (!fold)
		abort();
	for (int round = 0; round < ROUNDS; round++) {
		struct counts counts = {0};
		folds_deal(fold, pages->own, (uint64_t)round + 1, FOLDS);
		for (uint32_t p = pages->own; p < pages->count; p++)
			fold[p] = NO_FOLD;
		for (int k = 0; k < FOLDS; k++) {
			struct choice choice = {pages, fold, k, NULL, 0};
			struct line_weights weights;
			struct boosted boosted;
			fit(&choice, &weights, &boosted);
			for (uint32_t p = 0; p < pages->count; p++) {
				if (fold[p] != k)
					continue;
				count_page(&counts, &pages->at[p], &weights);
				count_page(&sum, &pages->at[p], &weights);
			}
		}
		print_counts("round", &counts);
	}
	print_counts("lines", &sum);
	free(fold);
}

static void check(const struct labelled_pages *pages)
{
	struct counts counts = {0};

	for (uint32_t p = 0; p < pages->count; p++) {
		double f = count_page(&counts, &pages->at[p], &line_weights);
		printf("%.3f %s\n", f, pages->at[p].name);
	}
	print_counts("in sample", &counts);
}

static void write_weights(const struct labelled_pages *pages)
{
#define NAME(name) #name,
	static const char *const form[] = {FORM_FEATURES(NAME)};
#undef NAME
#define NAME(name) "AROUND_" #name,
	static const char *const around[] = {AROUND_FEATURES(NAME)};
#undef NAME
	int *fold = calloc(pages->count, sizeof *fold);
	struct choice choice = {pages, fold, -1, NULL, 0};
	struct line_weights weights;
	struct boosted boosted;

	if (!fold)
		abort();
	fit(&choice, &weights, &boosted);
	printf("#include \"article/around.h\"\n\n/* Written by tests/train/lines. */\n\n"
	       "/* clang-format off */\n");
	boost_print(&boosted, around);
	printf("\nconst struct line_weights line_weights = {\n\t.form = {\n");
	for (int i = 0; i < FORM_COUNT; i++)
		printf("\t\t[FORM_%s] = %.2ff,\n", form[i], (double)weights.form[i]);
	printf("\t},\n\t.tree_count = COUNT(trees),\n\t.trees = trees,\n};\n"
	       "/* clang-format on */\n");
	free(fold);
}

int main(int argc, char **argv)
{
	struct arena arena;
	struct labelled_pages pages = {0};

	if (argc < 3) {
		fprintf(stderr, "usage: lines weights|score|check FOLDER [MORE]\n");
		return 2;
	}
	arena_init(&arena);
	pages_read(argv[2], &pages, &arena);
	pages.own = pages.count;
	if (argc > 3)
		pages_read(argv[3], &pages, &arena);
	if (strcmp(argv[1], "score") == 0)
		score(&pages);
	else if (strcmp(argv[1], "check") == 0)
		check(&pages);
	else
		write_weights(&pages);
	arena_clear(&arena);
	return 0;
}
