#ifndef DEPECHE_STORE_CACHE_H
#define DEPECHE_STORE_CACHE_H

/*
 * What is kept of an archive between two starts: which files it was made of and what became of
 * each, and the records of their articles.  One file an archive, named by its paths.  It belongs
 * to the very program that wrote it: another version, other tables, another language of its
 * messages, and it is made anew.  A file is taken from it while its device, inode, size, times and
 * path are what they were; one whose times were too near to the moment it was looked at, so that a
 * later change might not show, is not kept.
 */

#include "store/blocks.h"
#include "store/container.h"
#include "store/files.h"

#define CACHE_NONE UINT32_MAX
/* The coarsest clock of a file system that is met. */
#define CACHE_GRAIN_NS INT64_C(2000000000)

/* A file as it was, and what became of it. */
struct cached_file {
	struct file file;
	enum file_outcome kind; /* FILE_READ, FILE_PASSED_OVER */
	const char *reason;     /* of what else it holds; null */
	uint32_t first, count;  /* of its records */
};

VEC_OF(struct cached_file, cached_files);

struct cache {
	struct container container;
	struct cached_files files; /* in order of their paths */
	struct blocks blocks;
	struct span table; /* the files, as bytes */
};

/* What an archive is recognised by: its paths, as given and as they are; the limit of a file. */
struct digest cache_key(const char *const *paths, uint32_t path_count, uint64_t max_size);
/* "FOLDER/KEY.articles" */
const char *cache_path(const char *folder, struct digest key, struct arena *);

/* Fails: as container_open; the cache is empty then, and may be asked and closed all the same.
 * Owns: the arena, until cache_close. */
enum err cache_open(
	struct cache *, const char *path, struct digest key, struct arena *, struct fault *why);
void cache_close(struct cache *);
/* Of each file its place among the cache's, if it is unchanged; else CACHE_NONE. */
void cache_match(const struct cache *, const struct file_list *, uint32_t *places);

/* Whether a file that was looked at at that moment may be kept. */
bool cache_may_keep(const struct file *, int64_t now_ns);
/* The table of files, as bytes. */
struct span cache_table(const struct cached_files *, struct arena *);
/* *stop is asked now and then, and *sum 0 when it was set, else the container_sum of what is there
 * now. Fails: ERR_IO; what was there before stays. */
enum err cache_write(const char *path, struct digest key, struct span table,
	const struct block_writer *, const atomic_bool *stop, uint64_t *sum, struct fault *why);

#endif
