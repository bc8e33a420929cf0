#ifndef DEPECHE_STORE_SHELF_H
#define DEPECHE_STORE_SHELF_H

/*
 * Many strings of bytes one behind the other, by number, in two arrays without a pointer.  Asking
 * is total: of a number or a place that cannot be there comes the empty string.  A shelf that
 * shares the arrays of another has a patch.
 */

#include "base/span.h"
#include "base/vec.h"
#include "store/patch.h"

struct shelf {
	uint64_t *starts; /* count + 1; null: all that there is is in the patch */
	char *bytes;
	uint32_t count;                  /* with those of the patch */
	uint64_t len;                    /* of the bytes */
	const struct shelf_patch *patch; /* null: none */
};

struct shelf_patch {
	struct patch rows;
	struct shelf others;
};

/* Of a shelf with a patch. */
struct span shelf_patched(const struct shelf *, uint32_t number);

static inline struct span shelf_at(const struct shelf *shelf, uint32_t number)
{
	uint64_t start, end;

	if (number >= shelf->count)
		return SPAN("");
	if (shelf->patch)
		return shelf_patched(shelf, number);
	start = shelf->starts[number];
	end = shelf->starts[number + 1];
	if (start > end || end > shelf->len)
		return SPAN("");
	return (struct span){shelf->bytes + start, (size_t)(end - start)};
}

/* The processor may fetch the string, which will be read soon: memory takes longer to come than to
 * be looked through where strings are picked here and there. */
#define SHELF_LINE 64u /* bytes that come together */
#define SHELF_EXPECTED 4096u

static inline void shelf_expect(const struct shelf *shelf, uint32_t number)
{
	struct span string = shelf_at(shelf, number);
	size_t len = string.len < SHELF_EXPECTED ? string.len : SHELF_EXPECTED;

	for (size_t at = 0; at < len; at += SHELF_LINE)
		__builtin_prefetch(string.at + at);
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
/* The second behind the first, the arrays of which are shared; it has no patch yet.  The others are
 * copied. */
struct shelf shelf_extend(const struct shelf *, const struct shelf *more, struct arena *);
/* The span of a string with its end. */
struct span shelf_ended(const char *);

#endif
