#ifndef DEPECHE_STORE_FIELDS_H
#define DEPECHE_STORE_FIELDS_H

/*
 * Rows of one structure as bytes without pointers, and back.  A table says what fields the
 * structure has; they are written one after another, each for all rows, since the values of one
 * field resemble each other and pack well.  Knows nothing of what the fields mean.
 */

#include "base/arena.h"
#include "base/varint.h"

enum field_shape {
	FIELD_NUMBER, /* an int, enum or uint32_t */
	FIELD_BYTE,   /* a uint8_t or bool */
	FIELD_HASH,   /* a uint32_t that is as good as random, or 0 */
	FIELD_PLACE,  /* an extent of the text; of rows in order the first one rises */
	FIELD_WORDS   /* a span, of the text where it lies there */
};

struct field {
	enum field_shape shape;
	uint16_t at;         /* bytes into the structure */
	int32_t least, most; /* of numbers and bytes */
};

struct fields {
	const struct field *at;
	uint32_t count;
	uint32_t each;   /* bytes of the structure */
	bool is_ordered; /* the first field is a place, and the rows are in order of its start */
};

#define FIELDS_OF(type, ordered, ...) \
	{ \
		.is_ordered = (ordered), .at = (const struct field[]){__VA_ARGS__}, \
		.count = sizeof((const struct field[]){__VA_ARGS__}) / sizeof(struct field), \
		.each = sizeof(type) \
	}

/* How many rows, then the rows.  text: where places and words lie. */
void fields_pack(
	struct buf *, const struct fields *, const void *rows, uint32_t count, struct span text);
/* False when the bytes are nothing that was packed so: a number out of its bounds, a place not in
 * the text or not on its character boundaries.  Owns: rows are in the arena, words in the text or
 * where the bytes lie. */
bool fields_unpack(struct varints *, const struct fields *, void **rows, uint32_t *count,
	struct span text, struct arena *);

#endif
