#include "app/journal-db.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define APPLICATION_ID 0x44505348 /* "DPSH" */
#define PATIENCE_MS 2000

/* What each version of the schema adds to the one before. */
static const char *const schemas[] = {
	"CREATE TABLE mark("
	" digest BLOB PRIMARY KEY NOT NULL,"
	" read INTEGER NOT NULL DEFAULT 0,"
	" starred INTEGER NOT NULL DEFAULT 0,"
	" place INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;"
	"CREATE TABLE archive(rank INTEGER PRIMARY KEY, path BLOB NOT NULL);",

	"CREATE TABLE tag("
	" digest BLOB NOT NULL, name TEXT NOT NULL, PRIMARY KEY(digest, name)) WITHOUT ROWID;"
	"CREATE TABLE note(digest BLOB PRIMARY KEY NOT NULL, text TEXT NOT NULL) WITHOUT ROWID;"
	"CREATE TABLE filter(rank INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL,"
	" text TEXT NOT NULL);"
	"CREATE TABLE session(archive TEXT PRIMARY KEY NOT NULL, state TEXT NOT NULL)"
	" WITHOUT ROWID;",
};
#define SCHEMA_VERSION ((int)COUNT(schemas))

/* A null value leaves what another reader may have written meanwhile. */
static const char write_sql[] = "INSERT INTO mark(digest, read, starred, place)"
				" VALUES(?1, ifnull(?2, 0), ifnull(?3, 0), ifnull(?4, 0))"
				" ON CONFLICT(digest) DO UPDATE SET read = ifnull(?2, read),"
				" starred = ifnull(?3, starred), place = ifnull(?4, place)";

enum err journal_fault(struct journal *journal, const char *what, struct fault *why)
{
	int code = sqlite3_errcode(journal->db) & 0xFF;

	return fail(why, code == SQLITE_NOTADB || code == SQLITE_CORRUPT ? ERR_FORMAT : ERR_IO,
		"%s: %s", what, sqlite3_errmsg(journal->db));
}

bool journal_run(struct journal *journal, const char *sql)
{
	return sqlite3_exec(journal->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* A number that the database answers with; fallback when it does not. */
int64_t journal_ask(struct journal *journal, const char *sql, int64_t fallback)
{
	sqlite3_stmt *statement = NULL;
	int64_t answer = fallback;

	if (sqlite3_prepare_v2(journal->db, sql, -1, &statement, NULL) == SQLITE_OK &&
		sqlite3_step(statement) == SQLITE_ROW)
		answer = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return answer;
}

/* --- opening ---------------------------------------------------------------------------- */

/* Whether the file is ours to use: new and empty, or with our mark and a schema that we know. */
static enum err check_owner(struct journal *journal, const char *path, struct fault *why)
{
	int64_t tables = journal_ask(journal, "SELECT count(*) FROM sqlite_master", -1);
	int64_t application = journal_ask(journal, "PRAGMA application_id", -1);
	int64_t version = journal_ask(journal, "PRAGMA user_version", -1);

	if (tables < 0 || application < 0 || version < 0)
		return journal_fault(journal, path, why);
	if (tables == 0 && application == 0 && version == 0)
		return OK;
	if (application != APPLICATION_ID)
		return fail(
			why, ERR_FORMAT, "%.300s: the file of another program; left alone", path);
	if (version < 1 || version > SCHEMA_VERSION)
		return fail(why, ERR_FORMAT,
			"%.300s: written by a later version of depeche; left alone", path);
	return OK;
}

/* Two programs that start at once both want to turn a new file into WAL, and SQLite does not
 * wait for this lock by itself.  Where WAL cannot be had (network folders) the file works on. */
static bool set_wal(struct journal *journal)
{
	for (int waited = 0; waited < PATIENCE_MS; waited += 10) {
		if (journal_run(journal, "PRAGMA journal_mode=WAL"))
			return true;
		if ((sqlite3_errcode(journal->db) & 0xFF) != SQLITE_BUSY)
			return false;
		sqlite3_sleep(10);
	}
	return false;
}

/* Brings the file from whatever version it is of to the present one, or leaves it as it was. */
static bool make_schema(struct journal *journal)
{
	char version[64];
	bool made = true;

	if (!journal_run(journal, "BEGIN IMMEDIATE"))
		return false;
	int64_t from = journal_ask(journal, "PRAGMA user_version", SCHEMA_VERSION);
	for (int64_t i = from; i < SCHEMA_VERSION && made; i++)
		made = journal_run(journal, schemas[i]);
	sqlite3_snprintf(sizeof version, version,
		"PRAGMA application_id=%d; PRAGMA user_version=%d", APPLICATION_ID, SCHEMA_VERSION);
	if (made && (from >= SCHEMA_VERSION || journal_run(journal, version)))
		return journal_run(journal, "COMMIT");
	journal_run(journal, "ROLLBACK");
	return false;
}

bool journal_prepare(struct journal *journal, const char *sql, sqlite3_stmt **statement)
{
	return sqlite3_prepare_v3(journal->db, sql, -1, SQLITE_PREPARE_PERSISTENT, statement,
		       NULL) == SQLITE_OK;
}

enum err journal_connect(struct journal *journal, const char *path, bool peeking, struct fault *why)
{
	int flags = peeking ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
	enum err err;

	if (peeking && access(path, F_OK) != 0)
		return fail(why, ERR_ABSENT, "%.300s: %s", path, strerror(errno));
	if (sqlite3_open_v2(path, &journal->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		return journal_fault(journal, path, why);
	sqlite3_busy_timeout(journal->db, PATIENCE_MS);
	err = check_owner(journal, path, why);
	if (err)
		return err;
	if (!peeking && (!set_wal(journal) || !make_schema(journal)))
		return journal_fault(journal, path, why);
	if (!journal_prepare(journal, write_sql, &journal->write) ||
		!journal_prepare(
			journal, "SELECT digest, read, starred, place FROM mark", &journal->scan))
		return journal_fault(journal, path, why);
	return OK;
}

void journal_for_good(struct journal *journal)
{
	if (!journal->together)
		journal_run(journal, "PRAGMA synchronous=FULL");
}
