#ifndef DEPECHE_APP_EXPORT_FILE_H
#define DEPECHE_APP_EXPORT_FILE_H

/*
 * An SQLite database in a file that is open already: this process may not open it by its name
 * (app/jail.h).  No second file may lie beside it, so its journal must be off.  Private to the
 * export.
 */

#include <sqlite3.h>

/* The file stays the caller's.  As sqlite3_open, and what it gives is to be closed either way. */
int export_file_open(sqlite3 **, int fd);

#endif
