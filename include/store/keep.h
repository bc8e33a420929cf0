#ifndef DEPECHE_STORE_KEEP_H
#define DEPECHE_STORE_KEEP_H

/*
 * What a load has to do with the cache: which files need not be read, what is to be kept of those
 * that were, and whether that is anything new.  Private to the floor.
 */

#include "store/cache.h"
#include "store/load.h"

/* Smaller archives are read faster than anything could be written. */
#define CACHE_LEAST_DEFAULT (UINT64_C(256) << 10)

struct keep {
	struct arena arena;
	struct arena packed;       /* the blocks, until they are written */
	const char *folder, *path; /* null: nothing is kept */
	struct digest key;
	int64_t now_ns;
	uint64_t least;
	struct cache cache;
	bool is_on;               /* what is read may be kept; set when the files are matched */
	uint32_t *places;         /* of each file in the cache; CACHE_NONE */
	struct cached_files rows; /* to be kept, in order */
	struct block_writer blocks;
	struct block_reader reader;
	uint32_t from, to; /* records of the cache that are to be kept and are not put yet */
	uint32_t taken;    /* records of the rows */
	uint32_t put;      /* records of the next file */
	bool is_begun;     /* some of them were put, or could not be: */
	bool is_refused;
	uint64_t sum; /* container_sum of the cache that has just these, once it is written; 0: none
		       */
	bool is_torn; /* something in the cache was not what it should be */
	bool is_lost; /* so that nothing new can be kept */
};

/* What a worker made of a file, as far as it is to be kept. */
struct kept_outcome {
	bool is_kept;  /* the cache is right about it */
	bool is_whole; /* else: it may be kept, if its times allow */
	enum file_outcome kind;
	const char *reason;
};

void keep_init(struct keep *);
void keep_open(struct keep *, const struct load_options *);
/* Which files need not be read.  Every file has a place from here on.  Fails: ERR_IO, nothing new
 * can be kept, though it was asked for. */
enum err keep_match(struct keep *, const struct file_list *, struct fault *why);
/* Some records of the next file, in order, before it is known what becomes of it. Owns: copies
 * them. null: one of these may not be kept. */
void keep_put(struct keep *, const struct file *, const struct span *records, uint32_t count);
/* The next file in order, all of whose records were put. Owns: copies what it keeps. The number
 * that its first record will have; CACHE_NONE when it is not kept. */
uint32_t keep_take(struct keep *, const struct file *, uint32_t place, const struct kept_outcome *);
/* All were taken: writes what differs from what is there. */
enum err keep_write(struct keep *, const atomic_bool *stop, struct fault *why);
void keep_close(struct keep *);

#endif
