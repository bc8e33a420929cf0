/*
 * Weights of pairs for know/stories, from articles of which it is told which are one event.
 *
 *     stories weights FOLDER GOLD         writes src/know/stories-weights.c
 *     stories score FOLDER GOLD           each year by the weights of the other
 *     stories folds FOLDER GOLD FILE      the same as JSON lines for the scorer
 *     stories wrong FOLDER GOLD           every pair that is wrong so, with what was seen
 */

#include "regression.h"
#include "years.h"

#include <stdio.h>
#include <stdlib.h>

#define PENALTY 0.3
#define THRESHOLD 0.26f
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
		bool one = year->events[pair->a] != GOLD_NONE &&
			   year->events[pair->a] == year->events[pair->b];
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

static void show_wrong(struct year *year, const struct stories *stories, const struct story_model *model)
{
	struct arena arena;
	struct story_index index;

	arena_init(&arena);
	story_index_make(&index, &year->told, &arena);
	for (uint32_t a = 0; a < year->told.count; a++)
		for (uint32_t b = a + 1; b < year->told.count; b++) {
			float f[PAIR_FEATURE_COUNT];
			bool together = stories->of[a] != STORY_NONE && stories->of[a] == stories->of[b];
			bool truly = year->events[a] != GOLD_NONE && year->events[a] == year->events[b];
			if (together == truly)
				continue;
			struct span s = year->epoch->segments[a]->article->title, t = year->epoch->segments[b]->article->title;
			story_pair_features(&index, a, b, f);
			printf("%s %.3f%s", together ? "TOGETHER" : "APART   ", (double)story_pair_chance(model, f), story_pair_forbidden(&index, a, b) ? " forbidden" : "");
			for (int i = 1; i < PAIR_FEATURE_COUNT; i++)
				printf(" %s %.2f", features[i], (double)f[i]);
			printf("\n    %s %.*s (%u)\n    %s %.*s (%u)\n", year->paths[a] + strlen(year->paths[a]) - 18, (int)s.len, s.at, year->told.articles[a].affair,
				year->paths[b] + strlen(year->paths[b]) - 18, (int)t.len, t.at, year->told.articles[b].affair);
		}
	arena_clear(&arena);
}

static void score(struct year *years, bool wrong)
{
	struct counts all = {0};

	for (uint32_t y = 0; y < YEARS; y++) {
		struct year *others[YEARS];
		struct counts counts = {0};
		struct stories stories;
		uint32_t count = 0;
		struct arena arena;
		for (uint32_t o = 0; o < YEARS; o++)
			if (o != y)
				others[count++] = &years[o];
		struct story_model model = fit(others, count);
		arena_init(&arena);
		stories_make(&years[y].told, &model, &stories, &arena);
		year_count(&years[y], &stories, &counts);
		year_count(&years[y], &stories, &all);
		print_counts(names[y], &counts);
		if (wrong)
			show_wrong(&years[y], &stories, &model);
		arena_clear(&arena);
	}
	print_counts("both", &all);
}

static void write_folds(struct year *years, const char *path)
{
	FILE *file = fopen(path, "w");
	unsigned before = 0;

	if (!file)
		exit(1);
	for (uint32_t y = 0; y < YEARS; y++) {
		struct year *others[YEARS];
		struct stories stories;
		uint32_t count = 0;
		struct arena arena;
		for (uint32_t o = 0; o < YEARS; o++)
			if (o != y)
				others[count++] = &years[o];
		struct story_model model = fit(others, count);
		arena_init(&arena);
		stories_make(&years[y].told, &model, &stories, &arena);
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
	fclose(file);
}

static void write_weights(struct year *years)
{
	struct year *all[YEARS];

	for (uint32_t y = 0; y < YEARS; y++)
		all[y] = &years[y];
	struct story_model model = fit(all, YEARS);
	printf("#include \"know/stories-pair.h\"\n\n"
	       "/* Made by tests/train/stories from WiNER-fr, 2016 and 2017 (French Wikinews, CC BY\n"
	       " * 2.5, gathered by Yoann Dupont), and a list of which articles are one event. */\n"
	       "/* clang-format off */\nconst struct story_model story_model = {\n\t.weights = {\n");
	for (int i = 0; i < PAIR_FEATURE_COUNT; i++)
		printf("\t\t[PAIR_%s] = %.2ff,\n", features[i], (double)model.weights[i]);
	printf("\t},\n\t.threshold = %.2ff,\n};\n/* clang-format on */\n", (double)model.threshold);
}

int main(int argc, char **argv)
{
	static struct year years[YEARS];
	struct arena arena;
	struct gold gold;

	if (argc < 4) {
		fprintf(stderr, "usage: stories weights|score|wrong FOLDER GOLD\n");
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
		write_folds(years, argv[4]);
	else
		score(years, strcmp(argv[1], "wrong") == 0);
	for (uint32_t y = 0; y < YEARS; y++)
		year_clear(&years[y]);
	arena_clear(&arena);
	return 0;
}
