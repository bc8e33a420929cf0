#ifndef DEPECHE_STORE_RESUME_H
#define DEPECHE_STORE_RESUME_H

/*
 * What a load has to do with the snapshot: whether there is one of just this archive, as the reader
 * decided about it, and whether the files are still what they were.  Private to the floor.
 */

#include "store/archive.h"
#include "store/keep.h"
#include "store/snapshot.h"

struct resume {
	struct arena arena;
	const char *path; /* null: nothing is kept */
	struct digest stamp;
	struct library_place library; /* its sum as the keep has it */
	struct epoch *epoch;   /* of the snapshot, until it is handed over; null: there is none */
	struct digest was, is; /* the files, as they were and are */
	bool may_keep;         /* they were not changed while they were looked at */
};

void resume_init(struct resume *);
/* The archive has nothing yet but what the reader decided; the keep is open. */
void resume_open(
	struct resume *, const struct load_options *, const struct keep *, const struct archive *);
/* Once more the same epoch, which unless it is final may yet turn out not to be that of the files;
 * null. */
struct epoch *resume_again(const struct resume *, bool is_final);
/* The final one. Owns: the caller. */
struct epoch *resume_take(struct resume *);
/* Whether all is as it was: the files, and the snapshot itself. */
bool resume_match(struct resume *, const struct file_list *, uint32_t passed_over, int64_t now_ns);
/* A draft that is not sealed yet takes the texts that the cache has from there; the cache is
 * written and has that sum, or 0: then it keeps its texts itself. */
void resume_lend(struct resume *, uint64_t sum, struct epoch *draft);
/* What is new is kept, once the cache is, which has that sum. *stop: it is given up. Whether there
 * is now one of just this epoch. */
bool resume_write(struct resume *, struct epoch *, uint64_t sum, const atomic_bool *stop);
void resume_close(struct resume *);

#endif
