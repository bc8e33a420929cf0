#ifndef DEPECHE_EXTRACT_GAZETTEER_DATA_H
#define DEPECHE_EXTRACT_GAZETTEER_DATA_H

/*
 * The tables behind gazetteer.h, and how they are packed; only for gazetteer.c and for the
 * program that makes them (tests/train/gazetteer/compile.c).  Two open hash tables with linear
 * probing: a slot holds some bits of the word's hash above the bits of its lists, and is 0 when
 * free.  The words themselves are not kept, so that a stranger is taken for a known word about
 * once in a hundred million given names, once in a hundred thousand other words.
 */

#include "base/map.h"

/* The given names: the lists are LIST_GIVEN_MALE and LIST_GIVEN_FEMALE. */
#define GIVEN_LIST_BITS 2
extern const uint32_t gazetteer_given[];
extern const uint32_t gazetteer_given_count;

/* All other words and phrases (folded words, parted by one blank): the other lists, moved down
 * by GIVEN_LIST_BITS, and above them WORD_HEAD for words that begin a phrase. */
#define WORD_LIST_BITS 14
#define WORD_HEAD (1u << 13)
extern const uint32_t gazetteer_words[];
extern const uint32_t gazetteer_words_count;

/* The first slot to look at, of count. */
static inline uint32_t gazetteer_slot(uint64_t hash, uint32_t count)
{
	return (uint32_t)((hash >> 32) * count >> 32);
}

/* The bits of the hash that a slot keeps, in their place. */
static inline uint32_t gazetteer_check(uint64_t hash, int list_bits)
{
	return (uint32_t)hash << list_bits;
}

#endif
