#ifndef DEPECHE_STORE_FILE_LOG_H
#define DEPECHE_STORE_FILE_LOG_H

/*
 * What an SQLite database has in the log beside it ("cache.db-wal"), while the program that owns it
 * runs: the newest of its pages.  The log is read as it is, without a lock and without the database
 * knowing: what was not wholly written yet is left out, as its sums tell.
 *
 * Source: "Database File Format", section 4, of the SQLite documentation.
 */

#include "base/arena.h"

#include <stdbool.h>

#define FILE_LOG_ENDING "-wal" /* of its name, behind the database's */

/* Whether the database may have such a log. */
bool file_log_is_kept(struct span database);
/* The database with what its log holds; as it is where the log does not fit. */
struct span file_log_joined(struct span database, struct span log, struct arena *);

#endif
