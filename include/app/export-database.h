#ifndef DEPECHE_APP_EXPORT_DATABASE_H
#define DEPECHE_APP_EXPORT_DATABASE_H

/*
 * Articles and all that is known of them as an SQLite database, to be opened with Datasette, or
 * asked in SQL: articles, people, mentions, entities (organisations and places), entity_mentions,
 * quotations, days, tags, stories, and articles_fts, a full-text index of titles and texts.
 * Offsets are bytes into articles.text, as in the export as JSON.
 */

#include "app/save.h"

/* Fills the file, which is open and empty.  Fails: ERR_IO (disk full, no FTS5 in the library). */
enum err export_database(const struct save *, int fd, struct fault *why);

#endif
