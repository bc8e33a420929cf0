#include "unit/check.h"

#include "app/journal.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define ARTICLES 60u

/* A folder of the test's own; what is in it goes with it. */
struct place {
	struct arena arena;
	char top[64];
	const char *folder, *file;
};

static struct digest digest(uint64_t number)
{
	return (struct digest){number, ~number};
}

static int begin(void **state)
{
	struct place *place = test_calloc(1, sizeof *place);

	arena_init(&place->arena);
	snprintf(place->top, sizeof place->top, "/tmp/depeche-journal-XXXXXX");
	if (!mkdtemp(place->top))
		return 1;
	place->folder = arena_format(&place->arena, "%s/share/depeche", place->top);
	place->file = arena_format(&place->arena, "%s/journal.sqlite", place->folder);
	*state = place;
	return 0;
}

static int end(void **state)
{
	struct place *place = *state;
	static const char *const endings[] = {"", "-wal", "-shm"};

	for (size_t i = 0; i < COUNT(endings); i++)
		unlink(arena_format(&place->arena, "%s%s", place->file, endings[i]));
	chmod(place->top, 0700);
	rmdir(place->folder);
	rmdir(arena_format(&place->arena, "%s/share", place->top));
	rmdir(place->top);
	arena_clear(&place->arena);
	test_free(place);
	return 0;
}

static struct journal *opened(const struct place *place)
{
	struct journal *journal = NULL;
	struct fault why = {0};

	if (journal_open(&journal, place->folder, &why))
		CHECK_FAILED("the journal opens: %s", why.words);
	return journal;
}

static void test_marks(void **state)
{
	const struct place *place = *state;
	struct journal *journal = opened(place);
	struct mark mark;

	mark = journal_mark(journal, digest(1));
	CHECK_CASE("never marked", !mark.read && !mark.starred && mark.offset == 0);
	mark = (struct mark){.read = true, .offset = UINT32_MAX};
	CHECK_CASE("set", !journal_set(journal, digest(1), mark, NULL));
	CHECK_CASE("answered at once", journal_mark(journal, digest(1)).read);
	journal_close(journal);
	journal = opened(place);
	mark = journal_mark(journal, digest(1));
	CHECK_CASE("kept", mark.read && !mark.starred && mark.offset == UINT32_MAX);
	mark.read = false;
	mark.starred = true;
	CHECK_CASE("taken back", !journal_set(journal, digest(1), mark, NULL));
	journal_close(journal);
	journal = opened(place);
	mark = journal_mark(journal, digest(1));
	CHECK_CASE("that too is kept", !mark.read && mark.starred && mark.offset == UINT32_MAX);
	CHECK_CASE("others are not touched", !journal_mark(journal, digest(2)).starred);
	journal_close(journal);
}

static void test_archive(void **state)
{
	const struct place *place = *state;
	struct journal *journal = opened(place);
	struct arena arena;
	const char *paths;

	arena_init(&arena);
	CHECK_CASE("none at first", !journal_archive(journal, &arena));
	CHECK_CASE("noted", !journal_set_archive(journal,
				    (const char *const[]){"/a", "/b\xff c\n", "/d"}, 3, NULL));
	journal_close(journal);
	journal = opened(place);
	paths = journal_archive(journal, &arena);
	assert_memory_equal(paths, "/a\0/b\xff c\n\0/d\0", 14);
	CHECK_CASE(
		"noted anew", !journal_set_archive(journal, (const char *const[]){"/e"}, 1, NULL));
	assert_memory_equal(journal_archive(journal, &arena), "/e\0", 4);
	CHECK_CASE("none again", !journal_set_archive(journal, NULL, 0, NULL));
	CHECK_CASE("none again", !journal_archive(journal, &arena));
	journal_close(journal);
	arena_clear(&arena);
}

/* What one reader stars and another reads, of the same article, are both kept. */
static void test_two_in_turn(void **state)
{
	const struct place *place = *state;
	struct journal *one = opened(place), *two = opened(place);
	struct mark mark;

	journal_set(one, digest(7), (struct mark){.read = true}, NULL);
	journal_set(two, digest(7), (struct mark){.starred = true}, NULL);
	journal_set(one, digest(7), (struct mark){.read = true, .offset = 40}, NULL);
	CHECK_CASE("not seen yet", !journal_mark(one, digest(7)).starred);
	journal_refresh(one);
	journal_refresh(two);
	mark = journal_mark(one, digest(7));
	CHECK_CASE("one sees both", mark.read && mark.starred && mark.offset == 40);
	mark = journal_mark(two, digest(7));
	CHECK_CASE("two sees both", mark.read && mark.starred && mark.offset == 40);
	journal_close(one);
	journal_close(two);
}

#define TRIES 1000 /* a slow disk can keep a process waiting longer than the journal waits */

/* As a reader does who is told that it could not be done, and presses the key again. */
static bool mark_in_the_end(struct journal *journal, struct digest digest, struct mark mark)
{
	for (int i = 0; i < TRIES; i++)
		if (!journal_set(journal, digest, mark, NULL))
			return true;
	return false;
}

static struct journal *open_in_the_end(const struct place *place)
{
	struct journal *journal = NULL;

	for (int i = 0; i < TRIES; i++)
		if (!journal_open(&journal, place->folder, NULL))
			return journal;
	return NULL;
}

/* A process that opens the journal and marks every article in its own way. */
static void read_everything(const struct place *place, bool star)
{
	struct journal *journal = open_in_the_end(place);

	if (!journal)
		_exit(1);
	for (uint64_t i = 0; i < ARTICLES; i++) {
		struct mark mark = journal_mark(journal, digest(i));

		if (star)
			mark.starred = true;
		else
			mark.read = true;
		if (!mark_in_the_end(journal, digest(i), mark))
			_exit(2);
	}
	journal_close(journal);
	_exit(0);
}

