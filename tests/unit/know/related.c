#include "unit/check.h"

#include "know/related.h"

#include <math.h>

static bool near(float a, float b)
{
	return fabsf(a - b) < 1e-5f;
}

static void test_background(void **state)
{
	(void)state;
	CHECK_CASE("a common word is common", related_background(SPAN("annonc")) > 50);
	CHECK_CASE("a rare one is not there", related_background(SPAN("zibeline")) == 0);
	CHECK_CASE("nothing is nowhere", related_background(SPAN("")) == 0);
	CHECK_CASE(
		"months are everywhere", related_background(SPAN("janvi")) == RELATED_BACKGROUND);
	CHECK_CASE("under their own name too",
		related_background(SPAN("octubre")) == RELATED_BACKGROUND);
	CHECK_CASE("so are weekdays", related_background(SPAN("lund")) == RELATED_BACKGROUND);
	CHECK_CASE("and short numbers", related_background(SPAN("17")) == RELATED_BACKGROUND);
	CHECK_CASE("a very long stem",
		related_background(SPAN("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz")) ==
			0);
}

static void test_weight(void **state)
{
	(void)state;
	CHECK_CASE("a rarer word weighs more",
		related_weight(1, 0, 3, 1000) > related_weight(1, 0, 30, 1000));
	CHECK_CASE("so does one that is repeated",
		related_weight(4, 0, 3, 1000) > related_weight(2, 0, 3, 1000));
	CHECK_CASE("the title counts three times",
		near(related_weight(0, 1, 3, 1000), related_weight(3, 0, 3, 1000)));
	CHECK_CASE("what stands in every third article says nothing",
		related_weight(5, 1, 334, 1000) == 0);
	CHECK_CASE("few articles cannot tell what is common", related_weight(1, 0, 4, 5) > 0);
	CHECK_CASE("a word that does not stand there", related_weight(0, 0, 1, 10) == 0);
	CHECK_CASE("an empty archive", related_weight(1, 0, 0, 0) == 0);
}

static void test_scores(void **state)
{
	static const struct profile_term one[] = {{1, 0.6f}, {4, 0.8f}};
	static const struct profile_term other[] = {{2, 0.6f}, {3, 0.8f}};
	static const uint32_t people[] = {0, 2}, some[] = {2, 5};
	static const float rarities[] = {0.2f, 0.9f};
	static const struct profile_day days[] = {{50, 0.5f}, {60, 1}},
					more[] = {{50, 0.5f}, {60, 1}, {70, 1}};
	const struct profile a = {one, 2, people, 2, rarities, days, 2, 100, RELATED_NO_STORY};
	const struct profile b = {other, 2, NULL, 0, NULL, NULL, 0, 90, RELATED_NO_STORY};
	const struct profile c = {other, 2, some, 2, rarities, NULL, 0, DAY_NONE, RELATED_NO_STORY};
	const struct profile d = {other, 2, NULL, 0, NULL, more, 3, 400, RELATED_NO_STORY};
	struct profile e = a, f = b;
	struct relation r;

	(void)state;
	related_weigh(&a, &a, &r);
	CHECK_CASE("an article is its own copy", near(r.cosine, 1) && near(r.score, 0.5f));
	CHECK_CASE("all is shared", r.people_count == 2 && r.term_count == 2 && r.days_apart == 0);
	CHECK_CASE("the heaviest word first", r.terms[0] == 4 && r.terms[1] == 1);
	CHECK_CASE("the rarest person first", r.people[0] == 2 && r.people[1] == 0);
	related_weigh(&a, &b, &r);
	CHECK_CASE("nothing shared is nothing", r.score == 0 && !r.people_count && !r.term_count);
	CHECK_CASE("days are counted from the first", r.days_apart == -10);
	related_weigh(&a, &c, &r);
	CHECK_CASE("a person alone weighs a little", r.score > 0 && r.score < 0.1f);
	CHECK_CASE("and is the reason", r.people_count == 1 && r.people[0] == 2);
	CHECK_CASE("no day, no distance", r.days_apart == DAY_NONE);
	related_weigh(&c, &a, &r);
	CHECK_CASE("the same both ways", r.people_count == 1 && r.score > 0 && r.score < 0.1f);
	related_weigh(&a, &d, &r);
	CHECK_CASE("days that both speak of weigh a little", r.score > 0 && r.score < 0.1f);
	CHECK_CASE("the rarest is the reason", r.about == 60);
	e.story = f.story = 4;
	related_weigh(&e, &f, &r);
	CHECK_CASE("of one story is nearer than any other", r.same_story && r.score >= 0.5f);
	f.story = 5;
	related_weigh(&e, &f, &r);
	CHECK_CASE("of another is not", !r.same_story && r.score == 0);
	e = f = (struct profile){.day = 1, .story = RELATED_NO_STORY};
	f.day = 3;
	related_weigh(&e, &f, &r);
	CHECK_CASE("empty articles", r.score == 0 && r.days_apart == 2);
}

static void test_nearness(void **state)
{
	(void)state;
	CHECK_CASE("the same day is nearest", near(related_nearness(100, 100), 1));
	CHECK_CASE("days before are as near as days after",
		near(related_nearness(100, 90), related_nearness(90, 100)));
	CHECK_CASE("it fades",
		related_nearness(100, 130) < 0.4f && related_nearness(100, 500) < 0.01f);
	CHECK_CASE("without a day nothing is near", related_nearness(DAY_NONE, DAY_NONE) == 0);
	CHECK_CASE("as far as days can be", related_nearness(INT32_MAX, DAY_NONE + 1) == 0);
}

/* More is shared than can be told: the best are told, in the order of their worth. */
static void test_best(void **state)
{
	struct profile_term terms[40];
	uint32_t people[40];
	float rarities[40];
	struct relation r;

	(void)state;
	for (uint32_t i = 0; i < 40; i++) {
		terms[i] = (struct profile_term){i, (float)(i * 7 % 40) / 100};
		people[i] = i;
		rarities[i] = (float)(1 + i * 11 % 40) / 40;
	}
	const struct profile a = {terms, 40, people, 40, rarities, NULL, 0, 1, RELATED_NO_STORY};
	related_weigh(&a, &a, &r);
	CHECK_CASE("no more than there is room for",
		r.term_count == RELATION_SHARED && r.people_count == RELATION_SHARED);
	for (uint32_t i = 1; i < RELATION_SHARED; i++) {
		CHECK_CASE(
			"words by weight", terms[r.terms[i - 1]].weight > terms[r.terms[i]].weight);
		CHECK_CASE("persons by rarity", rarities[r.people[i - 1]] > rarities[r.people[i]]);
	}
	CHECK_CASE("the very best",
		near(terms[r.terms[0]].weight, 0.39f) && near(rarities[r.people[0]], 1));
	CHECK_CASE("a score stays under one", r.score <= 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_background),
		cmocka_unit_test(test_weight),
		cmocka_unit_test(test_scores),
		cmocka_unit_test(test_nearness),
		cmocka_unit_test(test_best),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
