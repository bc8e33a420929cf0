#include "unit/check.h"

#include "app/people-file.h"
#include "base/buf.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define WRITERS 4
#define LINES 25

struct place {
	struct arena arena;
	char top[64];
	const char *folder, *path, *link;
};

static int begin(void **state)
{
	static struct place place;

	arena_init(&place.arena);
	snprintf(place.top, sizeof place.top, "/tmp/depeche-people-XXXXXX");
	if (!mkdtemp(place.top))
		return 1;
	place.folder = arena_format(&place.arena, "%s/share/depeche", place.top);
	place.path = arena_format(&place.arena, "%s/people", place.folder);
	place.link = arena_format(&place.arena, "%s/link", place.top);
	*state = &place;
	return 0;
}

static int end(void **state)
{
	struct place *place = *state;
	static const char *const endings[] = {"", ".lock", ".new"};

	for (size_t i = 0; i < COUNT(endings); i++)
		unlink(arena_format(&place->arena, "%s%s", place->path, endings[i]));
	unlink(place->link);
	rmdir(place->folder);
	rmdir(arena_format(&place->arena, "%s/share", place->top));
	rmdir(place->top);
	arena_clear(&place->arena);
	return 0;
}

static struct span content(const struct place *place, struct arena *arena)
{
	struct buf buf;
	FILE *file = fopen(place->path, "r");
	int c;

	buf_init(&buf, arena);
	while (file && (c = getc(file)) != EOF)
		buf_char(&buf, (char)c);
	if (file)
		fclose(file);
	return buf_span(&buf);
}

static enum err add(struct place *place, enum people_verb verb, const char *name, const char *other,
	const char **line)
{
	struct span others[] = {span_of(other)};
	struct people_rule rule = {
		.verb = verb, .name = span_of(name), .others = others, .other_count = 1};

	return people_file_add(place->path, &rule, line, &place->arena, NULL);
}

static void test_lines(void **state)
{
	struct place *place = *state;
	const char *merged, *hidden;

	CHECK_CASE("a first line makes the file and its folders",
		add(place, PEOPLE_MERGE, "dmitri-peskov", "D. Peskow", &merged) == OK);
	CHECK_CASE("a second", add(place, PEOPLE_HIDE, "", "Titanic", &hidden) == OK);
	CHECK_TEXT("both stand there", content(place, &place->arena),
		SPAN("merge dmitri-peskov: D. Peskow\nhide Titanic\n"));
	CHECK_CASE("the first is taken back", people_file_undo(place->path, merged, NULL) == OK);
	CHECK_TEXT("the second stays", content(place, &place->arena), SPAN("hide Titanic\n"));
	CHECK_CASE("it cannot be taken back twice",
		people_file_undo(place->path, merged, NULL) == ERR_ABSENT);
	CHECK_CASE("a name that cannot stand in a line",
		add(place, PEOPLE_RENAME, "dmitri-peskov", "a, b", &merged) == ERR_USAGE);
	CHECK_TEXT("changes nothing", content(place, &place->arena), SPAN("hide Titanic\n"));
}

static void test_what_others_wrote(void **state)
{
	static const char own[] = "# mine\r\n\n  hide  A # ship\nno such word\nlast";
	struct place *place = *state;
	const char *line;
	struct stat st;
	int fd = open(place->path, O_WRONLY | O_TRUNC);

	assert_true(write(fd, own, sizeof own - 1) == (ssize_t)sizeof own - 1);
	fchmod(fd, 0644);
	close(fd);
	assert_int_equal(symlink(place->path, place->link), 0);
	const char *path = place->path;
	place->path = place->link;
	CHECK_CASE("through a link", add(place, PEOPLE_HIDE, "", "Titanic", &line) == OK);
	place->path = path;
	CHECK_TEXT("lines of others stay as they are", content(place, &place->arena),
		span_of(arena_format(&place->arena, "%s\nhide Titanic\n", own)));
	CHECK_CASE("the link is one still", lstat(place->link, &st) == 0 && S_ISLNK(st.st_mode));
	CHECK_CASE("and who may read it", stat(path, &st) == 0 && (st.st_mode & 0777) == 0644);
}

#define TRIES 1000 /* a slow disk can keep a program waiting longer than it waits for a lock */

/* As a reader does who is told that it could not be done, and asks again. */
static bool add_in_the_end(struct place *place, const char *name, const char **line)
{
	for (int i = 0; i < TRIES; i++)
		if (!add(place, PEOPLE_HIDE, "", name, line))
			return true;
	return false;
}

static bool undo_in_the_end(const struct place *place, const char *line)
{
	for (int i = 0; i < TRIES; i++)
		if (!people_file_undo(place->path, line, NULL))
			return true;
	return false;
}

/* Four programs add and take back lines at once; none is lost, none is cut. */
static void test_together(void **state)
{
	struct place *place = *state;

	unlink(place->path);
	for (int w = 0; w < WRITERS; w++) {
		if (fork() != 0)
			continue;
		for (int i = 0; i < LINES; i++) {
			const char *line, *name = arena_format(&place->arena, "W%d L%d", w, i);
			if (!add_in_the_end(place, name, &line) ||
				(i % 5 == 0 && !undo_in_the_end(place, line)))
				_exit(1);
		}
		_exit(0);
	}
	for (int w = 0; w < WRITERS; w++) {
		int status;
		wait(&status);
		CHECK_CASE("every program could write", WIFEXITED(status) && !WEXITSTATUS(status));
	}
	struct people_rules rules =
		people_rules_parse(content(place, &place->arena), &place->arena);
	CHECK_CASE("every line is there and whole",
		rules.count == WRITERS * LINES * 4 / 5 && rules.slip_count == 0);
}

static void test_refused(void **state)
{
	struct place *place = *state;
	struct fault why = {0};
	struct span name = SPAN("Titanic");
	struct people_rule rule = {.verb = PEOPLE_HIDE, .others = &name, .other_count = 1};
	const char *line = NULL;
	const char *path = arena_format(&place->arena, "%s/people/people", place->folder);

	CHECK_CASE("a file where a folder should be",
		people_file_add(path, &rule, &line, &place->arena, &why) == ERR_IO && !line &&
			why.err == ERR_IO);
	path = place->folder;
	CHECK_CASE("a folder where the file should be",
		people_file_add(path, &rule, &line, &place->arena, &why) == ERR_IO && !line);
	unlink(arena_format(&place->arena, "%s.lock", path));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_what_others_wrote),
		cmocka_unit_test(test_together),
		cmocka_unit_test(test_refused),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
