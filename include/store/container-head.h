#ifndef DEPECHE_STORE_CONTAINER_HEAD_H
#define DEPECHE_STORE_CONTAINER_HEAD_H

/*
 * How a container begins.  Private to its reader and its writer.
 */

#include "store/container.h"

#include <stddef.h>

/* The carriage return and the end of file of other systems show what a careless copy changed. */
#define CONTAINER_MAGIC "DPCH\r\n\x1a"
#define CONTAINER_VERSION 3u
#define CONTAINER_ORDER 0x01020304u

struct container_head {
	char magic[8];
	uint32_t version, order;
	struct digest stamp;
	uint64_t len; /* of the file */
	uint32_t count, unused;
	struct container_section sections[CONTAINER_SECTIONS];
	uint64_t sum; /* of all before it */
};

static inline uint64_t container_head_sum(const struct container_head *head)
{
	return hash_bytes((struct span){(const char *)head, offsetof(struct container_head, sum)});
}

/* The sum of a section goes from slice to slice; the last may be shorter. */
#define CONTAINER_SLICE ((size_t)64 << 10)

static inline uint64_t container_sum_on(uint64_t sum, struct span slice)
{
	return hash_mix(sum, hash_long(slice));
}

#endif
