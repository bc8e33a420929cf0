#include "unit/check.h"

#include "store/query.h"
#include "unit/store/made.h"

#define ARTICLES 200u
#define NEITHER 20u /* every fortieth article from here on */

/* Nearly all have one word; nearly each has five that no other has, and begin as it does. */
static const char *body_of(uint32_t i, struct arena *arena)
{
	const char *body = i % 20 ? "Rien en commun." : "Rien.";

	for (uint32_t k = 0; k < 5 && i % 40 != NEITHER; k++) {
		uint32_t number = 5 * i + k;
		body = arena_format(arena, "%s Le comp%c%c%c.", body, 'a' + (int)(number / 100),
			'a' + (int)(number / 10 % 10), 'a' + (int)(number % 10));
	}
	return body;
}

/* How many articles there are with the beginning; whether just those that have it are found. */
static uint32_t found(const struct epoch *epoch, const char *beginning, struct arena *arena)
{
	struct clause clause = {
		.kind = CLAUSE_WORDS, .text = beginning, .label = beginning, .live = true};
	const struct query *query = query_with(query_empty(), clause, arena);
	struct result result = query_run(epoch, query, arena);
	struct span sought = span_of(arena_format(arena, " %s", beginning));

	for (article_id id = 0; id < epoch_count(epoch); id++) {
		struct span text = epoch_article(epoch, id)->text;
		bool has = span_find(text, sought, 0) < text.len;
		CHECK_CASE(beginning, (result.bits[id / 64] >> id % 64 & 1) == has);
	}
	return result.count;
}

static void test_beginnings(void **state)
{
	struct made made;

	(void)state;
	made_init(&made);
	for (uint32_t i = 0; i < ARTICLES; i++)
		made_add(&made,
			&(struct made_article){.path = "a", .body = body_of(i, &made.arena)});
	const struct epoch *epoch = made_epoch(&made);
	CHECK_CASE("a word that most have, and many that one has",
		found(epoch, "com", &made.arena) == 195);
	CHECK_CASE("the word that most have", found(epoch, "commun", &made.arena) == 190);
	CHECK_CASE("words that one has each", found(epoch, "comp", &made.arena) == 195);
	CHECK_CASE("one of them", found(epoch, "compaab", &made.arena) == 1);
	CHECK_CASE("nothing", found(epoch, "comz", &made.arena) == 0);
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_beginnings),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
