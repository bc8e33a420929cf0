#ifndef DEPECHE_STORE_UNPACK_H
#define DEPECHE_STORE_UNPACK_H

/*
 * Files that were packed with gzip or zstd, as they were before.  Several packed one after the
 * other are one file; what follows the last is let be, as gzip does.
 *
 * Source: RFC 1952 (gzip), RFC 8878 (zstd).
 */

#include "base/arena.h"
#include "base/fault.h"
#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

bool unpack_is_packed(struct span head);

/* The first bytes of what a packed file held, at most so many; fewer where it is cut or damaged. */
struct span unpack_head(struct span packed, size_t most, struct arena *);
/* Packed: unpack_is_packed.  Owns: the result is in the arena.  Fails: ERR_LIMIT (more than so many bytes), ERR_FORMAT (cut,
 * or damaged).  Cost: linear in what comes out, which is never more than most and one block. */
enum err unpack(
	struct span packed, uint64_t most, struct span *out, struct arena *, struct fault *why);

#endif
