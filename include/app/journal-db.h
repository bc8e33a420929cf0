#ifndef DEPECHE_APP_JOURNAL_DB_H
#define DEPECHE_APP_JOURNAL_DB_H

/*
 * The database behind the journal: opened, brought to the present schema, asked.  Private to the
 * modules of the journal.
 */

#include "app/journal-saved.h"
#include "app/journal-words.h"
#include "base/vec.h"

#include <sqlite3.h>

#define DIGEST_LEN 16

/* What is known of an article: as the reader left it, and as the file has it.  They differ where
 * writing failed; the difference is tried again with the article's next change. */
struct entry {
	struct digest digest;
	struct mark now, saved;
};

/* What one article has been given in words. */
struct entry_words {
	const char *note;  /* null: none */
	const char **tags; /* in the order of their names, those of known_tag */
	uint32_t tag_count;
};

VEC_OF(struct known_tag, known_tags);
VEC_OF(struct saved_filter, saved_filters);

struct journal {
	struct arena arena;
	sqlite3 *db;
	sqlite3_stmt *write, *scan;
	struct map index; /* digest → place in entries */
	VEC(struct entry) entries;
	int64_t version; /* the file's data_version when it was read last */
	bool together;   /* a transaction is open: words are read again when it ends */

	/* Words as the file has them; made anew whenever one changes. */
	struct arena words;
	struct map worded; /* digest → place in worded_entries */
	VEC(struct entry_words) worded_entries;
	struct known_tags tags;
	struct saved_filters filters;
};

/* peeking: nothing is made or changed, and a file that is not there is ERR_ABSENT. */
enum err journal_connect(struct journal *, const char *path, bool peeking, struct fault *why);
enum err journal_fault(struct journal *, const char *what, struct fault *why);
bool journal_run(struct journal *, const char *sql);
/* A number that the database answers with; fallback when it does not. */
int64_t journal_ask(struct journal *, const char *sql, int64_t fallback);
bool journal_prepare(struct journal *, const char *sql, sqlite3_stmt **statement);

struct span journal_column(sqlite3_stmt *, int at); /* bytes of a row's value */
/* A name without blanks at its ends.  Fails: ERR_USAGE. */
enum err journal_name(struct span given, const char **name, struct arena *, struct fault *why);

/* What is written next is on the disk when it is answered for, whatever the power does. */
void journal_for_good(struct journal *);

/* A digest as the file keeps it: big-endian, the same on every machine. */
void journal_digest_bytes(struct digest, char bytes[DIGEST_LEN]);
/* Tags, notes and filters as they are in the file now. */
void journal_read_words(struct journal *);
void journal_read_filters(struct journal *);
/* After a change of words: reads them again, unless more changes follow. */
void journal_words_changed(struct journal *);

#endif
