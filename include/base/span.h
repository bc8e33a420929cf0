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
#include <string.h>

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

/* Null is the empty span.  Inline, as are the next ones, so that a literal's length is known when
 * the program is compiled: every word of every article passes through them. */
static inline struct span span_of(const char *string)
{
	return (struct span){string ? string : "", string ? strlen(string) : 0};
}

static inline struct span span_cut(struct span span, size_t start, size_t end)
{
	/* Clipped to the span. */
	if (end > span.len)
		end = span.len;
	if (start > end)
		start = end;
	return (struct span){span.at + start, end - start};
}

static inline struct span span_in(struct span text, struct extent extent)
{
	return span_cut(text, extent.start, extent.end);
}

static inline bool span_equal(struct span a, struct span b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool span_is(struct span span, const char *string)
{
	/* Most words differ in their first byte, which is told before a length is counted. */
	if (string && span.len && span.at[0] != string[0])
		return false;
	return span_equal(span, span_of(string));
}

static inline bool span_starts(struct span span, struct span prefix)
{
	return span.len >= prefix.len &&
	       (prefix.len == 0 || memcmp(span.at, prefix.at, prefix.len) == 0);
}

static inline bool span_ends(struct span span, struct span suffix)
{
	return span.len >= suffix.len &&
	       (suffix.len == 0 ||
		       memcmp(span.at + (span.len - suffix.len), suffix.at, suffix.len) == 0);
}

int span_compare(struct span, struct span); /* bytewise, as memcmp; a prefix comes first */
/* The first place of needle at or after start; text.len when there is none. */
size_t span_find(struct span text, struct span needle, size_t start);
struct span span_trim(struct span); /* without ASCII white space at both ends */
/* Cuts the next line off *rest, without its "\n" or "\r\n"; false when nothing is left. */
bool span_line(struct span *rest, struct span *line);

#endif
