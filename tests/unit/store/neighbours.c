#include "unit/check.h"

#include "store/epoch-tokens.h"
#include "unit/store/made.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define ARTICLES 300u
#define LIMIT 10u
#define ASKED 32u

static uint32_t dice(uint32_t *state, uint32_t below)
{
	*state = *state * 1664525u + 1013904223u;
	return (uint32_t)(((uint64_t)*state * below) >> 32);
}

/* Words and people at random, some far commoner than others. */
static void add_random(struct made *made, uint32_t *state, uint32_t i)
{
	static const char *const people[] = {"Sergueï Lavrov", "Dmitri Peskov", "Antony Blinken",
		"Anne Martin", "Paul Durand", "Jean Dupont", "Claire Petit"};
	struct arena *arena = &made->arena;
	const char *body = "";

	for (uint32_t w = 0; w < 60; w++) {
		uint32_t word = dice(state, 1 + dice(state, 400));
		body = arena_format(arena, "%s mot%uter", body, word);
	}
	if (dice(state, 3) == 0)
		body = arena_format(arena, "%s. La décision du %u mars 2021 est connue", body,
			1 + dice(state, 9));
	for (uint32_t p = dice(state, 4); p > 0; p--)
		body = arena_format(arena, "%s. Le ministre %s a parlé", body,
			people[dice(state, 1 + dice(state, COUNT(people)))]);
	struct made_article told = {.path = arena_format(arena, "%03u", i),
		.title = arena_format(arena, "Titre%u", dice(state, 40)),
		.year = 2021,
		.month = 1 + (int)dice(state, 12),
		.day = 1 + (int)dice(state, 28),
		.body = body};
	made_add(made, &told);
}

static int by_term(const void *a, const void *b)
{
	const struct profile_term *x = a, *y = b;

	return x->term < y->term ? -1 : x->term > y->term;
}

static int by_weight(const void *a, const void *b)
{
	const struct profile_term *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return by_term(a, b);
}

static int by_number(const void *a, const void *b)
{
	return (int)*(const uint32_t *)a - (int)*(const uint32_t *)b;
}

static uint32_t day_count_of(const struct epoch *epoch, article_id id, struct arena *arena)
{
	int32_t *days = ARENA_ARRAY(arena, int32_t, epoch_facts(epoch, id)->day_count);

	return epoch_days_of(epoch, id, days);
}

static const struct profile_day *days_of(
	const struct epoch *epoch, article_id id, struct arena *arena)
{
	int32_t *days = ARENA_ARRAY(arena, int32_t, epoch_facts(epoch, id)->day_count);
	uint32_t count = epoch_days_of(epoch, id, days);
	struct profile_day *made = ARENA_ARRAY(arena, struct profile_day, count);

	for (uint32_t i = 0; i < count; i++) {
		uint32_t articles = 0;
		for (article_id other = 0; other < epoch->count; other++) {
			const struct facts *facts = epoch_facts(epoch, other);
			bool speaks = false;
			for (uint32_t k = 0; k < facts->day_count; k++)
				speaks |= facts->days[k].from == days[i] &&
					  facts->days[k].to == days[i];
			articles += speaks;
		}
		made[i] = (struct profile_day){days[i], 2 / (float)articles};
	}
	return made;
}

/* The profile of an article from nothing but its evidence: its heaviest terms, or all. */
static struct profile profile_of(
	const struct epoch *epoch, article_id id, uint32_t most, struct arena *arena)
{
	struct counted *own, *others;
	uint32_t count = epoch_terms(epoch, id, &own, arena);
	const struct facts *facts = epoch_facts(epoch, id);
	struct profile_term *terms = ARENA_ARRAY(arena, struct profile_term, count);
	double sum = 0;

	for (uint32_t i = 0; i < count; i++) {
		const struct counted *term = &own[i];
		uint32_t articles = related_background(view_text(&epoch->terms, term->number));
		for (article_id other = 0; other < epoch->count; other++) {
			struct arena_mark mark = arena_mark(arena);
			uint32_t other_count = epoch_terms(epoch, other, &others, arena);
			for (uint32_t k = 0; k < other_count; k++)
				articles += others[k].number == term->number;
			arena_rewind(arena, mark);
		}
		terms[i] = (struct profile_term){
			term->number, related_weight(term->count, term->in_title, articles,
					      epoch->count + RELATED_BACKGROUND)};
		sum += (double)terms[i].weight * (double)terms[i].weight;
	}
	for (uint32_t i = 0; i < count; i++)
		terms[i].weight /= (float)sqrt(sum);
	qsort(terms, count, sizeof *terms, by_weight);
	count = count < most ? count : most;
	qsort(terms, count, sizeof *terms, by_term);
	uint32_t *people = arena_copy(arena, facts->people, facts->people_count * sizeof *people);
	qsort(people, facts->people_count, sizeof *people, by_number);
	float *rarities = ARENA_ARRAY(arena, float, facts->people_count);
	for (uint32_t i = 0; i < facts->people_count; i++)
		rarities[i] = related_rarity(epoch->actor_articles[people[i]], epoch->count);
	return (struct profile){.terms = terms,
		.term_count = count,
		.people = people,
		.people_count = facts->people_count,
		.rarities = rarities,
		.days = days_of(epoch, id, arena),
		.day_count = day_count_of(epoch, id, arena),
		.day = facts->published.day,
		.story = epoch->story_of[id]};
}

static int by_score(const void *a, const void *b)
{
	const struct related_article *x = a, *y = b;

	if (x->relation.score != y->relation.score)
		return x->relation.score > y->relation.score ? -1 : 1;
	return x->id < y->id ? -1 : 1;
}

