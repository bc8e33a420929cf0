#ifndef DEPECHE_BASE_SPAN_H
#define DEPECHE_BASE_SPAN_H

/*
 * Slices.  A span is bytes that somebody else owns; an extent is a stretch of a text that
 * both sides know, as two offsets into it, the end one past the last byte.  Spans are not
 * terminated by a zero and may hold one.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct span {
	const char *at;
	size_t len; /* bytes */
};

struct extent {
	uint32_t start; /* bytes into the text */
	uint32_t end;   /* one past the last byte; start == end is "none" where nothing is said */
};

/* A literal as a span, in constant expressions too. */
#define SPAN(literal) ((struct span){"" literal, sizeof(literal) - 1})

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct span span_of(const char *string); /* null is the empty span */
struct span span_cut(struct span, size_t start, size_t end); /* clipped to the span */
struct span span_in(struct span text, struct extent);       /* clipped too */
bool span_equal(struct span, struct span);
bool span_is(struct span, const char *string);
int span_compare(struct span, struct span); /* bytewise, as memcmp; a prefix comes first */
bool span_starts(struct span, struct span prefix);
bool span_ends(struct span, struct span suffix);
/* The first place of needle at or after start; text.len when there is none. */
size_t span_find(struct span text, struct span needle, size_t start);
struct span span_trim(struct span); /* without ASCII white space at both ends */
/* Cuts the next line off *rest, without its "\n" or "\r\n"; false when nothing is left. */
bool span_line(struct span *rest, struct span *line);

#endif
