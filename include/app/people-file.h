#ifndef DEPECHE_APP_PEOPLE_FILE_H
#define DEPECHE_APP_PEOPLE_FILE_H

/*
 * The reader's decisions about people, kept (depeche-people(5)): a line is added for each, and
 * taken away when it is undone.  Lines and comments that others wrote stay as they are, byte by
 * byte.  A lock is held meanwhile, and the new file is whole before it takes the old one's place.
 * It tells when the archive is read again.
 */

#include "base/fault.h"
#include "know/people-rules.h"

/* "…/depeche/people" in the data folder; null where there is no such folder. */
const char *people_file_path(struct arena *);
/* Adds the rule as a line, which *added is then, without its end.  Names are best given as
 * articles write them, or as keys.  Fails: ERR_USAGE (a name that cannot stand in a line),
 * ERR_IO (locked for longer than 2 s, disk full…), the file is as it was. */
enum err people_file_add(const char *path, const struct people_rule *, const char **added,
	struct arena *, struct fault *why);
/* Takes the last such line away.  Fails: ERR_ABSENT (there is none any longer), ERR_IO. */
enum err people_file_undo(const char *path, const char *added, struct fault *why);

#endif