/* Of versions of one text the first alone. */
static uint32_t without_versions(
	const struct epoch *epoch, struct related_article *related, uint32_t count)
{
	const uint32_t *versions = epoch_stories(epoch)->versions;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < count; i++) {
		bool met = false;
		for (uint32_t k = 0; k < kept && !met; k++)
			met = versions[related[k].id] == versions[related[i].id];
		if (!met)
			related[kept++] = related[i];
	}
	return kept;
}

static uint32_t related_slowly(const struct epoch *epoch, article_id id,
	const struct profile *whole, struct related_article *related, struct arena *arena)
{
	struct profile asked = profile_of(epoch, id, ASKED, arena);
	uint32_t count = 0;

	for (article_id other = 0; other < epoch->count; other++) {
		related[count].id = other;
		related_weigh(&asked, &whole[other], &related[count].relation);
		count += other != id && related[count].relation.score > 0;
	}
	qsort(related, count, sizeof *related, by_score);
	return without_versions(epoch, related, count);
}

static void check_same(const struct related_article *got, const struct related_article *want)
{
	const struct relation *a = &got->relation, *b = &want->relation;

	CHECK_CASE("the same article in the same place", got->id == want->id);
	CHECK_CASE("as near", fabsf(a->score - b->score) < 1e-5f);
	CHECK_CASE("as far in time", a->days_apart == b->days_apart);
	CHECK_CASE("about the same day", a->about == b->about);
	CHECK_CASE("of the same story or not", a->same_story == b->same_story);
	CHECK_CASE("for as many people", a->people_count == b->people_count);
	for (uint32_t i = 0; i < a->people_count; i++)
		CHECK_CASE("for the same people", a->people[i] == b->people[i]);
	CHECK_CASE("for as many words", a->term_count == b->term_count);
	for (uint32_t i = 0; i < a->term_count; i++)
		CHECK_CASE("for the same words", a->terms[i] == b->terms[i]);
}

/* The postings of the heaviest terms must find what looking at every article finds. */
static void test_against_all(void **state)
{
	struct made made;
	uint32_t seed = 7;

	(void)state;
	made_init(&made);
	for (uint32_t i = 0; i < ARTICLES; i++)
		add_random(&made, &seed, i);
	const struct epoch *epoch = made_epoch(&made);
	struct arena *arena = &made.arena;
	struct profile *whole = ARENA_ARRAY(arena, struct profile, ARTICLES);
	struct related_article *want = ARENA_ARRAY(arena, struct related_article, ARTICLES), *got;
	for (article_id id = 0; id < ARTICLES; id++)
		whole[id] = profile_of(epoch, id, UINT32_MAX, arena);
	for (article_id id = 0; id < ARTICLES; id += 7) {
		uint32_t wanted = related_slowly(epoch, id, whole, want, arena);
		uint32_t count = epoch_related(epoch, id, LIMIT, &got, arena);
		CHECK_CASE("as many as asked for", count == (wanted < LIMIT ? wanted : LIMIT));
		for (uint32_t i = 0; i < count; i++)
			check_same(&got[i], &want[i]);
	}
	made_clear(&made);
}

#define DISPATCH \
	"Le ministre des transports annonce la fermeture de la ligne de Tresques après la crue " \
	"de " \
	"la rivière.\nLes cars de remplacement partiront de la gare dès demain matin."

static void test_versions(void **state)
{
	static const struct made_article told[] = {
		{.path = "1",
			.year = 2021,
			.month = 3,
			.day = 1,
			.title = "La ligne ferme",
			.body = DISPATCH},
		{.path = "2",
			.year = 2021,
			.month = 3,
			.day = 2,
			.title = "Tresques sans train",
			.body = DISPATCH},
		{.path = "3",
			.year = 2021,
			.month = 3,
			.day = 2,
			.title = "Des cars",
			.body = DISPATCH "\nUn habitant le regrette."},
		{.path = "4",
			.year = 2021,
			.month = 9,
			.day = 2,
			.title = "La gare de Tresques",
			.body = "La gare est rénovée, la ligne attend ses voyageurs depuis la "
				"crue."},
	};
	struct made made;
	struct related_article *related;
	const struct epoch *epoch = made_of(&made, told, COUNT(told));

	(void)state;
	CHECK_CASE("of versions one is told",
		epoch_related(epoch, 3, LIMIT, &related, &made.arena) == 1);
	CHECK_CASE("with the number of the others", related[0].versions == 2);
	CHECK_CASE("it is no version of what is read", related[0].percent == 0);
	CHECK_CASE("the others of one's own are one too",
		epoch_related(epoch, 0, LIMIT, &related, &made.arena) == 2);
	CHECK_CASE("the nearest is a version", related[0].id < 3 && related[0].percent > 80);
	CHECK_CASE("and there is one more", related[0].versions == 1);
	CHECK_CASE("it is of the story", related[0].relation.same_story);
	made_clear(&made);
}

static void test_edges(void **state)
{
	static const struct made_article alone[] = {{.path = "1", .body = "Rien ici."}};
	struct made made;
	struct related_article *related;
	const struct epoch *epoch = made_of(&made, alone, 1);

	(void)state;
	CHECK_CASE("nothing is related to the only one",
		epoch_related(epoch, 0, LIMIT, &related, &made.arena) == 0);
	made_clear(&made);
	epoch = made_of(&made, made_five, COUNT(made_five));
	CHECK_CASE("none asked for", epoch_related(epoch, 0, 0, &related, &made.arena) == 0);
	uint32_t count = epoch_related(epoch, 0, UINT32_MAX, &related, &made.arena);
	CHECK_CASE("never more than there are", count < COUNT(made_five));
	CHECK_CASE("the nearest shares person and words", count > 0 && related[0].id == 1);
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_all),
		cmocka_unit_test(test_versions),
		cmocka_unit_test(test_edges),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
