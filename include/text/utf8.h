#ifndef DEPECHE_TEXT_UTF8_H
#define DEPECHE_TEXT_UTF8_H

/*
 * UTF-8, one code point at a time.  Total: a byte that begins no valid sequence reads as
 * U+FFFD and is one byte long.  Overlong forms, surrogates and values over U+10FFFF are not
 * valid.  What ASCII needs is answered in line: every letter of every article asks.
 */

#include "base/span.h"

#define UTF8_REPLACEMENT 0xFFFDu

uint32_t utf8_next_wide(struct span text, size_t *at); /* utf8_next, for all but ASCII */

/* The code point at *at, which moves past it.  *at must be under text.len. */
static inline uint32_t utf8_next(struct span text, size_t *at)
{
	unsigned char byte = (unsigned char)text.at[*at];

	if (byte < 0x80) {
		++*at;
		return byte;
	}
	/* "é", "ж": two bytes. */
	if (byte >= 0xC2 && byte < 0xE0 && *at + 1 < text.len &&
		((unsigned char)text.at[*at + 1] & 0xC0) == 0x80) {
		*at += 2;
		return (byte & 0x1Fu) << 6 | ((unsigned char)text.at[*at - 1] & 0x3Fu);
	}
	return utf8_next_wide(text, at);
}

/* The code point that ends at *at, which moves back to its start.  *at must be over 0. */
uint32_t utf8_previous(struct span text, size_t *at);
size_t utf8_put(char out[4], uint32_t point); /* bytes written; a bad point as U+FFFD */
bool utf8_valid(struct span);
bool utf8_boundary(struct span text, size_t at); /* no code point is cut at this place */
size_t utf8_count(struct span);                  /* code points */

/* Properties (general categories of the Unicode Character Database), several at once. */
enum utf8_property {
	UTF8_LETTER = 1 << 0,
	UTF8_MARK = 1 << 1, /* combining: an accent, a vowel sign */
	UTF8_DIGIT = 1 << 2,
	UTF8_UPPER = 1 << 3, /* upper or title case */
	UTF8_LOWER = 1 << 4,
	UTF8_SPACE = 1 << 5 /* every blank, the no-break ones too; no control but \t \n \r */
};
extern const unsigned char utf8_ascii[256];        /* by byte; none for those that are no ASCII */
bool utf8_has_wide(uint32_t, unsigned properties); /* utf8_has, for all but ASCII */

/* Whether the code point has one of the properties. */
static inline bool utf8_has(uint32_t point, unsigned properties)
{
	return point < 0x80 ? (utf8_ascii[point] & properties) != 0
			    : utf8_has_wide(point, properties);
}

static inline bool utf8_is_letter(uint32_t point)
{
	return utf8_has(point, UTF8_LETTER);
}

static inline bool utf8_is_mark(uint32_t point)
{
	return point >= 0x300 && utf8_has_wide(point, UTF8_MARK);
}

static inline bool utf8_is_digit(uint32_t point)
{
	return utf8_has(point, UTF8_DIGIT);
}

static inline bool utf8_is_upper(uint32_t point)
{
	return utf8_has(point, UTF8_UPPER);
}

static inline bool utf8_is_lower(uint32_t point)
{
	return utf8_has(point, UTF8_LOWER);
}

static inline bool utf8_is_space(uint32_t point)
{
	return utf8_has(point, UTF8_SPACE);
}

#endif
