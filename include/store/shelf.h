#ifndef DEPECHE_STORE_SHELF_H
#define DEPECHE_STORE_SHELF_H

/*
 * Many strings of bytes one behind the other, by number, in two arrays without a pointer.  Asking
 * is total: of a number or a place that cannot be there comes the empty string.
 */

#include "base/arena.h"
#include "base/span.h"
#include "base/vec.h"

struct shelf {
	uint64_t *starts; /* count + 1 */
	char *bytes;
	uint32_t count;
	uint64_t len; /* of the bytes */
};

static inline struct span shelf_at(const struct shelf *shelf, uint32_t number)
{
	uint64_t start, end;

	if (number >= shelf->count)
		return SPAN("");
	start = shelf->starts[number];
	end = shelf->starts[number + 1];
	if (start > end || end > shelf->len)
		return SPAN("");
	return (struct span){shelf->bytes + start, (size_t)(end - start)};
}

/* Of a shelf that was filled with terminated strings. */
static inline const char *shelf_string(const struct shelf *shelf, uint32_t number)
{
	struct span string = shelf_at(shelf, number);

	return string.len && string.at[string.len - 1] == 0 ? string.at : "";
}

/* Strings on their way there; they must stay where they are until the shelf is made. */
VEC_OF(struct span, shelf_spans);

/* Owns: the bytes are copied into the arena, which the shelf is of. */
struct shelf shelf_make(const struct shelf_spans *, struct arena *);
/* The span of a string with its end. */
struct span shelf_ended(const char *);

#endif
