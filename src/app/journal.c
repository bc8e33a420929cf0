#include "app/journal-db.h"

#include "app/folders.h"
#include "base/buf.h"

#include <string.h>

#define FILE_NAME "journal.sqlite"

/* --- memory ----------------------------------------------------------------------------- */

void journal_digest_bytes(struct digest digest, char bytes[DIGEST_LEN])
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

static enum err open_in(struct journal **out, const char *folder, bool peeking, struct fault *why)
{
	struct arena arena;
	struct journal *journal;
	enum err err = OK;

	arena_init(&arena);
	journal = ARENA_NEW(&arena, struct journal);
	journal->arena = arena;
	map_init(&journal->index, &journal->arena);
	arena_init(&journal->words);
	if (!peeking)
		err = folder_make(folder, why);
	if (!err)
		err = journal_connect(journal,
			arena_format(&journal->arena, "%s/" FILE_NAME, folder), peeking, why);
	if (err) {
		journal_close(journal);
		return err;
	}
	journal->version = -1;
	journal_refresh(journal);
	*out = journal;
	return OK;
}

enum err journal_open(struct journal **out, const char *folder, struct fault *why)
{
	return open_in(out, folder, false, why);
}

enum err journal_peek(struct journal **out, const char *folder, struct fault *why)
{
	return open_in(out, folder, true, why);
}

void journal_close(struct journal *journal)
{
	struct arena arena;

	if (!journal)
		return;
	sqlite3_finalize(journal->write);
	sqlite3_finalize(journal->scan);
	sqlite3_close(journal->db);
	arena_clear(&journal->words);
	arena = journal->arena; /* which holds the journal itself */
	arena_clear(&arena);
}

struct mark journal_mark(const struct journal *journal, struct digest digest)
{
	char bytes[DIGEST_LEN];
	const struct map_entry *found;

	journal_digest_bytes(digest, bytes);
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

	journal_digest_bytes(digest, bytes);
	entry = entry_of(journal, bytes);
	entry->now = mark;
	weighty = mark.read != entry->saved.read || mark.starred != entry->saved.starred;
	if (!weighty && mark.offset == entry->saved.offset)
		return OK;
	/* A power cut may cost the place in a text, never a star. */
	if (weighty)
		journal_for_good(journal);
	else if (!journal->together)
		journal_run(journal, "PRAGMA synchronous=NORMAL");
	sqlite3_bind_blob(journal->write, 1, bytes, DIGEST_LEN, SQLITE_STATIC);
	bind_changed(journal->write, 2, mark.read, entry->saved.read);
	bind_changed(journal->write, 3, mark.starred, entry->saved.starred);
	bind_changed(journal->write, 4, mark.offset, entry->saved.offset);
	code = sqlite3_step(journal->write);
	sqlite3_reset(journal->write);
	if (code != SQLITE_DONE)
		return journal_fault(journal, "the mark could not be saved", why);
	entry->saved = mark;
	return OK;
}

const char *journal_archive(struct journal *journal, struct arena *arena)
{
	sqlite3_stmt *statement = NULL;
	struct buf paths;

	if (!journal_prepare(journal, "SELECT path FROM archive ORDER BY rank", &statement))
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
	if (!journal_run(journal, "DELETE FROM archive"))
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

	if (!journal_prepare(journal, "INSERT INTO archive(rank, path) VALUES(?1, ?2)", &insert) ||
		!journal_run(journal, "BEGIN IMMEDIATE"))
		err = journal_fault(journal, "the archive's name could not be saved", why);
	else if (!replace_archive(journal, paths, count, insert) ||
		 !journal_run(journal, "COMMIT")) {
		err = journal_fault(journal, "the archive's name could not be saved", why);
		sqlite3_reset(insert);
		journal_run(journal, "ROLLBACK");
	}
	sqlite3_finalize(insert);
	return err;
}

bool journal_refresh(struct journal *journal)
{
	int64_t version = journal_ask(journal, "PRAGMA data_version", -1);

	if (version >= 0 && version == journal->version)
		return false;
	journal->version = version;
	read_marks(journal);
	journal_words_changed(journal);
	return true;
}

void journal_begin(struct journal *journal)
{
	if (journal->together)
		return;
	journal_for_good(journal);
	journal->together = journal_run(journal, "BEGIN IMMEDIATE");
}

enum err journal_end(struct journal *journal, struct fault *why)
{
	enum err err = OK;

	if (!journal->together)
		return OK;
	journal->together = false;
	if (!journal_run(journal, "COMMIT")) {
		err = journal_fault(journal, "the changes could not be saved", why);
		journal_run(journal, "ROLLBACK");
		read_marks(journal);
	}
	journal_words_changed(journal);
	return err;
}

const char *journal_library(void)
{
	return sqlite3_libversion();
}
