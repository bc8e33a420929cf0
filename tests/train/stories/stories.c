/*
 * Weights of pairs for know/stories, from articles of which it is told which are one event.
 *
 *     stories weights FOLDER GOLD         writes src/know/stories-weights.c
 *     stories score FOLDER GOLD           each year by the weights of the other
 *     stories folds FOLDER GOLD FILE      the same as JSON lines for the scorer
 *     stories wrong FOLDER GOLD           every pair that is wrong so
 */

#include "regression.h"
#include "years.h"

#include <stdio.h>
#include <stdlib.h>

#define PENALTY 0.3
#define THRESHOLD 0.30f    /* between .26 and .32 hardly anything changes */
#define COSINE_LEAST 0.05f /* pairs that are learnt from */

static const char *const names[] = {"2016", "2017"};

#define YEARS COUNT(names)

#define NAME(name) #name,
static const char *const features[] = {PAIR_FEATURES(NAME)};
#undef NAME

VEC_OF(struct example, examples);

/* No event rules: each of its articles weighs about the same, however many there are. */
static double weight_of(const struct year *year, uint32_t a, bool one)
{
	double size = year->event_sizes[a];

	return one && size > 3 ? 2 / (size - 1) : 1;
}

static void add_examples(const struct year *year, struct examples *examples, struct arena *arena)
{
	struct story_pairs pairs = {.count = 0};
	struct story_index index;

	story_index_make(&index, &year->told, arena);
	story_candidates(&index, &pairs, arena);
	for (uint32_t i = 0; i < pairs.count; i++) {
		const struct story_pair *pair = &pairs.at[i];
		float *row = ARENA_ARRAY(arena, float, PAIR_FEATURE_COUNT);
		bool one = year_together(year->events, pair->a, pair->b);
		story_pair_features(&index, pair->a, pair->b, row);
		if (row[PAIR_COSINE] < COSINE_LEAST ||
			story_pair_forbidden(&index, pair->a, pair->b))
			continue;
		*vec_push(arena, examples) =
			(struct example){row, weight_of(year, pair->a, one), one};
	}
}

static struct story_model fit(struct year *const *years, uint32_t count)
{
	struct story_model model = {.threshold = THRESHOLD};
	struct examples examples = {.count = 0};
	float weights[REGRESSION_MOST];
	struct arena arena;

	arena_init(&arena);
	for (uint32_t i = 0; i < count; i++)
		add_examples(years[i], &examples, &arena);
	regression_fit(examples.at, examples.count, PAIR_FEATURE_COUNT, PENALTY, weights);
	memcpy(model.weights, weights, sizeof model.weights);
	arena_clear(&arena);
	return model;
}

static void print_counts(const char *name, const struct counts *c)
{
	double p = c->right ? (double)c->right / (c->right + c->wrong) : 0;
	double r = c->right ? (double)c->right / (c->right + c->missed) : 0;
	double f = c->right ? 2 * p * r / (p + r) : 0;
	double bp = c->precision / c->articles, br = c->recall / c->articles;

	printf("%-6s pairs P %.3f R %.3f F %.3f (%u %u %u)  groups %.4f (P %.3f R %.3f)\n", name, p,
		r, f, c->right, c->wrong, c->missed, 2 * bp * br / (bp + br), bp, br);
}

/* The stories of a year by the weights of the others. */
static struct story_model tell_fold(
	struct year *years, uint32_t y, struct stories *stories, struct arena *arena)
{
	struct year *others[YEARS];
	uint32_t count = 0;

	for (uint32_t o = 0; o < YEARS; o++)
		if (o != y)
			others[count++] = &years[o];
	struct story_model model = fit(others, count);
	stories_make(&years[y].told, &model, stories, arena);
	return model;
}

static void score(struct year *years)
{
	struct counts all = {0};

	for (uint32_t y = 0; y < YEARS; y++) {
		struct counts counts = {0};
		struct stories stories;
		struct arena arena;
		arena_init(&arena);
		tell_fold(years, y, &stories, &arena);
		year_count(&years[y], &stories, &counts);
		year_count(&years[y], &stories, &all);
		print_counts(names[y], &counts);
		arena_clear(&arena);
	}
	print_counts("both", &all);
}

