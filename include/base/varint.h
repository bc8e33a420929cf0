#ifndef DEPECHE_BASE_VARINT_H
#define DEPECHE_BASE_VARINT_H

/*
 * Numbers as bytes, the small ones as few: seven bits a byte, the lowest first, the eighth says
 * that more follow.  Reading is total: what is cut, too large or written longer than it need be
 * is noticed, and all that is read after it is 0.
 *
 * Source: LEB128 (DWARF Debugging Information Format, version 5, section 7.6); for numbers with a
 * sign, the zigzag of Protocol Buffers.
 */

#include "base/buf.h"

#define VARINT_MOST 10 /* bytes of the greatest number */

static inline size_t varint_len(uint64_t number)
{
	size_t len = 1;

	for (; number >= 0x80; number >>= 7)
		len++;
	return len;
}

/* Into room for VARINT_MOST bytes; how many it took. */
size_t varint_write(char *, uint64_t);
void varint_put(struct buf *, uint64_t);
void varint_put_signed(struct buf *, int64_t);
/* Its length, then its bytes. */
void varint_put_span(struct buf *, struct span);

/* Bytes while they are read. */
struct varints {
	struct span bytes;
	size_t at;   /* byte that is read next */
	bool is_bad; /* something was not what it should be */
};

static inline struct varints varints_of(struct span bytes)
{
	return (struct varints){bytes, 0, false};
}

/* Whether all was read, and all was good. */
static inline bool varints_are_done(const struct varints *in)
{
	return !in->is_bad && in->at == in->bytes.len;
}

/* Over most is bad. */
uint64_t varint_get(struct varints *, uint64_t most);
int64_t varint_get_signed(struct varints *, int64_t least, int64_t most);
/* The next so many bytes, where they lie. */
struct span varint_get_bytes(struct varints *, size_t len);
struct span varint_get_span(struct varints *);

#endif
