#include "unit/check.h"

#include "app/opening.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A home of the test's own, with a folder and two files to open. */
struct home {
	struct arena arena;
	char top[PATH_MAX];
	const char *news, *one, *two;
};

static int begin(void **state)
{
	struct home *home = test_calloc(1, sizeof *home);
	char template[] = "/tmp/depeche-opening-XXXXXX";

	arena_init(&home->arena);
	if (!mkdtemp(template) || !realpath(template, home->top))
		return 1;
	setenv("XDG_DATA_HOME", home->top, 1);
	home->news = arena_format(&home->arena, "%s/news", home->top);
	home->one = arena_format(&home->arena, "%s/one.txt", home->top);
	home->two = arena_format(&home->arena, "%s/two.txt", home->top);
	mkdir(home->news, 0700);
	fclose(fopen(home->one, "w"));
	fclose(fopen(home->two, "w"));
	*state = home;
	return 0;
}

static int end(void **state)
{
	struct home *home = *state;
	static const char *const files[] = {"one.txt", "two.txt", "depeche/journal.sqlite",
		"depeche/journal.sqlite-wal", "depeche/journal.sqlite-shm"};

	for (size_t i = 0; i < COUNT(files); i++)
		unlink(arena_format(&home->arena, "%s/%s", home->top, files[i]));
	rmdir(arena_format(&home->arena, "%s/depeche", home->top));
	rmdir(home->news);
	rmdir(home->top);
	arena_clear(&home->arena);
	test_free(home);
	return 0;
}

static struct options options_of(const char *const *paths, uint32_t count)
{
	return (struct options){.paths = paths,
		.path_count = count,
		.today = INT32_MIN,
		.max_size = LOAD_MAX_SIZE_DEFAULT};
}

static enum err try_open(struct opening *opening, const struct options *options, FILE *in,
	struct arena *arena, struct fault *why)
{
	struct opening_wish wish = {
		.options = options, .terminal = true, .in = in, .program = "x", .today = 18653};

	return opening_open(opening, &wish, arena, why);
}

static void test_given(void **state)
{
	struct home *home = *state;
	const char *paths[] = {home->news, home->one, home->two};
	struct options options = options_of(paths, 3);
	struct opening opening;
	struct fault why = {0};

	CHECK_CASE("opens", !try_open(&opening, &options, stdin, &home->arena, &why));
	assert_string_equal(opening.name, "news and 2 more");
	CHECK_CASE("as given", opening.load.path_count == 3 && opening.load.paths[1] == home->one);
	CHECK_CASE("today is the clock's", opening.load.today == 18653);
	CHECK_CASE("on the screen, with a journal", opening.screen && opening.journal);
	opening_close(&opening, true, &why);
	options.command = COMMAND_LIST;
	options.today = 3;
	CHECK_CASE("opens", !try_open(&opening, &options, stdin, &home->arena, &why));
	CHECK_CASE("a command needs no journal", !opening.screen && !opening.journal);
	CHECK_CASE("--today is stronger", opening.load.today == 3);
	opening_close(&opening, true, &why);
	CHECK_CASE("nothing to tell", why.err == OK);
}

static void test_last(void **state)
{
	struct home *home = *state;
	const char *paths[] = {home->news}, *others[] = {home->one, home->two};
	struct options options = options_of(paths, 1);
	struct opening opening;
	struct fault why = {0};

	CHECK_CASE("opens", !try_open(&opening, &options, stdin, &home->arena, &why));
	opening_close(&opening, true, &why);
	options = options_of(others, 2);
	CHECK_CASE("opens", !try_open(&opening, &options, stdin, &home->arena, &why));
	opening_close(&opening, false, &why);
	options = options_of(NULL, 0);
	CHECK_CASE("opens", !try_open(&opening, &options, stdin, &home->arena, &why));
	CHECK_CASE("the one read last, not the one that could not be shown",
		opening.load.path_count == 1 && strcmp(opening.load.paths[0], home->news) == 0);
	opening_close(&opening, true, &why);
	rmdir(home->news);
	CHECK_CASE("it is gone",
		try_open(&opening, &options, stdin, &home->arena, &why) == ERR_ABSENT);
	CHECK_CASE("its path is told", strstr(why.words, home->news));
	opening_close(&opening, false, &why);
}

static void test_stdin(void **state)
{
	struct home *home = *state;
	const char *lines = arena_format(&home->arena, "%s\r\n\n%s", home->one, home->two);
	struct options options = options_of(NULL, 0);
	struct opening opening;
	struct fault why = {0};
	char *bytes = arena_string(&home->arena, span_of(lines));
	FILE *in = fmemopen(bytes, strlen(bytes), "r");

	options.paths_from_stdin = true;
	CHECK_CASE("opens", !try_open(&opening, &options, in, &home->arena, &why));
	CHECK_CASE("a path a line; blank ones are none",
		opening.load.path_count == 2 && strcmp(opening.load.paths[0], home->one) == 0 &&
			strcmp(opening.load.paths[1], home->two) == 0);
	opening_close(&opening, true, &why);
	CHECK_CASE(
		"nothing there", try_open(&opening, &options, in, &home->arena, &why) == ERR_USAGE);
	opening_close(&opening, false, &why);
	fclose(in);
}

static void test_refused(void **state)
{
	struct home *home = *state;
	const char *none[] = {"/no/such/folder"}, *slip[] = {"lst"};
	const char *under[] = {arena_format(&home->arena, "%s/below", home->one)};
	struct options options = options_of(none, 1);
	struct opening opening;
	struct fault why = {0};

	CHECK_CASE("no such folder",
		try_open(&opening, &options, stdin, &home->arena, &why) == ERR_ABSENT);
	assert_string_equal(why.words, "/no/such/folder: no such file or folder");
	opening_close(&opening, false, &why);
	options = options_of(slip, 1);
	CHECK_CASE("a command misspelt",
		try_open(&opening, &options, stdin, &home->arena, &why) == ERR_ABSENT);
	CHECK_CASE("what was meant", strstr(why.words, "did you mean depeche list?"));
	opening_close(&opening, false, &why);
	options = options_of(under, 1);
	CHECK_CASE("under a file",
		try_open(&opening, &options, stdin, &home->arena, &why) == ERR_ABSENT);
	opening_close(&opening, false, &why);
}

static void test_no_home(void **state)
{
	struct home *home = *state;
	const char *paths[] = {home->news};
	struct options options = options_of(paths, 1);
	struct opening opening;
	struct fault why = {0};

	setenv("XDG_DATA_HOME", "/dev/null", 1);
	CHECK_CASE("opens all the same",
		!try_open(&opening, &options, stdin, &home->arena, &why) && !opening.journal);
	opening_close(&opening, true, &why);
	CHECK_CASE("and says what is missing", strstr(why.words, "marks were not kept"));
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(test_given),
		EACH(test_last),
		EACH(test_stdin),
		EACH(test_refused),
		EACH(test_no_home),
	};

	return cmocka_run_group_tests_name("app/opening", tests, NULL, NULL);
}
