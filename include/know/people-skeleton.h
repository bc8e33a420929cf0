#ifndef DEPECHE_KNOW_PEOPLE_SKELETON_H
#define DEPECHE_KNOW_PEOPLE_SKELETON_H

/*
 * A word of a name as its consonants, in a dozen classes that the conventions of many languages
 * agree on, and what kind of vowel stands before each and behind the last.
 */

#include "base/arena.h"

#define SKELETON_MOST 14 /* consonants; longer words are no part of a name */

enum skeleton_vowel { VOWEL_OPEN = 1 << 0, VOWEL_ROUND = 1 << 1, VOWEL_SHARP = 1 << 2 };

struct skeleton {
	char at[SKELETON_MOST];            /* 'b' 'd' 'j' 'k' 'l' 'm' 'n' 'r' 's' 't' 'z' */
	uint8_t vowels[SKELETON_MOST + 1]; /* bits of enum skeleton_vowel */
	uint32_t count;
	bool whole; /* it has no consonants besides */
};

/* Of a word in Latin letters, folded. */
struct skeleton skeleton_latin(struct span folded);
/* Of the word in Arabic, Hebrew or Devanagari letters that begins at *at, which walks behind it;
 * nothing, and one code point further, where there is none. */
struct skeleton skeleton_abjad(struct span text, size_t *at);
/* Whether the vowels that the second word writes can be those of the first; same consonants. */
bool skeleton_agrees(const struct skeleton *latin, const struct skeleton *abjad);

#endif
