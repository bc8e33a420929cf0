#ifndef DEPECHE_STORE_CONTAINER_H
#define DEPECHE_STORE_CONTAINER_H

/*
 * A file of our own between two starts, made of sections: written beside and renamed, so that
 * whoever opens it finds a whole one or none, and mapped, so that opening costs nothing.  It is
 * for this machine and this program alone: numbers are as the processor has them, and a stamp
 * says what it was made by and of.  A file that is cut, foreign, of another stamp or of another
 * order of bytes is refused; whether the bytes of a section are as they were written is asked for
 * each by itself, and read for that apart from the mapping, of which only what is used takes
 * memory.
 *
 * Two programs that write at once: the last rename wins.  What a killed one left is taken away by
 * the next.
 */

#include "base/arena.h"
#include "base/fault.h"
#include "base/map.h"

#define CONTAINER_SECTIONS 128u
#define CONTAINER_ALIGNED 64u /* bytes; so every section begins */

/* --- writing -------------------------------------------------------------------------------- */

struct container_writer;

/* kind: of a section, any number but each once. Fails: ERR_IO. */
enum err container_create(struct container_writer **, const char *path, struct digest stamp,
	struct arena *, struct fault *why);
/* A section as a whole. Later failures are told by container_finish. */
void container_put(struct container_writer *, uint32_t kind, struct span bytes);
/* A section piece by piece, until the next one. */
void container_begin(struct container_writer *, uint32_t kind);
void container_add(struct container_writer *, struct span piece);
/* On the disk, under its name; or nothing is changed. Fails: ERR_IO (no room, no permission). */
enum err container_finish(struct container_writer *, struct fault *why);
void container_give_up(struct container_writer *); /* instead of finishing */
/* Of what was finished, as container_sum tells it of what is opened. */
uint64_t container_sum_written(const struct container_writer *);

/* --- reading -------------------------------------------------------------------------------- */

struct container_section {
	uint32_t kind, unused;
	uint64_t at, len; /* bytes of the file */
	uint64_t sum;     /* see container-head.h */
};

struct container {
	struct span file; /* mapped; empty: it is not open */
	int fd;
	const struct container_section *sections;
	uint32_t count;
};

/* Fails: ERR_ABSENT (none there), ERR_FORMAT (refused), ERR_IO. Owns: until container_close. */
enum err container_open(
	struct container *, const char *path, struct digest stamp, struct fault *why);
void container_close(struct container *); /* one that is all zero is let be */
/* Empty when there is none; aligned as CONTAINER_ALIGNED says. */
struct span container_section(const struct container *, uint32_t kind);
/* Whether the section is there and as it was written. Cost: reads all of it. */
bool container_is_sound(const struct container *, uint32_t kind);
/* Of stamp, sections and their sums: files with the same have the same in them. */
uint64_t container_sum(const struct container *);

#endif
