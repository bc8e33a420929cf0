#ifndef DEPECHE_STORE_LOAD_H
#define DEPECHE_STORE_LOAD_H

/*
 * Files and folders become epochs, behind the screen.  Workers read and analyse files in path
 * order, several the articles of one file where they are many; one thread gathers the articles in
 * that order, those of a large file before the whole of it is read, and makes an epoch of what is
 * there, first at once, then whenever the archive has doubled, at last the final one.  The result
 * depends on the set of files alone, not on the number of workers or on timing.
 *
 * The paths themselves may be files or folders (walked recursively; symbolic links are
 * followed, loops end; dot-files and what format_is_passed_over names are left out).  A path
 * that does not exist is a problem of its own kind: load_open refuses it.
 */

#include "base/fault.h"
#include "store/epoch.h"

#define LOAD_MAX_SIZE_DEFAULT (UINT64_C(64) << 20)
#define WORDS_ROOM_DEFAULT ((size_t)16 << 20) /* the commonest words alone do nearly as well */

struct load_options {
	const char *const *paths;
	uint32_t path_count;
	uint64_t max_size;            /* bytes an article may have; at most 2^32 - 1 */
	int workers;                  /* 0: one a processor, at most 8 */
	int32_t today;                /* DAY_NONE: no day is too late */
	const char *people_file;      /* the reader's decisions, depeche-people(5); null: none */
	const char *corrections_file; /* what the reader put right, depeche-corrections(5); null */
	enum language language;       /* to show names in, see know/people.h */
	bool watch;                   /* changes are told of, see load_watch_fd */
	bool behind; /* a screen: the threads give way to the one that answers keys */
	bool whole;  /* nobody looks while the archive grows: the final epoch alone is made */
	struct load *before; /* that has the same archive, as it was, and whose final epoch is shown
				and taken until this load is closed: see load_take_early; null */
	uint32_t early_least;     /* articles that it must have for that; 0: 1,000 */
	const char *cache_folder; /* where what was read is kept until the next start; null */
	int64_t now_ns;    /* since 1970, before the load is opened: files changed since then, or
			      shortly before, are not kept; 0: none is */
	int64_t looked_ns; /* when the archive was read before, by the same clock: half an entry at
			      the end of a file that changed since is still being written, and no
			      problem yet; 0: it was not */
	uint64_t cache_least; /* bytes that an archive must have for it; 0: 256 KiB */
	size_t words_room;    /* bytes that a worker's words may take, before it begins anew; 0:
				 WORDS_ROOM_DEFAULT */
};

enum load_phase { LOAD_FINDING, LOAD_READING, LOAD_JOINING, LOAD_DONE };

struct load_progress {
	enum load_phase phase;
	uint32_t done, total; /* whole files; total is 0 while they are being found */
};

/* The load was stopped: the final epoch is of the files that were done, and maybe of some articles
 * of the next. */
static inline bool load_is_partial(struct load_progress progress)
{
	return progress.phase == LOAD_DONE && progress.done < progress.total;
}

struct load;

/* Fails: ERR_ABSENT (a path does not exist: the fault names it), ERR_IO (no threads). */
enum err load_open(struct load **out, const struct load_options *, struct fault *why);
/* Ends every thread and gives back all memory, the epochs too. Cost: what is left of the article
 * or of the step of an epoch that is being worked on. */
void load_close(struct load *);

/* No more is read than is needed for one article at least; the final epoch is of the articles in
 * path order up to here.  Nothing of them is kept for the next start.  Without effect once all
 * files have been read.  Cost: none; the epoch comes as every other. */
void load_stop(struct load *);

/* Readable when there is news: a newer epoch, or progress worth showing (a hundred times a load
 * at most); until load_take is called, or where there is only progress load_progress. */
int load_fd(const struct load *);
struct load_progress load_progress(struct load *);
/* The newest epoch; null as long as there is none. The one taken before is given back, so the
 * caller must hold nothing of it any longer. */
const struct epoch *load_take(struct load *);
/* Where few files came, changed or went: the epoch of the load before with their articles behind
 * its own, see epoch-extend.h; once, null before and after.  To be asked after load_take. It is
 * there until it is forgotten, or the load closed. */
const struct epoch *load_take_early(struct load *);
void load_forget_early(struct load *);
/* The final epoch is that of an earlier start, and the files have changed since: the archive is to
 * be loaded again, whole. */
bool load_is_stale(struct load *);
/* Readable when something may have changed in the folders since they were read; -1 where nothing
 * is told.  load_is_changed takes what was told: whether it can have been an article. */
int load_watch_fd(const struct load *);
bool load_is_changed(const struct load *);
/* Waits for the final epoch and takes it. */
const struct epoch *load_wait(struct load *);

#endif
