#include "app/journal-db.h"

#include "base/buf.h"
#include "text/utf8.h"

#include <string.h>

/* What is to be written: nothing, the text, or what somebody else wrote meanwhile and the text. */
static struct span note_to_write(
	const char *before, const char *there, struct span text, struct arena *arena)
{
	struct buf both;

	if (!there || (before && strcmp(before, there) == 0) || span_is(text, there))
		return text;
	buf_init(&both, arena);
	buf_text(&both, there);
	if (text.len)
		buf_text(&both, "\n\n");
	buf_add(&both, text);
	return buf_span(&both);
}

static enum err write_note(
	struct journal *journal, const char bytes[DIGEST_LEN], struct span text, struct fault *why)
{
	sqlite3_stmt *write = NULL;
	enum err err = OK;

	if (!journal_prepare(journal,
		    text.len ? "INSERT OR REPLACE INTO note(digest, text) VALUES(?1, ?2)"
			     : "DELETE FROM note WHERE digest = ?1",
		    &write) ||
		sqlite3_bind_blob(write, 1, bytes, DIGEST_LEN, SQLITE_STATIC) ||
		(text.len && sqlite3_bind_text(write, 2, text.at, (int)text.len, SQLITE_STATIC)) ||
		sqlite3_step(write) != SQLITE_DONE)
		err = journal_fault(journal, "the note could not be saved", why);
	sqlite3_finalize(write);
	return err;
}

static const char *note_there(
	struct journal *journal, const char bytes[DIGEST_LEN], struct arena *arena)
{
	sqlite3_stmt *read = NULL;
	const char *there = NULL;

	if (journal_prepare(journal, "SELECT text FROM note WHERE digest = ?1", &read) &&
		!sqlite3_bind_blob(read, 1, bytes, DIGEST_LEN, SQLITE_STATIC) &&
		sqlite3_step(read) == SQLITE_ROW)
		there = arena_string(arena, journal_column(read, 0));
	sqlite3_finalize(read);
	return there;
}

/* Between reading what is there and writing, nobody else may write. */
static enum err replace_note(struct journal *journal, struct digest digest, const char *before,
	struct span text, struct fault *why)
{
	char bytes[DIGEST_LEN];
	struct arena scratch;

	journal_digest_bytes(digest, bytes);
	journal_for_good(journal);
	if (!journal_run(journal, "BEGIN IMMEDIATE"))
		return journal_fault(journal, "the note could not be saved", why);
	arena_init(&scratch);
	const char *there = note_there(journal, bytes, &scratch);
	enum err err =
		write_note(journal, bytes, note_to_write(before, there, text, &scratch), why);
	arena_clear(&scratch);
	if (!err && !journal_run(journal, "COMMIT"))
		err = journal_fault(journal, "the note could not be saved", why);
	if (err)
		journal_run(journal, "ROLLBACK");
	return err;
}

enum err journal_set_note(struct journal *journal, struct digest digest, const char *before,
	struct span text, struct fault *why)
{
	struct span note = span_trim(text);

	if (note.len > JOURNAL_NOTE_MOST)
		return fail(why, ERR_LIMIT, "a note may have %u KiB", JOURNAL_NOTE_MOST >> 10);
	if (!utf8_valid(note) || (note.len && memchr(note.at, 0, note.len)))
		return fail(why, ERR_FORMAT, "the note is no text in UTF-8");
	enum err err = replace_note(journal, digest, before, note, why);
	journal_words_changed(journal);
	return err;
}
