#include "unit/check.h"

#include "store/epoch-walk.h"
#include "store/load.h"
#include "unit/store/told.h"

#include <string.h>

#define LATER (INT64_C(4000000000) * 1000000000) /* ns: long after any file was written */

/* An archive that is shown, and is read again. */
struct world {
	struct folder_made folder, kept;
};

static struct load *open_with(struct world *world, struct load_options options, bool cached)
{
	struct load *load = NULL;

	options.paths = &world->folder.path;
	options.path_count = 1;
	options.max_size = LOAD_MAX_SIZE_DEFAULT;
	options.today = DAY_NONE;
	options.workers = 2;
	options.cache_folder = cached ? world->kept.path : NULL;
	options.now_ns = LATER;
	options.cache_least = 1;
	assert_int_equal(load_open(&load, &options, NULL), OK);
	return load;
}

/* Nobody looks, and what was read is kept. */
static void keep(struct world *world)
{
	struct load *load = open_with(world, (struct load_options){.whole = true}, true);

	load_wait(load);
	load_close(load);
}

static struct load *open_shown(struct world *world, bool cached)
{
	return open_with(world, (struct load_options){.behind = true}, cached);
}

static struct load *open_again(
	struct world *world, struct load *before, uint32_t least, bool cached)
{
	return open_with(world,
		(struct load_options){
			.whole = true, .behind = true, .before = before, .early_least = least},
		cached);
}

static void world_init(struct world *world)
{
	folder_init(&world->folder);
	folder_init(&world->kept);
	write_archive(&world->folder, 40);
	folder_link(&world->folder, "0007b.txt", "nowhere");
}

static void world_clear(struct world *world)
{
	folder_clear(&world->folder);
	folder_clear(&world->kept);
}

/* What happened to the folder in between, and how many articles there are early; 0: none. */
enum change {
	NOTHING,
	CAME,
	CAME_MANY,
	CHANGED,
	WENT,
	ALL_WENT,
	CAME_AND_WENT,
	CHANGED_EMPTY,
	CAME_EMPTY,
	PROBLEM
};

static void change(struct world *world, enum change what)
{
	struct folder_made *folder = &world->folder;

	if (what == CAME || what == CAME_AND_WENT)
		folder_write(folder, "0003b.txt", SPAN("Du nouveau de Sergueï Lavrov.\n"));
	if (what == CAME_MANY)
		write_lines(folder, "a.jsonl", 30);
	if (what == CHANGED)
		folder_write(folder, "0003.txt", SPAN("Un autre texte de Sergueï Lavrov.\n"));
	if (what == WENT || what == CAME_AND_WENT)
		assert_int_equal(unlink(folder_join(folder, "0004.txt")), 0);
	for (unsigned i = 0; what == ALL_WENT && i < 40; i++)
		assert_int_equal(
			unlink(folder_join(folder, arena_format(&folder->arena, "%04u.txt", i))),
			0);
	if (what == CHANGED_EMPTY)
		folder_write(folder, "0003.txt", SPAN(""));
	if (what == CAME_EMPTY)
		folder_write(folder, "0003b.txt", SPAN(""));
	if (what == PROBLEM)
		folder_link(folder, "0003b.txt", "nowhere");
}

static const struct {
	const char *label;
	enum change change;
	uint32_t least, want;
} cases[] = {
	/* clang-format off */
	{"a file came", CAME, 1, 41},
	{"many articles came", CAME_MANY, 40, 70},
	{"the archive is too small", CAME, 41, 0},
	{"nothing happened", NOTHING, 1, 0},
	{"a file changed", CHANGED, 1, 40},
	{"a file went", WENT, 1, 39},
	{"every file went", ALL_WENT, 1, 0},
	{"a file came and another went", CAME_AND_WENT, 1, 40},
	{"a file is empty now", CHANGED_EMPTY, 1, 39},
	{"what came is empty", CAME_EMPTY, 1, 0},
	{"what came cannot be read", PROBLEM, 1, 0},
	/* clang-format on */
};

static bool has_path(const struct epoch *epoch, const char *path)
{
	bool has = false;

	for (article_id id = 0; id < epoch_count(epoch); id++)
		has |= strcmp(epoch_path(epoch, id), path) == 0;
	return has;
}

/* All of before as it was, but for those that went, and the rest behind. */
static void check_early(
	const char *label, const struct epoch *early, const struct epoch *old, uint32_t want)
{
	CHECK_CASE(label, epoch_here(early) == want);
	for (article_id id = 0; id < epoch_count(early); id++) {
		const struct article *article = epoch_article(early, id);
		CHECK_CASE(label, article->text.len > 0);
		if (id < epoch_count(old))
			CHECK_TEXT(label, span_of(article->path), span_of(epoch_path(old, id)));
	}
}

/* However it was known before what there was: read, or kept by an earlier start. */
static void check_case(size_t number, bool cached)
{
	struct world world;
	struct arena arena;

	arena_init(&arena);
	world_init(&world);
	if (cached)
		keep(&world);
	struct load *before = open_shown(&world, cached);
	const struct epoch *old = load_wait(before);
	change(&world, cases[number].change);
	struct load *next = open_again(&world, before, cases[number].least, cached);
	const struct epoch *whole = load_wait(next), *early = load_take_early(next);
	CHECK_CASE(cases[number].label, !early == !cases[number].want);
	if (early)
		check_early(cases[number].label, early, old, cases[number].want);
	for (article_id id = 0; early && id < epoch_count(early); id++)
		CHECK_CASE(cases[number].label,
			!epoch_is_here(early, id) || has_path(whole, epoch_path(early, id)));
	CHECK_CASE("once", !load_take_early(next));
	struct span text = told(whole, &arena);
	load_forget_early(next);
	load_close(before);
	CHECK_TEXT("the final epoch needs nothing of it", told(whole, &arena), text);
	load_close(next);
	world_clear(&world);
	arena_clear(&arena);
}

static void test_early(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		check_case(i, false);
		check_case(i, true);
	}
}

/* What an earlier start kept is shown, other files are there since: that is found out behind the
 * screen. */
static void check_stale(const char *label, enum change what, uint32_t want)
{
	struct world world;

	world_init(&world);
	assert_int_equal(unlink(folder_join(&world.folder, "0007b.txt")), 0);
	keep(&world);
	change(&world, what);
	struct load *before = open_shown(&world, true);
	const struct epoch *old = load_wait(before);
	CHECK_CASE("shown as it was", load_is_stale(before) && epoch_count(old) == 40);
	struct load *next = open_again(&world, before, 1, true);
	load_wait(next);
	const struct epoch *early = load_take_early(next);
	CHECK_CASE(label, early);
	check_early(label, early, old, want);
	load_close(next);
	load_close(before);
	world_clear(&world);
}

static void test_stale(void **state)
{
	(void)state;
	check_stale("what came since the start before", CAME, 41);
	check_stale("what changed since then", CHANGED, 40);
	check_stale("what went since then", WENT, 39);
}

/* Given up wherever it is. */
static void test_given_up(void **state)
{
	struct world world;

	(void)state;
	world_init(&world);
	struct load *before = open_shown(&world, false);
	load_wait(before);
	change(&world, CAME_MANY);
	for (int i = 0; i < 20; i++)
		load_close(open_again(&world, before, 1, false));
	load_close(before);
	world_clear(&world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_early),
		cmocka_unit_test(test_stale),
		cmocka_unit_test(test_given_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
