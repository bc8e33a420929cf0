#include "unit/check.h"

#include "know/stories-join.h"

#define THRESHOLD 0.22f
#define THINGS 40u

static void check(const char *label, const struct story_pair *pairs, uint32_t pair_count,
	uint32_t count, const uint32_t *want)
{
	uint32_t got[THINGS];

	for (uint32_t i = 0; i < count; i++)
		got[i] = i;
	story_join(pairs, pair_count, count, THRESHOLD, got);
	for (uint32_t i = 0; i < count; i++)
		CHECK_CASE(label, got[i] == want[i]);
}

static void test_groups(void **state)
{
	(void)state;
	check("nothing to join", NULL, 0, 3, (uint32_t[]){0, 1, 2});
	check("a good pair", (struct story_pair[]){{1, 2, 0.5f}}, 1, 3, (uint32_t[]){0, 1, 1});
	check("a poor pair", (struct story_pair[]){{1, 2, 0.2f}}, 1, 3, (uint32_t[]){0, 1, 2});
	check("a chain holds while its links are strong",
		(struct story_pair[]){{0, 1, 0.9f}, {1, 2, 0.8f}, {2, 3, 0.7f}}, 3, 4,
		(uint32_t[]){0, 0, 0, 0});
	/* Half of .26 and half of (.26 + 0) / 2 is under the threshold. */
	check("one weak link does not bring a third in",
		(struct story_pair[]){{0, 1, 0.9f}, {1, 2, 0.26f}}, 2, 3, (uint32_t[]){0, 0, 2});
	check("two do", (struct story_pair[]){{0, 1, 0.9f}, {1, 2, 0.26f}, {0, 2, 0.26f}}, 3, 3,
		(uint32_t[]){0, 0, 0});
	check("the better of two comes first", (struct story_pair[]){{0, 1, 0.28f}, {1, 2, 0.6f}},
		2, 3, (uint32_t[]){0, 1, 1});
	check("of equals the lower", (struct story_pair[]){{1, 2, 0.28f}, {0, 1, 0.28f}}, 2, 3,
		(uint32_t[]){0, 0, 2});
	check("a pair that is given twice counts once",
		(struct story_pair[]){{0, 1, 0.9f}, {1, 2, 0.26f}, {2, 1, 0.26f}}, 3, 3,
		(uint32_t[]){0, 0, 2});
	check("with itself nothing is paired", (struct story_pair[]){{1, 1, 0.9f}}, 1, 2,
		(uint32_t[]){0, 1});
}

static void test_given(void **state)
{
	uint32_t got[] = {0, 1, 1, 2}, most[] = {0, 1, 2, 2};

	(void)state;
	story_join(NULL, 0, 4, THRESHOLD, got);
	CHECK_CASE("what is given as joined stays so",
		got[0] == 0 && got[1] == 1 && got[2] == 1 && got[3] == 1);
	/* Half of .3 and half of (.3 + 0) / 2, by two of which one is given, is enough; half of
	 * .28 and half of its half is not. */
	story_join((struct story_pair[]){{0, 2, 0.3f}, {1, 3, 0.28f}}, 2, 4, THRESHOLD, most);
	CHECK_CASE("and is asked as a whole",
		most[0] == 0 && most[1] == 1 && most[2] == 0 && most[3] == 0);
}

/* How much two groups belong together, by the definition. */
static float belonging(float (*chances)[THINGS], const uint32_t *first_of, uint32_t a, uint32_t b)
{
	float sum = 0, most = 0, pairs = 0;

	for (uint32_t i = 0; i < THINGS; i++)
		for (uint32_t k = 0; k < THINGS; k++) {
			if (first_of[i] != a || first_of[k] != b)
				continue;
			sum += chances[i][k];
			most = chances[i][k] > most ? chances[i][k] : most;
			pairs++;
		}
	return (most + sum / pairs) / 2;
}

/* All groups against all at every step. */
static void join_slowly(float (*chances)[THINGS], uint32_t *first_of)
{
	for (;;) {
		uint32_t best_a = 0, best_b = 0;
		float best = 0;
		for (uint32_t a = 0; a < THINGS; a++)
			for (uint32_t b = a + 1; b < THINGS; b++) {
				if (first_of[a] != a || first_of[b] != b)
					continue;
				float score = belonging(chances, first_of, a, b);
				if (score <= best + 1e-6f)
					continue;
				best = score;
				best_a = a;
				best_b = b;
			}
		if (best < THRESHOLD)
			return;
		for (uint32_t i = 0; i < THINGS; i++)
			if (first_of[i] == best_b)
				first_of[i] = best_a;
	}
}

static void test_definition(void **state)
{
	static float chances[THINGS][THINGS];
	struct story_pair pairs[THINGS * THINGS];
	uint32_t got[THINGS], want[THINGS], dice = 7;

	(void)state;
	for (int round = 0; round < 200; round++) {
		uint32_t count = 0;
		memset(chances, 0, sizeof chances);
		for (uint32_t i = 0; i < THINGS; i++)
			got[i] = want[i] = i;
		for (uint32_t k = 0; k < 90; k++) {
			dice = dice * 1664525u + 1013904223u;
			uint32_t a = dice >> 10 & 63, b = dice >> 16 & 63;
			if (a >= THINGS || b >= THINGS || a == b || chances[a][b] > 0)
				continue;
			chances[a][b] = chances[b][a] = (float)(dice >> 22 & 1023) / 1024;
			pairs[count++] =
				(struct story_pair){a < b ? a : b, a < b ? b : a, chances[a][b]};
			count -= chances[a][b] == 0;
		}
		story_join(pairs, count, THINGS, THRESHOLD, got);
		join_slowly(chances, want);
		for (uint32_t i = 0; i < THINGS; i++)
			CHECK_CASE("as the definition says", got[i] == want[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_given),
		cmocka_unit_test(test_definition),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