static void test_two_at_once(void **state)
{
	const struct place *place = *state;
	pid_t children[4];
	struct journal *journal;

	for (int i = 0; i < 4; i++) {
		children[i] = fork();
		assert_true(children[i] >= 0);
		if (!children[i])
			read_everything(place, i % 2);
	}
	for (int i = 0; i < 4; i++) {
		int status = -1;

		waitpid(children[i], &status, 0);
		CHECK_CASE("each one could write all", status == 0);
	}
	journal = opened(place);
	for (uint64_t i = 0; i < ARTICLES; i++) {
		struct mark mark = journal_mark(journal, digest(i));

		CHECK_CASE("nothing is lost", mark.read && mark.starred);
	}
	journal_close(journal);
}

/* A reader that is killed: each mark it was answered for is told through the pipe. */
static void test_killed(void **state)
{
	const struct place *place = *state;
	int answered[2];
	char byte;
	uint64_t count = 0;
	pid_t child;
	struct journal *journal;

	assert_int_equal(pipe(answered), 0);
	child = fork();
	if (child == 0) {
		journal = opened(place);
		for (uint64_t i = 0;; i++) {
			struct mark mark = {.starred = i % 2, .offset = (uint32_t)i + 1};

			if (journal_set(journal, digest(i), mark, NULL) ||
				write(answered[1], "x", 1) != 1)
				_exit(1);
		}
	}
	close(answered[1]);
	while (count < 25 && read(answered[0], &byte, 1) == 1)
		count++;
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	while (read(answered[0], &byte, 1) == 1)
		count++;
	close(answered[0]);
	journal = opened(place);
	CHECK_CASE("some were answered", count >= 25);
	for (uint64_t i = 0; i < count; i++)
		CHECK_CASE("every answered mark is there",
			journal_mark(journal, digest(i)).offset == (uint32_t)i + 1);
	journal_close(journal);
}

static void put_file(const struct place *place, const char *bytes, size_t len)
{
	int fd;

	fd = open(place->file, O_CREAT | O_WRONLY | O_TRUNC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), (ssize_t)len);
	close(fd);
}

static void test_foreign(void **state)
{
	const struct place *place = *state;
	static const char notes[] = "shopping list: bread, ink, a new ribbon for the typewriter, "
				    "and whatever else is needed to fill more than a hundred bytes";
	char back[sizeof notes];
	struct journal *journal = opened(place);
	struct fault why = {0};
	int fd;

	journal_close(journal);
	put_file(place, notes, sizeof notes);
	journal = NULL;
	CHECK_CASE("no database", journal_open(&journal, place->folder, &why) == ERR_FORMAT);
	CHECK_CASE("nothing is handed out", journal == NULL);
	CHECK_CASE("the file is named", strstr(why.words, "journal.sqlite"));
	fd = open(place->file, O_RDONLY);
	assert_int_equal(read(fd, back, sizeof back), (ssize_t)sizeof back);
	close(fd);
	CHECK_CASE("it is left alone", memcmp(back, notes, sizeof back) == 0);
}

/* Turns four bytes of the database's header into another number; big-endian at its place. */
static void patch(const struct place *place, off_t at, unsigned number)
{
	unsigned char bytes[] = {(unsigned char)(number >> 24), (unsigned char)(number >> 16),
		(unsigned char)(number >> 8), (unsigned char)number};
	int fd = open(place->file, O_WRONLY);

	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, bytes, sizeof bytes, at), (ssize_t)sizeof bytes);
	close(fd);
}

static void test_owner(void **state)
{
	const struct place *place = *state;
	struct journal *journal = opened(place);
	struct fault why = {0};

	journal_close(journal);
	patch(place, 60, 99); /* user_version */
	CHECK_CASE("a later version", journal_open(&journal, place->folder, &why) == ERR_FORMAT);
	CHECK_CASE("says so", strstr(why.words, "later version"));
	patch(place, 60, 1);
	patch(place, 68, 0x12345678); /* application_id */
	CHECK_CASE("another's", journal_open(&journal, place->folder, &why) == ERR_FORMAT);
	CHECK_CASE("says so", strstr(why.words, "another program"));
}

static void test_no_place(void **state)
{
	const struct place *place = *state;
	struct journal *journal = NULL;
	struct fault why = {0};

	CHECK_CASE("a folder under a file",
		journal_open(&journal, "/dev/null/depeche", &why) == ERR_IO && !journal);
	CHECK_CASE("says which", strstr(why.words, "/dev/null"));
	if (geteuid() == 0)
		return; /* nothing is forbidden to root */
	chmod(place->top, 0500);
	CHECK_CASE("a read-only home",
		journal_open(&journal, place->folder, &why) == ERR_IO && !journal);
}

/* An empty file is a new journal: so a program that died early leaves nothing to repair. */
static void test_empty(void **state)
{
	const struct place *place = *state;
	struct journal *journal = opened(place);

	journal_close(journal);
	put_file(place, "", 0);
	journal = opened(place);
	CHECK_CASE(
		"written to", !journal_set(journal, digest(1), (struct mark){.read = true}, NULL));
	journal_close(journal);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(test_marks),
		EACH(test_archive),
		EACH(test_two_in_turn),
		EACH(test_two_at_once),
		EACH(test_killed),
		EACH(test_foreign),
		EACH(test_owner),
		EACH(test_no_place),
		EACH(test_empty),
	};

	return cmocka_run_group_tests_name("app/journal", tests, NULL, NULL);
}
