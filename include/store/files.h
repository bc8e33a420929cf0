#ifndef DEPECHE_STORE_FILES_H
#define DEPECHE_STORE_FILES_H

/*
 * Which files an archive is made of, and their bytes.  Every folder is walked once, every file
 * listed once, however many paths lead there: the path without symbolic links wins, then the
 * bytewise first.
 */

#include "base/vec.h"
#include "store/watch.h"

#include <stdatomic.h>

struct file {
	const char *path;    /* as reached from what was given */
	const char *problem; /* why it cannot be read, told while finding; null */
	uint64_t device, inode, size;
	int64_t changed_ns, status_ns; /* since 1970: of its bytes, of its entry; or, where that
					* changed later, of the log beside a database */
	bool named;                    /* given by itself: not passed over, whatever it is */
	bool linked;                   /* a symbolic link led there */
};

VEC_OF(struct file, file_list);

/* Whether it is the same file, and nobody wrote in it since. */
static inline bool file_is_unchanged(const struct file *was, const struct file *now)
{
	return was->device == now->device && was->inode == now->inode && was->size == now->size &&
	       was->changed_ns == now->changed_ns && was->status_ns == now->status_ns;
}

/* Appends the files under the paths, in order of their paths, bytewise.  Stops early, with
 * whatever was found, when *stop is set.  Every folder, and every file named by itself, is watched
 * before it is looked at; watch may be null. */
void files_find(const char *const *paths, uint32_t path_count, const struct watch *watch,
	const atomic_bool *stop, struct file_list *, uint32_t *passed_over, struct arena *);

/* What may become of reading a file. */
enum file_outcome { FILE_READ, FILE_PASSED_OVER, FILE_PROBLEM };

/* Reads a whole regular file.  Owns: bytes and reason are in the arena, or constants.  Binary
 * files are FILE_PASSED_OVER, but a named one is a problem. */
enum file_outcome file_read(const struct file *, uint64_t max_size, struct span *bytes,
	const char **reason, struct arena *);
/* Words for what the system refused; for a file that could not be opened. */
const char *file_reason(int error, struct arena *);
const char *file_refusal(const struct file *, int error, struct arena *);

#endif
