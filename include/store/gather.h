#ifndef DEPECHE_STORE_GATHER_H
#define DEPECHE_STORE_GATHER_H

/*
 * The threads behind a load and what they share.  Whatever is under the lock is said to be.
 */

#include "article/portion.h"
#include "store/archive.h"
#include "store/keep.h"
#include "store/resume.h"
#include "store/watch.h"

#include <pthread.h>

#define WORKERS_MOST 8

/* The words that a worker knows.  Grown too large, they make room for new ones, and are given back
 * once no file that was read with them is still to be gathered. */
struct known {
	struct arena arena; /* holds this very structure */
	struct vocabulary vocabulary;
	struct numbering numbering; /* the gathering thread's */
	struct known *next;         /* under the lock, as what follows: of the load's */
	uint32_t parts;             /* made with it and not gathered */
	bool is_left;               /* its worker reads no more with it */
};

VEC_OF(struct draft *, draft_list);

/* What one worker made of some articles of a file. */
struct part {
	struct arena arena; /* the drafts and records, until they are gathered */
	struct draft_list drafts;
	struct article_list articles; /* beside the drafts */
	struct portion_count count;   /* of a portion */
	struct span *records;         /* beside the drafts; null: they may not be kept */
	uint64_t bytes;               /* of the file, which it frees in the window */
	struct known *known;          /* whose words they have; null while it is not made: under the
				       * lock, and the rest is the gathering thread's then */
};

/* A file of many articles while they are analysed, by whoever has nothing else to do. */
struct share {
	uint32_t file;
	const struct article_list *articles; /* read already; null: */
	const struct span_list *portions;    /* each a part, and still to be read */
	struct part *parts;
	uint32_t count;
	bool is_kept;           /* their records are made, too */
	uint32_t next, running; /* under the lock: parts that nobody has taken, that are made */
	struct share *after;    /* under the lock: the next that any worker may help with */
};

/* What became of a file.  Its parts are gathered as they are made, in their order. */
struct outcome {
	bool is_open;       /* under the lock: the parts, which are several, are being made; what is
			     * said of them stays as it is */
	bool is_done;       /* likewise; then all belongs to the gathering thread */
	struct arena arena; /* the parts, until they are gathered */
	struct part *parts; /* FILE_READ */
	uint32_t part_count;
	bool lacks_numbers; /* that articles of one file have in their paths */
	bool has_records;   /* each part, of what may be kept */
	enum file_outcome kind;
	const char *reason; /* FILE_PROBLEM; FILE_READ: of what else it holds; null */
	bool is_growing;    /* its last entry is still being written: nothing of it is kept */
	struct kept_outcome kept;
	uint32_t gathered; /* parts, as long as it is open under the lock */
	uint32_t articles; /* in these, as the next the gathering thread's alone */
	uint64_t bytes_gathered;
};

/* Reading all of a snapshot, which a worker does while the gatherer looks at the files. */
enum check_state { CHECK_NONE, CHECK_WANTED, CHECK_RUNNING, CHECK_SOUND, CHECK_TORN };

struct worker {
	struct load *load;
	pthread_t thread;
	struct arena arena; /* articles, as long as the load */
};

/* A thread that does a job beside that of another thread. */
struct helper {
	struct beside beside; /* the first, for it stands for the whole */
	const struct load *load;
	void (*job)(void *);
	void *of;
	bool is_running;
	pthread_t thread;
};

struct load {
	struct arena arena; /* this and the list of files; while threads run, the gatherer's */
	struct load_options options;
	atomic_bool stop;
	atomic_bool is_cut; /* stop was asked for by load_stop, once there is an article */
	pthread_mutex_t lock;
	pthread_cond_t ready;    /* what the gathering thread waits for: a file, a check */
	pthread_cond_t room;     /* files or parts to take, or room to take them */
	pthread_cond_t shared;   /* a part that another worker made */
	pthread_cond_t finished; /* an epoch */
	int wake_read, wake_write;
	struct watch watch;

	/* Under the lock. */
	bool is_woken; /* a byte is in the pipe */
	struct load_progress progress;
	uint32_t next;        /* file that no worker has taken yet */
	uint32_t in_hand;     /* files that were taken and not handed over */
	uint32_t accepted;    /* files before this are in the archive */
	struct share *shares; /* that any worker may help with, in the order of the files */
	uint64_t bytes_open;  /* of the files taken, as far as they are not gathered */
	uint64_t bytes_gathered;
	struct epoch *newest, *taken;
	struct epoch *early, *early_taken; /* see store/early.h */
	struct load *part;                 /* that reads what came; null */
	struct known *known;               /* of all workers */
	enum check_state check;            /* of the resume's epoch */

	const struct epoch *base; /* that is shown meanwhile, see store/early.h; null */
	struct file_list was;     /* of what files it was made; none where was_stale */
	bool was_stale;
	struct file_list found; /* of a load that read none of them */
	struct file_list files; /* unchanging once they are being read */
	struct outcome *outcomes;
	struct archive archive; /* the gathering thread's */
	struct helper helper;   /* likewise */
	struct keep keep;       /* likewise, but for its cache and places, which workers read; once
				 * all is gathered, of the worker that writes it */
	struct resume resume;   /* the gathering thread's */
	struct helper closer;   /* of epochs that were shown: of the thread that takes them */
	bool is_gathered;       /* under the lock */
	atomic_bool is_left;    /* it was cut: no more files are gathered, set under the lock */
	bool is_kept;           /* likewise: the cache is written, or will not be */
	bool is_stale;          /* likewise; see load_is_stale */
	pthread_t gatherer;
	int worker_count;
	int ended; /* workers that touch nothing any more; under the lock */
	struct worker workers[WORKERS_MOST];
};

/* What a file counts in the window: what is larger than it may be is not read. */
static inline uint64_t load_weight(const struct load *load, uint32_t index)
{
	uint64_t size = load->files.at[index].size;

	return size < load->options.max_size ? size : load->options.max_size;
}

/* No more of it is read: it was given up, or left with what it has. */
static inline bool load_is_over(const struct load *load)
{
	return atomic_load(&load->stop) || atomic_load(&load->is_left);
}

/* The load was stopped, and there is something to show: for the gathering thread. */
static inline bool load_is_enough(const struct load *load)
{
	return atomic_load(&load->is_cut) && load->archive.segments.count > 0;
}

/* The calling thread gives way to the one that opened the load, if it was asked to. */
void load_give_way(const struct load *);
void helper_init(struct helper *, const struct load *);
void *worker_run(void *worker);
/* Its parts, too. */
void outcome_clear(struct outcome *);
/* Gives back the words that nobody needs any longer; the lock is held. */
void known_sweep(struct load *, bool all);
void *gatherer_run(void *load);
/* Takes in what comes next in path order: a part of a file, at its end what became of it.  False
 * when it is not there yet, or no more is wanted. */
bool gather_next(struct load *, bool waiting);
/* Makes the reading end of the pipe readable; the lock is held. */
void load_wake(struct load *);

#endif
