#include "app/journal.h"

#include "app/folders.h"
#include "base/buf.h"
#include "base/vec.h"

#include <sqlite3.h>
#include <string.h>

#define FILE_NAME "journal.sqlite"
#define APPLICATION_ID 0x44505348 /* "DPSH" */
#define SCHEMA_VERSION 1
#define PATIENCE_MS 2000
#define DIGEST_LEN 16

/* What is known of an article: as the reader left it, and as the file has it.  They differ where
 * writing failed; the difference is tried again with the article's next change. */
struct entry {
	struct digest digest;
	struct mark now, saved;
};

struct journal {
	struct arena arena;
	sqlite3 *db;
	sqlite3_stmt *write, *scan;
	struct map index; /* digest → place in entries */
	VEC(struct entry) entries;
	int64_t version; /* the file's data_version when it was read last */
};

static const char schema[] = "CREATE TABLE mark("
			     " digest BLOB PRIMARY KEY NOT NULL,"
			     " read INTEGER NOT NULL DEFAULT 0,"
			     " starred INTEGER NOT NULL DEFAULT 0,"
			     " place INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;"
			     "CREATE TABLE archive(rank INTEGER PRIMARY KEY, path BLOB NOT NULL);";

/* A null value leaves what another reader may have written meanwhile. */
static const char write_sql[] = "INSERT INTO mark(digest, read, starred, place)"
				" VALUES(?1, ifnull(?2, 0), ifnull(?3, 0), ifnull(?4, 0))"
				" ON CONFLICT(digest) DO UPDATE SET read = ifnull(?2, read),"
				" starred = ifnull(?3, starred), place = ifnull(?4, place)";

static enum err db_fault(struct journal *journal, const char *what, struct fault *why)
{
	int code = sqlite3_errcode(journal->db) & 0xFF;

	return fail(why, code == SQLITE_NOTADB || code == SQLITE_CORRUPT ? ERR_FORMAT : ERR_IO,
		"%s: %s", what, sqlite3_errmsg(journal->db));
}

static bool run(struct journal *journal, const char *sql)
{
	return sqlite3_exec(journal->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* A number that the database answers with; fallback when it does not. */
static int64_t ask(struct journal *journal, const char *sql, int64_t fallback)
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
	int64_t tables = ask(journal, "SELECT count(*) FROM sqlite_master", -1);
	int64_t application = ask(journal, "PRAGMA application_id", -1);
	int64_t version = ask(journal, "PRAGMA user_version", -1);

	if (tables < 0 || application < 0 || version < 0)
		return db_fault(journal, path, why);
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
		if (run(journal, "PRAGMA journal_mode=WAL"))
			return true;
		if ((sqlite3_errcode(journal->db) & 0xFF) != SQLITE_BUSY)
			return false;
		sqlite3_sleep(10);
	}
	return false;
}

static bool make_schema(struct journal *journal)
{
	char sql[1024];

	if (!run(journal, "BEGIN IMMEDIATE"))
		return false;
	if (ask(journal, "PRAGMA user_version", 0) == 0) {
		sqlite3_snprintf(sizeof sql, sql,
			"%s PRAGMA application_id=%d; PRAGMA user_version=%d", schema,
			APPLICATION_ID, SCHEMA_VERSION);
		if (!run(journal, sql)) {
			run(journal, "ROLLBACK");
			return false;
		}
	}
	return run(journal, "COMMIT");
}

static bool prepare(struct journal *journal, const char *sql, sqlite3_stmt **statement)
{
	return sqlite3_prepare_v3(journal->db, sql, -1, SQLITE_PREPARE_PERSISTENT, statement,
		       NULL) == SQLITE_OK;
}

static enum err connect(struct journal *journal, const char *path, struct fault *why)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
	enum err err;

	if (sqlite3_open_v2(path, &journal->db, flags, NULL) != SQLITE_OK)
		return db_fault(journal, path, why);
	sqlite3_busy_timeout(journal->db, PATIENCE_MS);
	err = check_owner(journal, path, why);
	if (err)
		return err;
	if (!set_wal(journal) || !make_schema(journal))
		return db_fault(journal, path, why);
	if (!prepare(journal, write_sql, &journal->write) ||
		!prepare(journal, "SELECT digest, read, starred, place FROM mark", &journal->scan))
		return db_fault(journal, path, why);
	return OK;
}

/* --- memory ----------------------------------------------------------------------------- */

/* A digest as the file keeps it: big-endian, the same on every machine. */
static void digest_bytes(struct digest digest, char bytes[DIGEST_LEN])
{
	for (int i = 0; i < 8; i++) {
		bytes[i] = (char)(digest.high >> (56 - 8 * i));
		bytes[8 + i] = (char)(digest.low >> (56 - 8 * i));
	}
}

static struct entry *entry_of(struct journal *journal, const char bytes[DIGEST_LEN])
{
	bool made = false;
	struct span key = {bytes, DIGEST_LEN};
	struct map_entry *found = map_put(&journal->index, key, &made);

	if (made) {
		found->value = journal->entries.count;
		*vec_push(&journal->arena, &journal->entries) = (struct entry){0};
	}
	return &journal->entries.at[found->value];
}

/* Takes what the file says, but for what could not be written into it yet. */
static void entry_take(struct entry *entry, struct mark found)
{
	if (entry->now.read == entry->saved.read)
		entry->now.read = found.read;
	if (entry->now.starred == entry->saved.starred)
		entry->now.starred = found.starred;
	if (entry->now.offset == entry->saved.offset)
		entry->now.offset = found.offset;
	entry->saved = found;
}

