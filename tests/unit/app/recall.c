#include "unit/check.h"

#include "app/recall.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static uint32_t count_of(const char *path, struct recall_lines *lines, struct arena *arena)
{
	*lines = (struct recall_lines){0};
	recall_read(path, lines, arena);
	return lines->count;
}

static void test_keeping(void **state)
{
	char folder[] = "/tmp/depeche-recall-XXXXXX";
	struct recall_lines lines = {0};
	struct arena arena;
	struct stat file;

	(void)state;
	arena_init(&arena);
	assert_non_null(mkdtemp(folder));
	const char *path = arena_format(&arena, "%s/state/commands", folder);
	CHECK_CASE("a file that is not there holds nothing", count_of(path, &lines, &arena) == 0);
	CHECK_CASE("the folder is made", recall_add(path, SPAN("set a=b"), NULL) == OK);
	recall_add(path, SPAN("goto é"), NULL);
	recall_add(path, SPAN("goto é"), NULL);
	CHECK_CASE("the same again is kept once", count_of(path, &lines, &arena) == 2);
	CHECK_TEXT("the latest stands last", lines.at[1], SPAN("goto é"));
	CHECK_CASE(
		"it is the user's alone", stat(path, &file) == 0 && (file.st_mode & 0777) == 0600);
	for (uint32_t i = 0; i < 2 * RECALL_MOST; i++)
		recall_add(path, span_of(arena_format(&arena, "line %u", i)), NULL);
	CHECK_CASE("it does not grow for ever", count_of(path, &lines, &arena) <= 2 * RECALL_MOST);
	CHECK_TEXT("the latest are kept", lines.at[lines.count - 1],
		span_of(arena_format(&arena, "line %u", 2 * RECALL_MOST - 1)));
	unlink(path);
	rmdir(arena_format(&arena, "%s/state", folder));
	rmdir(folder);
	arena_clear(&arena);
}

#define TRIES 1000 /* a slow disk can keep one waiting longer than it waits for a lock */

static void add_in_the_end(const char *path, struct span line)
{
	for (int i = 0; i < TRIES; i++)
		if (!recall_add(path, line, NULL))
			return;
}

/* Two readers at once: not a line is lost or torn. */
static void test_together(void **state)
{
	char path[] = "/tmp/depeche-recall-XXXXXX";
	struct recall_lines lines = {0};
	struct arena arena;
	int fd = mkstemp(path);

	(void)state;
	close(fd);
	arena_init(&arena);
	pid_t other = fork();
	for (int i = 0; i < 200; i++)
		add_in_the_end(path, span_of(arena_format(&arena, "%s %d", other ? "a" : "b", i)));
	if (other == 0)
		_exit(0);
	waitpid(other, NULL, 0);
	CHECK_CASE("two that add at once lose nothing", count_of(path, &lines, &arena) == 400);
	unlink(path);
	arena_clear(&arena);
}

static void test_refused(void **state)
{
	struct fault why = {0};

	(void)state;
	CHECK_CASE("what cannot be written is told",
		recall_add("/dev/null/x/commands", SPAN("a"), &why) == ERR_IO && why.words[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keeping),
		cmocka_unit_test(test_together),
		cmocka_unit_test(test_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
