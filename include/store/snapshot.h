#ifndef DEPECHE_STORE_SNAPSHOT_H
#define DEPECHE_STORE_SNAPSHOT_H

/*
 * The final epoch of an archive, kept until the next start: its arrays as they are, in a file that
 * is mapped, so that a start asks it at once and nothing is made again.  Beside them stands what
 * the files of the archive were when they were read.
 */

#include "store/container.h"
#include "store/epoch.h"
#include "store/library.h"

#include <stdatomic.h>

/* "FOLDER/KEY.epoch" */
const char *snapshot_path(const char *folder, struct digest key, struct arena *);
/* files: a digest of what the archive was made of; library: the texts of the articles that have a
 * record there are left out; *stop is asked now and then. Fails: ERR_IO; what was there before
 * stays. */
enum err snapshot_write(const char *path, struct digest stamp, struct digest files, struct epoch *,
	const struct library_place *library, const atomic_bool *stop, struct fault *why);
/* The epoch as it was written; how its files were. Whether each array is what was written is asked
 * for by snapshot_is_sound. library: as far as it is known beforehand; its sum is not. Fails: as
 * container_open. Owns: the caller, until epoch_close. */
enum err snapshot_open(struct epoch **, const char *path, struct digest stamp, bool is_final,
	struct library_place library, struct digest *files, struct fault *why);
/* Also whether all that points to something else points to what is there; an epoch that is not
 * final need not be asked that, and may be read all the same. Cost: reads all of it. */
bool snapshot_is_sound(const struct epoch *);

#endif
