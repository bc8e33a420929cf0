/*
 * Makes src/article/html-weights.c out of saved pages with their articles, and measures the model
 * on sites that it did not see.
 *
 *     html weights FOLDER [MORE]   the weights, as C, on the standard output
 *     html score FOLDER [MORE]     five-fold cross-validation, folds by site, three times over
 *
 * Pages of MORE (tests/train/lines/more.mjs) are learnt from and never counted.
 * FOLDER holds NAME/source.html, expected.html, dump.txt, lines.json, expected.json: a line of a
 * page has the label of the equal line of its dump.  Pages whose names differ by a number at
 * their end are of one site.  The score is the mean of the pages' precision and recall of 4-grams
 * of words, and their F.
 */

#include "article/html-model.h"
#include "boost.h"
#include "pages.h"
#include "regression.h"
#include "text/decode.h"
#include "text/fold.h"
#include "text/word.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDS 5
#define INNER_FOLDS 4
#define ROUNDS 3
#define PENALTY_FIRST 3.0
#define LOOK_AHEAD 60u

static const struct boost_wish second_wish = {
	.trees = 150, .rate = .1, .penalty = 8, .chosen = .5, .seed = 1};

VEC_OF(uint64_t, hashes);

struct sample {
	const char *name;
	uint64_t site;
	bool counts; /* else it is only learnt from */
	struct html_outline outline;
	struct html_page page;
	char *labels;           /* 'b', 'f', '-' */
	struct hashes expected; /* of the article's 4-grams, sorted */
};

VEC_OF(struct sample, samples);

static struct span bytes_of(
	const char *folder, const char *name, const char *file, struct arena *arena)
{
	FILE *stream = fopen(arena_format(arena, "%s/%s/%s", folder, name, file), "rb");
	size_t room = 16u << 20, len = 0;
	char *bytes = malloc(room);

	if (!stream || !bytes) {
		fprintf(stderr, "%s/%s/%s: unreadable\n", folder, name, file);
		exit(1);
	}
	len = fread(bytes, 1, room, stream);
	fclose(stream);
	struct span copy = arena_span(arena, (struct span){bytes, len});
	free(bytes);
	return copy;
}

static uint64_t site_of(const char *name)
{
	size_t len = strlen(name);

	while (len > 0 && name[len - 1] >= '0' && name[len - 1] <= '9')
		len--;
	return hash_bytes((struct span){name, len});
}

static int by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* Adds the 4-grams of a text; a text of fewer words is one gram. */
static void grams_add(struct hashes *grams, struct span text, uint64_t last[4], uint32_t *words,
	struct arena *arena)
{
	struct arena_mark mark;
	struct arena scratch;

	arena_init(&scratch);
	mark = arena_mark(&scratch);
	struct span folded = fold(text, &scratch);
	struct words it = words_of(folded);
	struct word word;
	while (words_next(&it, &word)) {
		memmove(last, last + 1, 3 * sizeof last[0]);
		last[3] = hash_bytes(span_cut(folded, word.start, word.end));
		if (++*words >= 4)
			*vec_push(arena, grams) =
				hash_mix(hash_mix(last[0], last[1]), hash_mix(last[2], last[3]));
	}
	arena_rewind(&scratch, mark);
	arena_clear(&scratch);
}

static void grams_sort(struct hashes *grams)
{
	if (grams->count)
		qsort(grams->at, grams->count, sizeof grams->at[0], by_value);
}

static struct span title_of(const struct html_outline *outline)
{
	struct span title = SPAN("");

	for (uint32_t i = 0; i < outline->facts.count; i++) {
		const struct html_fact *fact = &outline->facts.at[i];
		if (span_is(fact->name, "og:title"))
			return fact->value;
		if (span_is(fact->name, "title") && title.len == 0)
			title = fact->value;
	}
	return title;
}

/* Gives the page's lines the labels of the dump's. */
static void labels_match(
	struct sample *sample, const struct labelled_page *dump, struct arena *arena)
{
	const struct line_table *table = &sample->page.table;

	sample->labels = arena_alloc(arena, table->count + 1);
	for (uint32_t i = 0, at = 0; i < table->count; i++) {
		struct span line = line_span(table, i);
		sample->labels[i] = '-';
		for (uint32_t k = at; k < dump->table.count && k < at + LOOK_AHEAD; k++)
			if (span_equal(line, line_span(&dump->table, k))) {
				sample->labels[i] = dump->labels[k];
				at = k + 1;
				break;
			}
	}
}