static void read_marks(struct journal *journal)
{
	while (sqlite3_step(journal->scan) == SQLITE_ROW) {
		const char *bytes = sqlite3_column_blob(journal->scan, 0);
		int64_t place = sqlite3_column_int64(journal->scan, 3);

		if (sqlite3_column_bytes(journal->scan, 0) != DIGEST_LEN)
			continue;
		entry_take(entry_of(journal, bytes),
			(struct mark){
				.read = sqlite3_column_int(journal->scan, 1) != 0,
				.starred = sqlite3_column_int(journal->scan, 2) != 0,
				.offset = place > 0 && place <= UINT32_MAX ? (uint32_t)place : 0,
			});
	}
	sqlite3_reset(journal->scan);
}

/* --- the public functions --------------------------------------------------------------- */

enum err journal_open(struct journal **out, const char *folder, struct fault *why)
{
	struct arena arena;
	struct journal *journal;
	enum err err;

	arena_init(&arena);
	journal = ARENA_NEW(&arena, struct journal);
	journal->arena = arena;
	map_init(&journal->index, &journal->arena);
	err = folder_make(folder, why);
	if (!err)
		err = connect(journal, arena_format(&journal->arena, "%s/" FILE_NAME, folder), why);
	if (err) {
		journal_close(journal);
		return err;
	}
	journal_refresh(journal);
	*out = journal;
	return OK;
}

void journal_close(struct journal *journal)
{
	struct arena arena;

	if (!journal)
		return;
	sqlite3_finalize(journal->write);
	sqlite3_finalize(journal->scan);
	sqlite3_close(journal->db);
	arena = journal->arena; /* which holds the journal itself */
	arena_clear(&arena);
}

struct mark journal_mark(const struct journal *journal, struct digest digest)
{
	char bytes[DIGEST_LEN];
	const struct map_entry *found;

	digest_bytes(digest, bytes);
	found = map_get(&journal->index, (struct span){bytes, DIGEST_LEN});
	return found ? journal->entries.at[found->value].now : (struct mark){0};
}

static void bind_changed(sqlite3_stmt *statement, int at, int64_t now, int64_t saved)
{
	if (now == saved)
		sqlite3_bind_null(statement, at);
	else
		sqlite3_bind_int64(statement, at, now);
}

enum err journal_set(
	struct journal *journal, struct digest digest, struct mark mark, struct fault *why)
{
	char bytes[DIGEST_LEN];
	struct entry *entry;
	bool weighty;
	int code;

	digest_bytes(digest, bytes);
	entry = entry_of(journal, bytes);
	entry->now = mark;
	weighty = mark.read != entry->saved.read || mark.starred != entry->saved.starred;
	if (!weighty && mark.offset == entry->saved.offset)
		return OK;
	/* A power cut may cost the place in a text, never a star. */
	run(journal, weighty ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
	sqlite3_bind_blob(journal->write, 1, bytes, DIGEST_LEN, SQLITE_STATIC);
	bind_changed(journal->write, 2, mark.read, entry->saved.read);
	bind_changed(journal->write, 3, mark.starred, entry->saved.starred);
	bind_changed(journal->write, 4, mark.offset, entry->saved.offset);
	code = sqlite3_step(journal->write);
	sqlite3_reset(journal->write);
	if (code != SQLITE_DONE)
		return db_fault(journal, "the mark could not be saved", why);
	entry->saved = mark;
	return OK;
}

const char *journal_archive(struct journal *journal, struct arena *arena)
{
	sqlite3_stmt *statement = NULL;
	struct buf paths;

	if (!prepare(journal, "SELECT path FROM archive ORDER BY rank", &statement))
		return NULL;
	buf_init(&paths, arena);
	while (sqlite3_step(statement) == SQLITE_ROW) {
		const char *path = sqlite3_column_blob(statement, 0);
		struct span span = {path, (size_t)sqlite3_column_bytes(statement, 0)};

		if (!span.len || memchr(path, 0, span.len))
			continue; /* no path holds a zero */
		buf_add(&paths, span);
		buf_char(&paths, 0);
	}
	sqlite3_finalize(statement);
	return paths.len ? paths.at : NULL; /* a buffer ends in a zero of its own */
}

static bool replace_archive(
	struct journal *journal, const char *const *paths, uint32_t count, sqlite3_stmt *insert)
{
	if (!run(journal, "DELETE FROM archive"))
		return false;
	for (uint32_t i = 0; i < count; i++) {
		sqlite3_bind_int64(insert, 1, i);
		sqlite3_bind_blob64(insert, 2, paths[i], strlen(paths[i]), SQLITE_STATIC);
		if (sqlite3_step(insert) != SQLITE_DONE)
			return false;
		sqlite3_reset(insert);
	}
	return true;
}

enum err journal_set_archive(
	struct journal *journal, const char *const *paths, uint32_t count, struct fault *why)
{
	sqlite3_stmt *insert = NULL;
	enum err err = OK;

	if (!prepare(journal, "INSERT INTO archive(rank, path) VALUES(?1, ?2)", &insert) ||
		!run(journal, "BEGIN IMMEDIATE"))
		err = db_fault(journal, "the archive's name could not be saved", why);
	else if (!replace_archive(journal, paths, count, insert) || !run(journal, "COMMIT")) {
		err = db_fault(journal, "the archive's name could not be saved", why);
		sqlite3_reset(insert);
		run(journal, "ROLLBACK");
	}
	sqlite3_finalize(insert);
	return err;
}

void journal_refresh(struct journal *journal)
{
	int64_t version = ask(journal, "PRAGMA data_version", -1);

	if (version >= 0 && version == journal->version)
		return;
	journal->version = version;
	read_marks(journal);
}

const char *journal_library(void)
{
	return sqlite3_libversion();
}
