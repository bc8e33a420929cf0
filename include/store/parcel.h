#ifndef DEPECHE_STORE_PARCEL_H
#define DEPECHE_STORE_PARCEL_H

/*
 * Structures as bytes, and back.  What a structure is made of is described once, by a function
 * that hands each field to a parcel; whether the parcel is packed or opened it knows itself, so
 * the two can never differ.  Numbers take as few bytes as they need.  Opening is total: from bytes
 * that nobody packed come zeros and empty things, and parcel_is_whole is false.
 */

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

struct parcel {
	struct arena *arena; /* packing: of the bytes; opening: of the arrays */
	bool opening, torn;
	unsigned char *bytes; /* packing */
	size_t count, room;
	struct span from; /* opening: what is opened, and how far it has come */
	size_t at;
	uint32_t last;  /* start of the extent before this one */
	uint32_t limit; /* no extent ends past it */
};

/* limit: the length of the text that extents lie in. */
void parcel_pack(struct parcel *, uint32_t limit, struct arena *);
struct span parcel_packed(const struct parcel *);
/* What is opened points into the bytes, which must outlive it. */
void parcel_open(struct parcel *, struct span bytes, uint32_t limit, struct arena *);
/* Everything there was, and nothing besides. */
bool parcel_is_whole(const struct parcel *);

void parcel_number(struct parcel *, uint32_t *);
void parcel_signed(struct parcel *, int32_t *);
/* One of so many: what it is, or 0. */
uint32_t parcel_choice(struct parcel *, uint32_t now, uint32_t count);
/* A terminated string's, and with a zero behind. */
void parcel_span(struct parcel *, struct span *);
void parcel_string(struct parcel *, const char **); /* null becomes "" */
/* Near the one before costs least. */
void parcel_extent(struct parcel *, struct extent *);
/* How many there are, and room for them: at as it is, or when opening a new array.  Each must take
 * a byte at least. */
void *parcel_array(struct parcel *, const void *at, uint32_t *count, size_t each);
/* The same beside another array, as long as it. */
void *parcel_beside(struct parcel *, const void *at, uint32_t count, size_t each);

#define PARCEL_CHOICE(parcel, field, type, count) \
	((field) = (type)parcel_choice((parcel), (uint32_t)(field), (uint32_t)(count)))
#define PARCEL_ARRAY(parcel, field, count) \
	((field) = parcel_array((parcel), (field), (count), sizeof *(field)))

#endif
