#ifndef DEPECHE_STORE_BENCH_H
#define DEPECHE_STORE_BENCH_H

/*
 * Where a worker of a load makes drafts of files.  A file of many articles is shared: its worker
 * offers them in parts, and whoever has nothing else to do makes some.  Private to the workers.
 */

#include "store/gather.h"

/* What a worker works with. */
struct bench {
	struct worker *worker;
	struct arena scratch;
	struct stemmer *stemmer;
	struct known *known;
	struct block_reader reader;
};

/* What there is to do for a worker. */
enum work { WORK_NONE, WORK_FILE, WORK_SHARE };

/* Takes the file from the cache; false when it must be read. */
bool bench_take_kept(struct bench *, uint32_t index, struct outcome *);
/* The records of a part, unless one may not be kept: what the reader put right is no part of what a
 * file says. */
void bench_pack(struct bench *, struct part *);
/* New words, if there are none or too many, before anything is read with them. */
void bench_renew(struct bench *);
/* All articles of a file, with the help of other workers where they are many. */
void bench_analyse(struct bench *, uint32_t file, const struct article_list *, struct outcome *);
/* The same of a file in portions, which are read, too. */
struct portion_count bench_read(
	struct bench *, uint32_t file, const struct span_list *portions, struct outcome *);
/* Of the earliest file with a part that nobody has taken; null. The lock is held. */
struct share *share_next(const struct load *);
/* What can be done of others' files without waiting. */
void bench_help(struct bench *);
/* A part is made, and its words are needed until it is gathered. */
void part_hold(struct load *, uint32_t file, struct part *, struct known *);

#endif
