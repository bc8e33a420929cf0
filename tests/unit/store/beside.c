/* A part of an epoch is made beside the rest: as late as it may be. */

#include "unit/check.h"

#include "store/epoch-tokens.h"
#include "unit/store/made.h"

/* Does the job when it is waited for, and not before. */
struct late {
	struct beside beside; /* the first */
	void (*job)(void *);
	void *of;
	atomic_bool stop;
	bool gives_up; /* before it is done */
};

static void begin(struct beside *beside, void (*job)(void *), void *of)
{
	struct late *late = (struct late *)beside;

	late->job = job;
	late->of = of;
}

static void end(struct beside *beside)
{
	struct late *late = (struct late *)beside;

	atomic_store(&late->stop, late->gives_up);
	late->job(late->of);
}

/* With what words are counted and packed by that one. */
static struct epoch *made_late(struct made *made, struct late *late)
{
	made_of(made, made_five, COUNT(made_five));
	late->beside = (struct beside){begin, end};
	made->archive.beside = &late->beside;
	return epoch_make(&made->archive, DAY_NONE, true, &late->stop);
}

static void test_late(void **state)
{
	struct late late = {.gives_up = false};
	struct made made;

	(void)state;
	struct epoch *epoch = made_late(&made, &late);
	CHECK_CASE("there is an epoch", epoch != NULL);
	CHECK_CASE("with the words that the other has",
		epoch->words.len > 0 && epoch->words.len == made.epoch->words.len);
	CHECK_CASE("and their order",
		epoch->tokens.len > 0 && epoch->tokens.len == made.epoch->tokens.len);
	epoch_close(epoch);
	made_clear(&made);
}

/* All else was made before. */
static void test_given_up(void **state)
{
	struct late late = {.gives_up = true};
	struct made made;

	(void)state;
	CHECK_CASE("there is none without its words", made_late(&made, &late) == NULL);
	made_clear(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_late),
		cmocka_unit_test(test_given_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
