#ifndef DEPECHE_STORE_LIBRARY_H
#define DEPECHE_STORE_LIBRARY_H

/*
 * Where an epoch takes the texts from that it has not itself: the records of the cache, opened when
 * an article is shown.  The file stays what it was when it was opened, whoever writes a new one.
 */

#include "store/blocks.h"
#include "store/container.h"

struct library {
	struct container container;
	struct blocks blocks;
};

/* A cache and what it is stamped with; path null: none. */
struct library_place {
	const char *path;
	struct digest stamp;
	uint64_t sum; /* container_sum of it */
};

/* Fails: as container_open; also when it is another than that place says. Owns: until
 * library_close. */
enum err library_open(struct library *, const struct library_place *, struct fault *why);
void library_close(struct library *); /* one that is all zero is let be */
/* Whether a record lies in it; and how long its text can be at most. */
uint32_t library_room(const struct library *, uint32_t record);
/* Cost: reads all of it. */
bool library_is_sound(const struct library *);

/* The blocks that were read last, for one thread. */
#define LIBRARY_OPEN 4u

struct library_reader {
	struct block_reader blocks[LIBRARY_OPEN];
	uint32_t next; /* that gives way */
};

void library_reader_open(struct library_reader *);
void library_reader_close(struct library_reader *);
/* False when the record is torn. Owns: until some others are read. */
bool library_text(
	const struct library *, uint32_t record, struct library_reader *, struct span *text);

#endif
