#include "unit/check.h"

#include "app/journal-saved.h"
#include "app/journal-words.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A folder of the test's own; what is in it goes with it. */
struct place {
	char folder[64], file[96];
};

static struct digest digest(uint64_t number)
{
	return (struct digest){number, ~number};
}

static int begin(void **state)
{
	struct place *place = test_calloc(1, sizeof *place);

	snprintf(place->folder, sizeof place->folder, "/tmp/depeche-words-XXXXXX");
	if (!mkdtemp(place->folder))
		return 1;
	snprintf(place->file, sizeof place->file, "%s/journal.sqlite", place->folder);
	*state = place;
	return 0;
}

static int end(void **state)
{
	struct place *place = *state;
	static const char *const endings[] = {"", "-wal", "-shm"};
	char path[128];

	for (size_t i = 0; i < COUNT(endings); i++) {
		snprintf(path, sizeof path, "%s%s", place->file, endings[i]);
		unlink(path);
	}
	rmdir(place->folder);
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

static struct journal *again(struct journal *journal, const struct place *place)
{
	journal_close(journal);
	return opened(place);
}

/* "a|b" of an article; in a buffer of the test's. */
static const char *tags_of(const struct journal *journal, uint64_t number, char text[256])
{
	const char *const *tags;
	uint32_t count = journal_tags(journal, digest(number), &tags);
	size_t len = 0;

	text[0] = 0;
	for (uint32_t i = 0; i < count; i++)
		len += (size_t)snprintf(text + len, 256 - len, "%s%s", i ? "|" : "", tags[i]);
	return text;
}

static void test_tags(void **state)
{
	static const struct {
		const char *label;
		uint64_t article;
		const char *name;
		bool on;
		enum err err;
		const char *then;
	} rows[] = {
		{"a first tag", 1, "New START", true, OK, "New START"},
		{"tags stand in the order of their names", 1, "élections", true, OK,
			"élections|New START"},
		{"the same tag in other letters is the same", 1, "new  start ", true, OK,
			"élections|New START"},
		{"another article takes the known spelling", 2, "NEW START", true, OK, "New START"},
		{"taken away in other letters too", 1, "ELECTIONS", false, OK, "New START"},
		{"what is not there can be taken away", 2, "élections", false, OK, "New START"},
		{"a name of blanks is none", 2, " \t ", true, ERR_USAGE, "New START"},
		{"a name that is no text is none", 2, "\xff", true, ERR_USAGE, "New START"},
	};
	const struct place *place = *state;
	struct journal *journal = opened(place);
	const struct known_tag *known;
	struct fault why = {0};
	char text[256];

	for (size_t i = 0; i < COUNT(rows); i++) {
		CHECK_CASE(rows[i].label,
			journal_tag(journal, digest(rows[i].article), span_of(rows[i].name),
				rows[i].on, &why) == rows[i].err);
		CHECK_CASE(rows[i].label,
			strcmp(tags_of(journal, rows[i].article, text), rows[i].then) == 0);
		journal = again(journal, place);
		CHECK_CASE(rows[i].label,
			strcmp(tags_of(journal, rows[i].article, text), rows[i].then) == 0);
	}
	CHECK_CASE("a tag that nobody has is not known", journal_known_tags(journal, &known) == 1);
	CHECK_CASE("how many have it",
		known[0].articles == 2 && strcmp(known[0].name, "New START") == 0);
	journal_close(journal);
}

static void test_too_long(void **state)
{
	const struct place *place = *state;
	struct journal *journal = opened(place);
	static char name[JOURNAL_NAME_MOST + 1], note[JOURNAL_NOTE_MOST + 1];
	struct fault why = {0};

	memset(name, 'a', sizeof name);
	memset(note, 'a', sizeof note);
	CHECK_CASE("a tag too long",
		journal_tag(journal, digest(1), (struct span){name, sizeof name}, true, &why) ==
			ERR_USAGE);
	CHECK_CASE(
		"as long as can be", !journal_tag(journal, digest(1),
					     (struct span){name, JOURNAL_NAME_MOST}, true, &why));
	CHECK_CASE("a note too long", journal_set_note(journal, digest(1), NULL,
					      (struct span){note, sizeof note}, &why) == ERR_LIMIT);
	CHECK_CASE("a note that is no text",
		journal_set_note(journal, digest(1), NULL, SPAN("a\0b"), &why) == ERR_FORMAT);
	CHECK_CASE("nothing was kept of it", !journal_note(journal, digest(1)));
	journal_close(journal);
}

static bool note_is(const struct journal *journal, const char *expected)
{
	const char *note = journal_note(journal, digest(3));

	return expected ? note && strcmp(note, expected) == 0 : !note;
}

static void test_notes(void **state)
{
	const struct place *place = *state;
	struct journal *one = opened(place), *two;

	CHECK_CASE("none at first", note_is(one, NULL));
	journal_set_note(one, digest(3), NULL, SPAN("\nto be checked\n\n"), NULL);
	CHECK_CASE("without blanks around it", note_is(one, "to be checked"));
	one = again(one, place);
	CHECK_CASE("kept", note_is(one, "to be checked"));
	two = opened(place);
	journal_set_note(one, digest(3), "to be checked", SPAN("checked"), NULL);
	journal_set_note(two, digest(3), "to be checked", SPAN("asked twice"), NULL);
	CHECK_CASE("two readers lose nothing", note_is(two, "checked\n\nasked twice"));
	CHECK_CASE("the other has not looked yet", note_is(one, "checked"));
	journal_refresh(one);
	CHECK_CASE("it has now", note_is(one, "checked\n\nasked twice"));
	journal_set_note(one, digest(3), "checked\n\nasked twice", SPAN(" \n"), NULL);
	CHECK_CASE("a note of blanks is none", note_is(one, NULL));
	journal_set_note(two, digest(3), "checked\n\nasked twice", SPAN("both"), NULL);
	CHECK_CASE("one that was taken away is written anew", note_is(two, "both"));
	journal_close(one);
	journal_close(two);
}

static void test_filters(void **state)
{
	const struct place *place = *state;
	struct journal *journal = opened(place);
	const struct saved_filter *filters;
	struct fault why = {0};

	journal_set_filter(journal, SPAN("Traité"), "traité prolong*", NULL);
	journal_set_filter(journal, SPAN("Zakharova"), "says:zakharova", NULL);
	journal_set_filter(journal, SPAN("actes"), "\"acte final\"", NULL);
	journal_set_filter(journal, SPAN("TRAITE "), "traité", NULL);
	journal = again(journal, place);
	CHECK_CASE("three names", journal_filters(journal, &filters) == 3);
	CHECK_CASE("in the order of saving",
		strcmp(filters[0].name, "Traité") == 0 && strcmp(filters[2].name, "actes") == 0);
	CHECK_CASE("the last text of a name", strcmp(filters[0].text, "traité") == 0);
	CHECK_CASE("found in any letters", journal_filter(journal, SPAN("zaKHarova")));
	CHECK_CASE("dropped", !journal_set_filter(journal, SPAN("zakharova"), NULL, &why));
	CHECK_CASE("gone", journal_filters(journal, &filters) == 2);
	CHECK_CASE("none of that name",
		journal_set_filter(journal, SPAN("zakharova"), NULL, &why) == ERR_ABSENT &&
			strstr(why.words, "zakharova"));
	CHECK_CASE("no name", journal_set_filter(journal, SPAN(" "), "a", &why) == ERR_USAGE);
	journal_close(journal);
}

static void test_sessions(void **state)
{
	const struct place *place = *state;
	struct journal *journal = opened(place);
	struct arena arena;

	arena_init(&arena);
	CHECK_CASE("none at first", !journal_session(journal, "/a", &arena));
	journal_set_session(journal, "/a", "sort title\n", NULL);
	journal_set_session(journal, "/a\n/b", "sort date\n", NULL);
	journal_set_session(journal, "/a", "sort source\n", NULL);
	journal = again(journal, place);
	CHECK_CASE("the last one",
		strcmp(journal_session(journal, "/a", &arena), "sort source\n") == 0);
	CHECK_CASE("of each archive its own",
		strcmp(journal_session(journal, "/a\n/b", &arena), "sort date\n") == 0);
	journal_close(journal);
	arena_clear(&arena);
}

/* The file as the first version of the program left it. */
static void test_migration(void **state)
{
	const struct place *place = *state;
	struct journal *journal = NULL;
	struct fault why = {0};
	struct mark mark;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(place->file, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(db,
			"CREATE TABLE mark(digest BLOB PRIMARY KEY NOT NULL, read INTEGER NOT NULL "
			"DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0, place INTEGER NOT NULL "
			"DEFAULT 0) WITHOUT ROWID; CREATE TABLE archive(rank INTEGER PRIMARY KEY, "
			"path BLOB NOT NULL); INSERT INTO mark VALUES("
			"X'0000000000000005fffffffffffffffa', 1, 1, 77); PRAGMA "
			"application_id=1146114888; PRAGMA user_version=1",
			NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(db);
	CHECK_CASE("it can be asked as it is", !journal_peek(&journal, place->folder, &why) &&
						       journal_mark(journal, digest(5)).starred &&
						       !journal_note(journal, digest(5)));
	journal_close(journal);
	journal = opened(place);
	mark = journal_mark(journal, digest(5));
	CHECK_CASE("its marks stay", mark.read && mark.starred && mark.offset == 77);
	CHECK_CASE("it takes tags now", !journal_tag(journal, digest(5), SPAN("a"), true, &why));
	journal = again(journal, place);
	CHECK_CASE("once and for all", journal_mark(journal, digest(5)).starred);
	journal_close(journal);
}

static void test_peeking(void **state)
{
	const struct place *place = *state;
	struct journal *journal = NULL, *writing;
	struct fault why = {0};
	char text[256];

	CHECK_CASE("nothing there: nothing is made",
		journal_peek(&journal, place->folder, &why) == ERR_ABSENT && !journal &&
			access(place->file, F_OK) != 0);
	writing = opened(place);
	journal_tag(writing, digest(1), SPAN("a"), true, NULL);
	CHECK_CASE("while somebody writes", !journal_peek(&journal, place->folder, &why));
	CHECK_CASE("it sees all", strcmp(tags_of(journal, 1, text), "a") == 0);
	CHECK_CASE("it writes nothing", journal_tag(journal, digest(2), SPAN("b"), true, &why));
	CHECK_CASE("and believes nothing else", strcmp(tags_of(journal, 2, text), "") == 0);
	journal_close(journal);
	journal_close(writing);
}

static void test_together(void **state)
{
	const struct place *place = *state;
	struct journal *journal = opened(place), *other = opened(place);
	char text[256];

	journal_begin(journal);
	for (uint64_t i = 0; i < 2000; i++) {
		journal_tag(journal, digest(i), SPAN("seen"), true, NULL);
		journal_set(journal, digest(i), (struct mark){.starred = true}, NULL);
	}
	journal_refresh(other);
	CHECK_CASE("not before the end", strcmp(tags_of(other, 7, text), "") == 0);
	CHECK_CASE("written as one", !journal_end(journal, NULL));
	CHECK_CASE("answered", strcmp(tags_of(journal, 1999, text), "seen") == 0);
	journal_refresh(other);
	CHECK_CASE("the other sees all", strcmp(tags_of(other, 7, text), "seen") == 0 &&
						 journal_mark(other, digest(1999)).starred);
	journal_close(journal);
	journal_close(other);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(test_tags),
		EACH(test_too_long),
		EACH(test_notes),
		EACH(test_filters),
		EACH(test_sessions),
		EACH(test_migration),
		EACH(test_peeking),
		EACH(test_together),
	};

	return cmocka_run_group_tests_name("app/journal-words", tests, NULL, NULL);
}