static void sample_read(const char *folder, const struct labelled_page *dump, bool counts,
	struct samples *samples, struct arena *arena)
{
	struct sample *sample = vec_push(arena, samples);
	struct fault why;
	struct html_outline expected;
	uint64_t last[4];
	uint32_t words = 0;

	sample->name = dump->name;
	sample->site = counts ? site_of(dump->name) : hash_bytes(span_of(dump->name));
	sample->counts = counts;
	struct decoded page = decode(bytes_of(folder, dump->name, "source.html", arena), arena);
	struct decoded article =
		decode(bytes_of(folder, dump->name, "expected.html", arena), arena);
	if (html_outline(page.text, &sample->outline, arena, &why) ||
		html_outline(article.text, &expected, arena, &why)) {
		fprintf(stderr, "%s: %s\n", dump->name, why.words);
		exit(1);
	}
	html_page_make(&sample->page, &sample->outline, dump->language, title_of(&sample->outline),
		NULL, arena);
	labels_match(sample, dump, arena);
	grams_add(&sample->expected, expected.text, last, &words, arena);
	grams_sort(&sample->expected);
}

/* Which samples are learnt from: those of no fold that is left out. */
struct choice {
	const struct samples *samples;
	uint64_t seed;
	int left_out, inner_left_out; /* -1: none */
};

static int fold_of(const struct choice *choice, const struct sample *sample)
{
	return (int)(hash_mix(choice->seed, sample->site) % FOLDS);
}

static int inner_of(const struct sample *sample)
{
	return (int)(hash_mix(77, sample->site) % INNER_FOLDS);
}

static bool is_chosen(const struct choice *choice, const struct sample *sample)
{
	return (!sample->counts || fold_of(choice, sample) != choice->left_out) &&
	       inner_of(sample) != choice->inner_left_out;
}

VEC_OF(struct example, example_list);

/* A line counts by its words, and every page the same. */
static void examples_add(struct example_list *examples, const struct sample *sample,
	const float *rows, int width, struct arena *arena)
{
	const struct line_table *table = &sample->page.table;
	double all = 0;

	for (uint32_t i = 0; i < table->count; i++)
		all += sqrt(1 + (double)table->at[i].words);
	for (uint32_t i = 0; i < table->count; i++)
		if (sample->labels[i] != '-')
			*vec_push(arena, examples) =
				(struct example){rows + (size_t)i * (size_t)width,
					200 * sqrt(1 + (double)table->at[i].words) / all,
					sample->labels[i] == 'b'};
}

static void fit_first(const struct choice *choice, float *weights)
{
	struct arena arena;
	struct example_list examples = {0};

	arena_init(&arena);
	for (uint32_t i = 0; i < choice->samples->count; i++)
		if (is_chosen(choice, &choice->samples->at[i]))
			examples_add(&examples, &choice->samples->at[i],
				choice->samples->at[i].page.rows, HTML_FIRST_COUNT, &arena);
	regression_fit(examples.at, examples.count, HTML_FIRST_COUNT, PENALTY_FIRST, weights);
	arena_clear(&arena);
}

static void fit_second(const struct choice *choice, struct boosted *boosted)
{
	struct arena arena;
	struct example_list examples = {0};
	float first[REGRESSION_MOST];

	arena_init(&arena);
	for (int k = 0; k < INNER_FOLDS; k++) {
		struct choice others = *choice;
		others.inner_left_out = k;
		fit_first(&others, first);
		for (uint32_t i = 0; i < choice->samples->count; i++) {
			const struct sample *sample = &choice->samples->at[i];
			if (!is_chosen(choice, sample) || inner_of(sample) != k)
				continue;
			float *scores = ARENA_ARRAY(&arena, float, sample->page.table.count);
			html_first(&sample->page, first, scores);
			examples_add(&examples, sample,
				html_second_rows(&sample->page, scores, &arena), HTML_SECOND_COUNT,
				&arena);
		}
	}
	boost_fit(examples.at, examples.count, HTML_SECOND_COUNT, &second_wish, boosted);
	arena_clear(&arena);
}

/* The weights point into boosted. */
static void fit(const struct choice *choice, struct html_weights *weights, struct boosted *boosted)
{
	float fitted[REGRESSION_MOST];

	fit_first(choice, fitted);
	memcpy(weights->first, fitted, sizeof weights->first);
	fit_second(choice, boosted);
	weights->tree_count = boosted->count;
	weights->trees = boosted->trees;
}

struct sums {
	double precision, recall, pages;
};

