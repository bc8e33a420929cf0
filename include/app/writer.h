#ifndef DEPECHE_APP_WRITER_H
#define DEPECHE_APP_WRITER_H

/*
 * The formats in which articles are written into files and pipes: one table for the command line
 * and the screen.  JSON is exact; everything else is harmless to a terminal.
 */

#include "base/buf.h"
#include "store/epoch.h"

struct writer {
	const char *name;       /* "md": of --format, and a file's extension */
	const char *other_name; /* "markdown"; null */
	const char *help;
	const char *head, *foot, *between; /* of all articles together */
	void (*article)(const struct epoch *, article_id, struct buf *);
	bool is_database; /* a whole file (export-database.h): article is null */
};

extern const struct writer writers[];
extern const uint32_t writer_count;

/* By name; by the extension of a path. Null when there is none. */
const struct writer *writer_named(struct span name);
const struct writer *writer_of_path(struct span path);

#endif
