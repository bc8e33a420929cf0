#include "unit/check.h"

#include "app/folders.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct case_of_folder {
	const char *label, *variable, *home, *want;
};

static const struct case_of_folder cases[] = {
	{"the variable", "/data", "/home/anna", "/data/depeche"},
	{"without it, under home", NULL, "/home/anna", "/home/anna/.local/share/depeche"},
	{"an empty one is none", "", "/home/anna", "/home/anna/.local/share/depeche"},
	{"a relative one is ignored", "data", "/home/anna", "/home/anna/.local/share/depeche"},
	{"a relative home too", NULL, "anna", NULL},
	{"nothing is set", NULL, NULL, NULL},
	{"the variable is enough", "/data", NULL, "/data/depeche"},
};

static void set(const char *name, const char *value)
{
	if (value)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

static void test_folders(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct case_of_folder *c = &cases[i];
		struct arena arena;

		arena_init(&arena);
		set("XDG_DATA_HOME", c->variable);
		set("HOME", c->home);
		const char *got = folder_data(&arena);
		CHECK_CASE(c->label, !got == !c->want);
		CHECK_TEXT(c->label, span_of(got), span_of(c->want));
		arena_clear(&arena);
	}
}

static void test_kinds(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	set("HOME", "/h");
	set("XDG_STATE_HOME", NULL);
	set("XDG_CACHE_HOME", NULL);
	set("XDG_CONFIG_HOME", "/c");
	assert_string_equal(folder_state(&arena), "/h/.local/state/depeche");
	assert_string_equal(folder_cache(&arena), "/h/.cache/depeche");
	assert_string_equal(folder_config(&arena), "/c/depeche");
	arena_clear(&arena);
}

static void make_file(const char *path)
{
	int fd = open(path, O_CREAT | O_WRONLY, 0600);

	assert_true(fd >= 0);
	close(fd);
}

/* A source tree: build/depeche, src/main.c and seeds; then an installed one. */
static void test_bundled(void **state)
{
	char top[] = "/tmp/depeche-folders-XXXXXX", real[4096];
	struct arena arena;

	(void)state;
	arena_init(&arena);
	assert_non_null(mkdtemp(top));
	assert_int_equal(chdir(top), 0);
	assert_non_null(getcwd(real, sizeof real));
	assert_int_equal(mkdir("build", 0700) | mkdir("seeds", 0700) | mkdir("src", 0700), 0);
	make_file("build/depeche");
	const char *program = arena_format(&arena, "%s/build/depeche", top);
	const char *seeds = arena_format(&arena, "%s/seeds", real);
	const char *found = folder_bundled(program, &arena);
	CHECK_CASE("a folder of that name alone is not ours", !found || strcmp(found, seeds));
	make_file("src/main.c");
	CHECK_TEXT("beside the source", span_of(folder_bundled(program, &arena)), span_of(seeds));
	CHECK_TEXT("by a relative name", span_of(folder_bundled("build/depeche", &arena)),
		span_of(seeds));
	assert_int_equal(unlink("src/main.c"), 0);
	assert_int_equal(mkdir("share", 0700) | mkdir("share/depeche", 0700) |
				 mkdir("share/depeche/seeds", 0700),
		0);
	CHECK_TEXT("installed", span_of(folder_bundled(program, &arena)),
		span_of(arena_format(&arena, "%s/share/depeche/seeds", real)));
	folder_bundled(NULL, &arena);
	folder_bundled("no-such-program", &arena);
	CHECK_CASE("the test's own folder goes again",
		!unlink("build/depeche") && !rmdir("build") && !rmdir("seeds") && !rmdir("src") &&
			!rmdir("share/depeche/seeds") && !rmdir("share/depeche") &&
			!rmdir("share") && !rmdir(top));
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_folders),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_bundled),
	};

	return cmocka_run_group_tests_name("app/folders", tests, NULL, NULL);
}
