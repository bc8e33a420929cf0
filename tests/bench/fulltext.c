/*
 * What SQLite makes of the same texts: a contentless FTS5 table of them, and a table of who is
 * named in which, filled as the articles are (see prose.h).
 *
 *   fulltext insert DATABASE PATH     makes the tables; prints the seconds of the texts
 *   fulltext rank DATABASE WORD…      the best 50 by rank; prints milliseconds, a word a line
 *   fulltext group DATABASE TIMES     counts who is named most; prints milliseconds
 */

#define _XOPEN_SOURCE 700
#include "bench/prose.h"
#include "bench/texts.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PERSONS_AN_ARTICLE 12
#define CHECK(code, database) check(code, database, __LINE__)

struct inserting {
	sqlite3 *database;
	sqlite3_stmt *text;
	uint32_t articles;
};

static void check(int code, sqlite3 *database, int line)
{
	if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
		return;
	fprintf(stderr, "fulltext:%d: %s\n", line, sqlite3_errmsg(database));
	exit(2);
}

static sqlite3_stmt *prepared(sqlite3 *database, const char *sql)
{
	sqlite3_stmt *statement = NULL;

	CHECK(sqlite3_prepare_v2(database, sql, -1, &statement, NULL), database);
	return statement;
}

static void execute(sqlite3 *database, const char *sql)
{
	CHECK(sqlite3_exec(database, sql, NULL, NULL, NULL), database);
}

static void insert_text(void *whom, const char *text, size_t len)
{
	struct inserting *inserting = whom;

	sqlite3_bind_int64(inserting->text, 1, ++inserting->articles);
	sqlite3_bind_text(inserting->text, 2, text, (int)len, SQLITE_STATIC);
	CHECK(sqlite3_step(inserting->text), inserting->database);
	sqlite3_reset(inserting->text);
}

static double insert_texts(struct inserting *inserting, const char *path)
{
	struct texts texts = texts_find(path);
	char *bytes = NULL;
	size_t room = 0;
	double since = clock_seconds();

	execute(inserting->database, "BEGIN");
	for (size_t i = 0; i < texts.count; i++) {
		size_t len = text_read(texts.paths[i], &bytes, &room);
		text_each(texts.paths[i], bytes, len, insert_text, inserting);
	}
	execute(inserting->database, "COMMIT");
	double took = clock_seconds() - since;
	texts_clear(&texts);
	free(bytes);
	return took;
}

static void insert_persons(const struct inserting *inserting)
{
	sqlite3_stmt *named = prepared(inserting->database, "INSERT INTO named VALUES (?, ?)");
	struct prose prose = prose_begin(1, inserting->articles);

	execute(inserting->database, "BEGIN");
	for (uint32_t i = 0; i < inserting->articles * PERSONS_AN_ARTICLE; i++) {
		sqlite3_bind_int64(named, 1, 1 + i / PERSONS_AN_ARTICLE);
		sqlite3_bind_int64(named, 2, prose_rank(&prose, prose.persons));
		CHECK(sqlite3_step(named), inserting->database);
		sqlite3_reset(named);
	}
	execute(inserting->database, "COMMIT");
	sqlite3_finalize(named);
}

static void do_insert(sqlite3 *database, char **words, int count)
{
	struct inserting inserting = {.database = database};

	(void)count;
	execute(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
			  "CREATE VIRTUAL TABLE texts USING fts5(text, content = '',"
			  " tokenize = 'unicode61 remove_diacritics 2');"
			  "CREATE TABLE named (article INTEGER, person INTEGER)");
	inserting.text = prepared(database, "INSERT INTO texts (rowid, text) VALUES (?, ?)");
	printf("%.6f\n", insert_texts(&inserting, words[0]));
	sqlite3_finalize(inserting.text);
	insert_persons(&inserting);
}

static double ask(sqlite3 *database, sqlite3_stmt *statement)
{
	double since = clock_seconds();
	int code;

	do
		CHECK(code = sqlite3_step(statement), database);
	while (code == SQLITE_ROW);
	sqlite3_reset(statement);
	return (clock_seconds() - since) * 1e3;
}

static void do_rank(sqlite3 *database, char **words, int count)
{
	sqlite3_stmt *rank = prepared(
		database, "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 50");

	for (int i = 0; i < count; i++) {
		sqlite3_bind_text(rank, 1, words[i], -1, SQLITE_STATIC);
		printf("%.3f\n", ask(database, rank));
	}
	sqlite3_finalize(rank);
}

static void do_group(sqlite3 *database, char **words, int count)
{
	sqlite3_stmt *group = prepared(database, "SELECT person, count(*) FROM named"
						 " GROUP BY person ORDER BY 2 DESC LIMIT 20");

	(void)count;
	for (long times = strtol(words[0], NULL, 10); times > 0; times--)
		printf("%.3f\n", ask(database, group));
	sqlite3_finalize(group);
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*run)(sqlite3 *, char **words, int count);
	} commands[] = {{"insert", do_insert}, {"rank", do_rank}, {"group", do_group}};
	sqlite3 *database;

	for (size_t i = 0; argc > 3 && i < sizeof commands / sizeof *commands; i++) {
		if (strcmp(argv[1], commands[i].name) != 0)
			continue;
		CHECK(sqlite3_open(argv[2], &database), database);
		commands[i].run(database, argv + 3, argc - 3);
		sqlite3_close(database);
		return 0;
	}
	fprintf(stderr, "fulltext: fulltext insert|rank|group DATABASE WORD…\n");
	return 2;
}
