#include "app/journal-db.h"

#include "text/fold.h"

void journal_read_filters(struct journal *journal)
{
	sqlite3_stmt *each = NULL;
	struct arena *arena = &journal->words;

	journal->filters = (struct saved_filters){0};
	if (journal_prepare(journal, "SELECT name, text FROM filter ORDER BY rank", &each))
		while (sqlite3_step(each) == SQLITE_ROW) {
			struct span name = journal_column(each, 0), text = journal_column(each, 1);
			*vec_push(arena, &journal->filters) = (struct saved_filter){
				arena_string(arena, name), arena_string(arena, text)};
		}
	sqlite3_finalize(each);
}

uint32_t journal_filters(const struct journal *journal, const struct saved_filter **filters)
{
	*filters = journal->filters.at;
	return journal->filters.count;
}

const struct saved_filter *journal_filter(const struct journal *journal, struct span name)
{
	const struct saved_filter *found = NULL;
	struct arena scratch;

	arena_init(&scratch);
	struct span wanted = fold(span_trim(name), &scratch);
	for (uint32_t i = 0; i < journal->filters.count && !found; i++)
		if (span_equal(fold(span_of(journal->filters.at[i].name), &scratch), wanted))
			found = &journal->filters.at[i];
	arena_clear(&scratch);
	return found;
}

/* A statement with one or two values, done. */
static enum err put(struct journal *journal, const char *sql, const char *key, const char *text,
	const char *what, struct fault *why)
{
	sqlite3_stmt *write = NULL;
	enum err err = OK;

	journal_for_good(journal);
	if (!journal_prepare(journal, sql, &write) ||
		sqlite3_bind_text(write, 1, key, -1, SQLITE_STATIC) ||
		(text && sqlite3_bind_text(write, 2, text, -1, SQLITE_STATIC)) ||
		sqlite3_step(write) != SQLITE_DONE)
		err = journal_fault(journal, what, why);
	sqlite3_finalize(write);
	return err;
}

enum err journal_set_filter(
	struct journal *journal, struct span given, const char *text, struct fault *why)
{
	static const char save[] = "INSERT INTO filter(name, text) VALUES(?1, ?2)"
				   " ON CONFLICT(name) DO UPDATE SET text = ?2";
	struct arena scratch;
	const char *name = NULL;

	arena_init(&scratch);
	enum err err = journal_name(given, &name, &scratch, why);
	if (!err) {
		const struct saved_filter *known = journal_filter(journal, span_of(name));
		if (!text && !known)
			err = fail(why, ERR_ABSENT, "no saved filter is called %.200s", name);
		else
			err = put(journal, text ? save : "DELETE FROM filter WHERE name = ?1",
				known ? known->name : name, text, "the filter could not be saved",
				why);
		journal_words_changed(journal);
	}
	arena_clear(&scratch);
	return err;
}

const char *journal_session(struct journal *journal, const char *archive, struct arena *arena)
{
	sqlite3_stmt *read = NULL;
	const char *state = NULL;

	if (journal_prepare(journal, "SELECT state FROM session WHERE archive = ?1", &read) &&
		!sqlite3_bind_text(read, 1, archive, -1, SQLITE_STATIC) &&
		sqlite3_step(read) == SQLITE_ROW)
		state = arena_string(arena, journal_column(read, 0));
	sqlite3_finalize(read);
	return state;
}

enum err journal_set_session(
	struct journal *journal, const char *archive, const char *session, struct fault *why)
{
	return put(journal, "INSERT OR REPLACE INTO session(archive, state) VALUES(?1, ?2)",
		archive, session, "the place could not be saved", why);
}
