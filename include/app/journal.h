#ifndef DEPECHE_APP_JOURNAL_H
#define DEPECHE_APP_JOURNAL_H

/*
 * What the reader did, for good: read and starred articles, the place in each, the archive read
 * last; tags and notes in journal-words.h, filters and sessions in journal-saved.h.  An SQLite
 * database (WAL) in the data folder, keyed by the digest of the file's bytes, so that a moved file
 * keeps its marks.  Every change is written when it is made; two readers at once lose nothing.
 */

#include "base/arena.h"
#include "base/fault.h"
#include "base/map.h"

struct mark {
	bool read, starred;
	uint32_t offset; /* place in the text */
};

#define JOURNAL_NAME_MOST 200u /* bytes of a tag, or of a filter's name */

struct journal;

/* folder: made when it is not there. Fails: ERR_IO, ERR_FORMAT (another program's file, which is
 * left alone). */
enum err journal_open(struct journal **out, const char *folder, struct fault *why);
/* The journal of the folder to be asked only: it is not made, and nothing is written into it.
 * Fails: ERR_ABSENT, ERR_IO, ERR_FORMAT. */
enum err journal_peek(struct journal **out, const char *folder, struct fault *why);
void journal_close(struct journal *); /* null is let be */

/* All false and 0 for an article that was never marked. Answered from memory. */
struct mark journal_mark(const struct journal *, struct digest);
/* Fails: ERR_IO (disk full, locked for longer than 2 s); the mark then holds until the end. */
enum err journal_set(struct journal *, struct digest, struct mark, struct fault *why);

/* The paths of the archive read last, each ended by a zero, the list by an empty one; null when
 * there is none. */
const char *journal_archive(struct journal *, struct arena *);
enum err journal_set_archive(
	struct journal *, const char *const *paths, uint32_t count, struct fault *why);
/* Takes up what another reader wrote, and tells whether there was something; cheap when nothing
 * changed. */
bool journal_refresh(struct journal *);

/* Many changes written as one, for speed: all of them or, where ending fails (ERR_IO), none. */
void journal_begin(struct journal *);
enum err journal_end(struct journal *, struct fault *why);

const char *journal_library(void); /* the version of SQLite */

#endif
