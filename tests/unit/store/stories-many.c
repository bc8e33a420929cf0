/* Stories of archives that are large for their kind: crowds of copies, of a day, of orders. */

#include "unit/check.h"

#include "base/buf.h"
#include "know/stories-pair.h"
#include "store/epoch-steps.h"
#include "store/neighbours.h"
#include "unit/store/made.h"

#include <stdlib.h>

#define COPIES 10000u
#define CROWD 2500u
#define EVENTS 30u
#define TOLD 4u /* times that an event is */

static uint32_t next(uint64_t *state, uint32_t below)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)((*state >> 32) * below >> 32);
}

/* A word that nothing else has, of its number. */
static const char *word_of(uint32_t number, struct arena *arena)
{
	static const char *const parts[] = {"ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po",
		"ru", "sa", "te", "vi", "zo", "chu", "bra"};

	return arena_format(arena, "%s%s%s%s%s", parts[number % 16], parts[number / 16 % 16],
		parts[number / 256 % 16], parts[number / 4096 % 16], number % 2 ? "ne" : "lle");
}

/* Sentences of words, each from first and one of so many after it. */
static const char *body_of(
	uint64_t *state, uint32_t first, uint32_t among, uint32_t count, struct arena *arena)
{
	struct buf buf;

	buf_init(&buf, arena);
	for (uint32_t i = 0; i < count; i++)
		buf_format(&buf, "%s%s %s", i ? " " : "Hier ",
			i % 9 == 8 ? "selon eux." : "dans la",
			word_of(first + next(state, among), arena));
	buf_text(&buf, " enfin.");
	return buf.at;
}

static void test_copies(void **state)
{
	struct made_article copy = {.title = "Le pont de Tresques cède",
		.year = 2022,
		.month = 3,
		.day = 14,
		.body = "Le pont de Tresques a cédé dans la nuit, a dit la maire Lise Aubert.\n"
			"Personne ne passait, la route est fermée jusqu'à nouvel ordre."};
	struct related_article *related;
	struct made made;

	(void)state;
	made_init(&made);
	for (uint32_t i = 0; i < COPIES; i++) {
		copy.path = arena_format(&made.arena, "%05u.txt", i);
		made_add(&made, &copy);
	}
	const struct epoch *epoch = made_epoch(&made);
	const struct stories *stories = epoch_stories(epoch);
	CHECK_CASE("copies are one story", stories->count == 1 && stories->at[0].count == COPIES);
	uint32_t count = epoch_related(epoch, 7, 10, &related, &made.arena);
	CHECK_CASE("one of them is related, and it counts the others",
		count == 1 && related[0].versions == COPIES - 2 && related[0].percent == 100);
	made_clear(&made);
}

/* What is asked of a crowd grows with the articles, not with their square. */
static void test_one_day(void **state)
{
	struct made_article article = {.year = 2022, .month = 3, .day = 14};
	struct story_pairs pairs = {.count = 0};
	struct related_article *related;
	struct story_index index;
	struct made made;
	uint64_t dice = 5;

	(void)state;
	made_init(&made);
	for (uint32_t i = 0; i < CROWD; i++) {
		article.path = arena_format(&made.arena, "%05u.txt", i);
		article.title = arena_format(&made.arena, "Jean %s dans la %s",
			word_of(5000 + i % 50, &made.arena),
			word_of(next(&dice, 4000), &made.arena));
		article.body = body_of(&dice, 0, 4000, 60, &made.arena);
		made_add(&made, &article);
	}
	const struct epoch *epoch = made_epoch(&made);
	CHECK_CASE("articles of one day alone are no story",
		epoch_stories(epoch)->count < CROWD / 100);
	for (article_id id = 0; id < CROWD; id += CROWD / 5)
		CHECK_CASE("each has related ones",
			epoch_related(epoch, id, 10, &related, &made.arena) == 10);
	struct epoch *draft = epoch_draft(&made.archive, DAY_NONE, true, NULL);
	struct story_archive told = epoch_tell_stories(draft, &made.scratch);
	story_index_make(&index, &told, &made.scratch);
	story_candidates(&index, &pairs, &made.scratch);
	CHECK_CASE("few pairs of each are asked about", pairs.count <= CROWD * STORY_NEAREST);
	epoch_close(draft);
	made_clear(&made);
}

