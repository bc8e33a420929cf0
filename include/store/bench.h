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
/* The records of a part, unless one is too long to be kept. from: its first article. */
void bench_pack(struct bench *, const struct article_list *, uint32_t from, struct part *);
/* New words, if there are none or too many, before anything is read with them. */
void bench_renew(struct bench *);
/* All articles of a file, with the help of other workers where they are many. */
void bench_analyse(struct bench *, const struct article_list *, struct outcome *);
/* What can be done of a share without waiting. */
void bench_help(struct bench *, struct share *);
/* A part is made, and its words are needed until it is gathered. */
void part_hold(struct load *, struct part *, struct known *);

#endif
