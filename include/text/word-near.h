#ifndef DEPECHE_TEXT_WORD_NEAR_H
#define DEPECHE_TEXT_WORD_NEAR_H

/*
 * The cut of words_next for most of what is read, in line: words of ASCII and Latin-1 and the
 * signs between them.  Whatever else stands there is left to words_next.  And short words as
 * numbers, to be found in tables by.  Private to the floor.
 */

#include "text/utf8.h"

#define WORD_BYTE (UTF8_LETTER | UTF8_DIGIT)

/* The bytes of a sign that ends words and folds to signs: quotation marks, dashes, apostrophes,
 * the dots, no-break spaces.  0 for all others. */
static inline size_t near_sign(const unsigned char *at, size_t left)
{
	if (at[0] == 0xC2)
		return left > 1 && (at[1] == 0xA0 || at[1] == 0xAB || at[1] == 0xBB) ? 2 : 0;
	if (at[0] != 0xE2 || left < 3 || at[1] != 0x80)
		return 0;
	return (at[2] >= 0x90 && at[2] <= 0xA7) || at[2] == 0xAF ? 3 : 0;
}

/* "é", "À": the letters of Latin-1. */
static inline bool near_latin(const unsigned char *at, size_t left)
{
	return at[0] == 0xC3 && left > 1 && at[1] >= 0x80 && at[1] <= 0xBF && at[1] != 0x97 &&
	       at[1] != 0xB7;
}

/* The end of the word that begins at this place, with a letter or digit of ASCII or Latin-1; 0
 * when other letters may go on with it. */
static inline size_t near_end(const unsigned char *at, size_t start, size_t len)
{
	size_t end = start;

	for (;;) {
		while (end < len && utf8_ascii[at[end]] & WORD_BYTE)
			end++;
		if (end == len || at[end] < 0x80)
			return end;
		if (!near_latin(at + end, len - end))
			return near_sign(at + end, len - end) ? end : 0;
		end += 2;
	}
}

/* Moves *at over signs and blanks to where a word may begin.  The end of that word, 0 when
 * words_next must be asked, which may go further to find one; true at the text's end too, where
 * *at is its length. */
static inline bool near_next(const unsigned char *text, size_t len, size_t *at, size_t *end)
{
	for (*end = 0; *at < len;) {
		if (utf8_ascii[text[*at]] & WORD_BYTE || near_latin(text + *at, len - *at))
			return (*end = near_end(text, *at, len)) > 0;
		size_t sign = text[*at] < 0x80 ? 1 : near_sign(text + *at, len - *at);
		if (sign == 0)
			return false;
		*at += sign;
	}
	return true;
}

/* Up to 16 bytes the two ends and the length are the whole word. */
struct word_ends {
	uint64_t head, tail; /* its first and last eight bytes; of a short word, all and nothing */
};

/* Of a word of which room bytes may be read, len or more. */
static inline struct word_ends word_ends_of(const char *at, size_t len, size_t room)
{
	static const unsigned char masks[16] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
	struct word_ends ends = {0, 0};
	uint64_t mask;

	if (len > 8) {
		memcpy(&ends.head, at, 8);
		memcpy(&ends.tail, at + len - 8, 8);
	} else if (room >= 8) {
		memcpy(&ends.head, at, 8);
		memcpy(&mask, masks + 8 - len, 8);
		ends.head &= mask;
	} else {
		memcpy(&ends.head, at, len);
	}
	return ends;
}

static inline uint32_t word_ends_hash(struct word_ends ends, size_t len)
{
	uint64_t x = (ends.head ^ (uint64_t)len << 56) * UINT64_C(0x9e3779b97f4a7c15);

	x = (x ^ x >> 32 ^ ends.tail) * UINT64_C(0xd6e8feb86659fd93);
	return (uint32_t)(x >> 32);
}

#endif