/* The event of an article goes by its number; what it says does not go by the order. */
static void add_told(struct made *made, uint32_t number)
{
	uint32_t event = number / TOLD, turn = number % TOLD, first = 1000 + event * 40;
	uint64_t dice = number + 1;
	struct arena *arena = &made->arena;
	struct made_article article = {.path = arena_format(arena, "%05u.txt", number),
		.year = 2022,
		.month = 3 + (int)event % 2,
		.day = 1 + (int)(event / 2 + turn) % 28};

	if (turn == TOLD - 1) /* one of another event of these days */
		first = 50000 + number * 40;
	article.title = arena_format(arena, "%s et %s à %s", word_of(first + turn, arena),
		word_of(first + 5, arena), word_of(first + 6, arena));
	article.body = body_of(&dice, first, 24, 70, arena);
	made_add(made, &article);
}

/* Of each number the lowest number in its story, in whatever order they were taken. */
static void read_firsts(const struct epoch *epoch, uint32_t *firsts)
{
	uint32_t count = epoch_count(epoch);

	for (article_id id = 0; id < count; id++)
		firsts[strtoul(epoch_article(epoch, id)->path, NULL, 10)] = UINT32_MAX;
	for (article_id id = 0; id < count; id++) {
		const struct story *story = epoch_story(epoch, id);
		uint32_t *first = &firsts[strtoul(epoch_article(epoch, id)->path, NULL, 10)];
		for (uint32_t i = 0; story && i < story->count; i++) {
			const char *path = epoch_article(epoch, story->articles[i])->path;
			uint32_t number = (uint32_t)strtoul(path, NULL, 10);
			*first = number < *first ? number : *first;
		}
	}
}

static void test_orders(void **state)
{
	enum { ARTICLES = EVENTS * TOLD };
	uint32_t order[ARTICLES], want[ARTICLES], got[ARTICLES], told = 0;
	struct made made;
	uint64_t dice = 11;

	(void)state;
	for (uint32_t i = 0; i < ARTICLES; i++)
		order[i] = i;
	for (int turn = 0; turn < 4; turn++) {
		made_init(&made);
		for (uint32_t i = 0; i < ARTICLES; i++) {
			add_told(&made, order[i]);
			if (turn == 2 && i % 37 == 0) /* provisional epochs on the way */
				made_epoch(&made);
		}
		read_firsts(made_epoch(&made), turn ? got : want);
		CHECK_CASE("the order of loading changes no story",
			turn == 0 || memcmp(got, want, sizeof got) == 0);
		made_clear(&made);
		for (uint32_t i = ARTICLES; i-- > 1;) {
			uint32_t other = next(&dice, i + 1), kept = order[i];
			order[i] = order[other];
			order[other] = kept;
		}
	}
	for (uint32_t i = 0; i < ARTICLES; i++)
		told += want[i] == i / TOLD * TOLD;
	CHECK_CASE("most events are found", told > EVENTS * (TOLD - 1) / 2);
}

/* What is far away in the archive is found, on both sides of every end of a stretch. */
static void test_far_apart(void **state)
{
	enum { AMONG = 2 * STRETCH + 2 };
	struct made_article article = {.month = 3, .day = 14};
	struct related_article *related;
	struct made made;
	uint64_t dice = 3;

	(void)state;
	made_init(&made);
	for (uint32_t i = 0; i < AMONG; i++) {
		uint32_t turn = i % STRETCH;
		bool is_marked = turn < 2 || turn == STRETCH - 1;
		article.path = arena_format(&made.arena, "%05u.txt", i);
		article.title = word_of(5000 + i, &made.arena);
		article.body = body_of(&dice, 0, 4000, 6, &made.arena);
		article.year = 2000 + (int)(i / STRETCH * 8 + turn % 4 * 2);
		if (is_marked)
			article.body = arena_format(
				&made.arena, "%s Zanzibar et Vladivostok.", article.body);
		made_add(&made, &article);
	}
	const struct epoch *epoch = made_epoch(&made);
	uint32_t count = epoch_related(epoch, STRETCH, 7, &related, &made.arena);
	CHECK_CASE("as many as asked for", count == 7);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t turn = related[i].id % STRETCH;
		CHECK_CASE("all that are about the same",
			related[i].id != STRETCH && (turn < 2 || turn == STRETCH - 1));
	}
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_copies),
		cmocka_unit_test(test_one_day),
		cmocka_unit_test(test_orders),
		cmocka_unit_test(test_far_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
