#include "unit/check.h"

#include "app/child.h"

#include <signal.h>
#include <stdlib.h>

#define LONG 300000 /* more than a pipe holds */

static struct helper helper_made(void)
{
	struct helper helper;
	struct fault why;

	assert_int_equal(
		helper_open(&helper, &(struct helper_rights){.programs = true}, &why), OK);
	return helper;
}

static struct child_end run(const char *line, struct span input, struct arena *arena)
{
	const char *argv[] = {"/bin/sh", "-c", line, NULL};
	struct child child = {.argv = argv, .input = input, .feeds = true, .takes = true};
	struct child_end end;

	struct helper helper = helper_made();
	child_run(&helper, &child, &end, arena);
	helper_close(&helper);
	return end;
}

static void test_ends(void **state)
{
	/* clang-format off */
	static const struct {
		const char *label, *line, *output;
		int code;
		const char *words;
	} cases[] = {
		{"it is fed and its output is taken", "tr a-z A-Z", "GIVEN", 0, ""},
		{"one that reads nothing ends as well", "echo said", "said\n", 0, ""},
		{"the first line of its complaints is told", "echo one >&2; echo two >&2; exit 4", "",
			4, "one"},
		{"without a complaint its code is", "exit 3", "", 3, "/bin/sh ended with code 3"},
		{"a signal is told", "kill -KILL $$", "", 137, "/bin/sh was ended by signal 9"},
		{"signals are as they are by default", "kill -PIPE $$", "", 141,
			"/bin/sh was ended by signal 13"},
		{"a shell says what it does not find", "exec 2>&-; /nowhere/at-all", "", 127,
			"/bin/sh: there is no such program"},
	};
	/* clang-format on */
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct child_end end = run(cases[i].line, SPAN("given"), &arena);
		CHECK_TEXT(cases[i].label, end.output, span_of(cases[i].output));
		CHECK_CASE(cases[i].label, end.code == cases[i].code);
		CHECK_TEXT(cases[i].label, span_of(end.fault.words), span_of(cases[i].words));
	}
	arena_clear(&arena);
}

static void test_long_texts(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	char *bytes = memset(arena_alloc(&arena, LONG), 'x', LONG);
	struct span given = {bytes, LONG};
	CHECK_CASE("more than a pipe holds comes back whole",
		span_equal(run("cat", given, &arena).output, given));
	CHECK_CASE("both ways out are taken while it is fed",
		run("cat >&2; cat </dev/null", given, &arena).errors.len == LONG);
	CHECK_CASE("who stops reading is left in peace",
		run("head -c 1", given, &arena).output.len == 1);
	CHECK_CASE("what never ends is cut, not kept",
		run("yes | head -c 9000000", given, &arena).output.len <= CHILD_OUTPUT_MOST);
	arena_clear(&arena);
}

static void test_what_is_left_behind(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	struct child_end end = run("sleep 600 & echo $!", SPAN(""), &arena);
	CHECK_CASE("what it left behind is not waited for", end.code == 0 && end.output.len > 1);
	long left = strtol(arena_string(&arena, end.output), NULL, 10);
	CHECK_CASE("and runs on", left > 1 && kill((pid_t)left, SIGKILL) == 0);
	arena_clear(&arena);
}

static void test_no_such_program(void **state)
{
	const char *argv[] = {"/nowhere/editor", NULL};
	struct child child = {.argv = argv, .name = "editor"};
	struct child_end end;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	struct helper helper = helper_made();
	child_run(&helper, &child, &end, &arena);
	helper_close(&helper);
	CHECK_CASE("what is not there cannot end", end.code != 0);
	CHECK_TEXT("and is named as the user named it", span_of(end.fault.words),
		SPAN("editor: No such file or directory"));
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_long_texts),
		cmocka_unit_test(test_what_is_left_behind),
		cmocka_unit_test(test_no_such_program),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