static double sample_score(
	struct sums *sums, const struct sample *sample, const struct html_weights *weights)
{
	struct arena arena;
	struct hashes grams = {0};
	uint64_t last[4];
	uint32_t words = 0, hits = 0;

	arena_init(&arena);
	bool *body = ARENA_ARRAY(&arena, bool, sample->page.table.count);
	html_body(&sample->page, weights, body, &arena);
	for (uint32_t i = 0; i < sample->page.table.count; i++)
		if (body[i])
			grams_add(&grams, line_span(&sample->page.table, i), last, &words, &arena);
	grams_sort(&grams);
	for (uint32_t i = 0, k = 0; i < grams.count && k < sample->expected.count;) {
		int order = by_value(&grams.at[i], &sample->expected.at[k]);
		hits += order == 0;
		i += order <= 0;
		k += order >= 0;
	}
	double p = grams.count ? (double)hits / grams.count : 0;
	double r = sample->expected.count ? (double)hits / sample->expected.count : 0;
	arena_clear(&arena);
	sums->precision += p;
	sums->recall += r;
	sums->pages++;
	return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

static void sums_print(const char *name, const struct sums *sums)
{
	double p = sums->precision / sums->pages, r = sums->recall / sums->pages;

	printf("%-10s P %.4f  R %.4f  F %.4f\n", name, p, r, 2 * p * r / (p + r));
}

static void score(const struct samples *samples)
{
	struct sums all = {0};

	for (uint64_t round = 1; round <= ROUNDS; round++) {
		struct sums sums = {0};
		for (int k = 0; k < FOLDS; k++) {
			struct choice choice = {samples, round, k, -1};
			struct html_weights weights;
			struct boosted boosted;
			fit(&choice, &weights, &boosted);
			for (uint32_t i = 0; i < samples->count; i++) {
				const struct sample *sample = &samples->at[i];
				if (!sample->counts || fold_of(&choice, sample) != k)
					continue;
				double f = sample_score(&sums, sample, &weights);
				sample_score(&all, sample, &weights);
				if (f < .9 && round == 1)
					printf("%.3f %s\n", f, sample->name);
			}
		}
		sums_print("round", &sums);
	}
	sums_print("html", &all);
}

static void write_weights(const struct samples *samples)
{
#define NAME(name) "FORM_" #name,
#define MARKUP(name) "FORM_COUNT + HTML_FEATURE_" #name,
#define AROUND(name) "HTML_FIRST_COUNT + AROUND_" #name,
#define TREE(name) "HTML_FIRST_COUNT + AROUND_COUNT + HTML_AROUND_" #name,
	static const char *const names[] = {FORM_FEATURES(NAME) HTML_FEATURES(MARKUP)
			AROUND_FEATURES(AROUND) HTML_AROUND_FEATURES(TREE)};
#undef NAME
#undef MARKUP
#undef AROUND
#undef TREE
	struct choice choice = {samples, 1, -1, -1};
	struct html_weights weights;
	struct boosted boosted;

	fit(&choice, &weights, &boosted);
	printf("#include \"article/html-model.h\"\n\n/* Written by tests/train/html. */\n\n"
	       "/* clang-format off */\n");
	boost_print(&boosted, names);
	printf("\nconst struct html_weights html_weights = {\n\t.first = {\n");
	for (int i = 0; i < HTML_FIRST_COUNT; i++)
		printf("\t\t[%s] = %.2ff,\n", names[i], (double)weights.first[i]);
	printf("\t},\n\t.tree_count = COUNT(trees),\n\t.trees = trees,\n};\n"
	       "/* clang-format on */\n");
}

static void samples_read(
	const char *folder, bool counts, struct samples *samples, struct arena *arena)
{
	struct labelled_pages dumps = {0};

	pages_read(folder, &dumps, arena);
	for (uint32_t i = 0; i < dumps.count; i++)
		sample_read(folder, &dumps.at[i], counts, samples, arena);
}

int main(int argc, char **argv)
{
	struct arena arena;
	struct samples samples = {0};

	if (argc < 3) {
		fprintf(stderr, "usage: html weights|score FOLDER [MORE]\n");
		return 2;
	}
	arena_init(&arena);
	samples_read(argv[2], true, &samples, &arena);
	if (argc > 3)
		samples_read(argv[3], false, &samples, &arena);
	if (strcmp(argv[1], "score") == 0)
		score(&samples);
	else
		write_weights(&samples);
	arena_clear(&arena);
	return 0;
}