static void print_article(const struct year *year, uint32_t i)
{
	struct span title = year->archive.segments.at[i]->article->title;

	printf("    %s %.*s\n", year->paths[i], (int)title.len, title.at);
}

static void print_wrong(
	const struct year *year, const struct stories *stories, const struct story_model *model)
{
	float row[PAIR_FEATURE_COUNT];
	struct story_index index;
	struct arena arena;

	arena_init(&arena);
	story_index_make(&index, &year->told, &arena);
	for (uint32_t a = 0; a < year->told.count; a++)
		for (uint32_t b = a + 1; b < year->told.count; b++) {
			bool together = year_together(stories->of, a, b);
			if (together == year_together(year->events, a, b))
				continue;
			story_pair_features(&index, a, b, row);
			printf("%s %.3f%s\n", together ? "together" : "apart",
				(double)story_pair_chance(model, row),
				story_pair_forbidden(&index, a, b) ? " (forbidden)" : "");
			print_article(year, a);
			print_article(year, b);
		}
	arena_clear(&arena);
}

static void wrong(struct year *years)
{
	for (uint32_t y = 0; y < YEARS; y++) {
		struct stories stories;
		struct arena arena;
		arena_init(&arena);
		struct story_model model = tell_fold(years, y, &stories, &arena);
		print_wrong(&years[y], &stories, &model);
		arena_clear(&arena);
	}
}

static int write_folds(struct year *years, const char *path)
{
	FILE *file = fopen(path, "w");
	unsigned before = 0;

	if (!file)
		return 2;
	for (uint32_t y = 0; y < YEARS; y++) {
		struct stories stories;
		struct arena arena;
		arena_init(&arena);
		tell_fold(years, y, &stories, &arena);
		for (uint32_t i = 0; i < years[y].told.count; i++) {
			fprintf(file, "{\"path\":\"%s\",\"story\":", years[y].paths[i]);
			if (stories.of[i] == STORY_NONE)
				fprintf(file, "null}\n");
			else
				fprintf(file, "%u}\n", before + stories.of[i]);
		}
		before += stories.count;
		arena_clear(&arena);
	}
	return fclose(file) == 0 ? 0 : 2;
}

static void write_weights(struct year *years)
{
	struct year *all[YEARS];

	for (uint32_t y = 0; y < YEARS; y++)
		all[y] = &years[y];
	struct story_model model = fit(all, YEARS);
	printf("#include \"know/stories-pair.h\"\n\n"
	       "/* Made by tests/train/stories from WiNER-fr, 2016 and 2017 (French Wikinews, CC "
	       "BY\n"
	       " * 2.5, gathered by Yoann Dupont), and a list of which articles are one event. */\n"
	       "/* clang-format off */\nconst struct story_model story_model = {\n\t.weights = "
	       "{\n");
	for (int i = 0; i < PAIR_FEATURE_COUNT; i++)
		printf("\t\t[PAIR_%s] = %.2ff,\n", features[i], (double)model.weights[i]);
	printf("\t},\n\t.threshold = %.2ff,\n};\n/* clang-format on */\n", (double)model.threshold);
}

int main(int argc, char **argv)
{
	static struct year years[YEARS];
	struct arena arena;
	struct gold gold;
	int result = 0;

	if (argc < 4) {
		fprintf(stderr, "usage: stories weights|score|wrong|folds FOLDER GOLD [FILE]\n");
		return 2;
	}
	arena_init(&arena);
	gold_read(&gold, argv[3], &arena);
	for (uint32_t y = 0; y < YEARS; y++)
		year_read(&years[y], argv[2], names[y], &gold);
	for (uint32_t y = 0; y < YEARS; y++)
		year_tell(&years[y], (const struct year *const[]){&years[!y]}, 1);
	if (strcmp(argv[1], "weights") == 0)
		write_weights(years);
	else if (strcmp(argv[1], "folds") == 0 && argc == 5)
		result = write_folds(years, argv[4]);
	else if (strcmp(argv[1], "wrong") == 0)
		wrong(years);
	else
		score(years);
	for (uint32_t y = 0; y < YEARS; y++)
		year_clear(&years[y]);
	arena_clear(&arena);
	return result;
}
