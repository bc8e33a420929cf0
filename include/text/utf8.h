#ifndef DEPECHE_TEXT_UTF8_H
#define DEPECHE_TEXT_UTF8_H

/*
 * UTF-8, one code point at a time.  Total: a byte that begins no valid sequence reads as
 * U+FFFD and is one byte long.  Overlong forms, surrogates and values over U+10FFFF are not
 * valid.
 */

#include "base/span.h"

#define UTF8_REPLACEMENT 0xFFFDu

/* The code point at *at, which moves past it.  *at must be under text.len. */
uint32_t utf8_next(struct span text, size_t *at);
/* The code point that ends at *at, which moves back to its start.  *at must be over 0. */
uint32_t utf8_previous(struct span text, size_t *at);
size_t utf8_put(char out[4], uint32_t point); /* bytes written; a bad point as U+FFFD */
bool utf8_valid(struct span);
bool utf8_boundary(struct span text, size_t at); /* no code point is cut at this place */
size_t utf8_count(struct span);                  /* code points */

/* Properties (general categories of the Unicode Character Database). */
bool utf8_is_letter(uint32_t);
bool utf8_is_mark(uint32_t); /* combining: an accent, a vowel sign */
bool utf8_is_digit(uint32_t);
bool utf8_is_upper(uint32_t); /* upper or title case */
bool utf8_is_lower(uint32_t);
bool utf8_is_space(uint32_t); /* every blank, the no-break ones too; no control but \t \n \r */

#endif
