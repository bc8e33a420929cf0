#ifndef DEPECHE_TEXT_LANGUAGE_TABLE_H
#define DEPECHE_TEXT_LANGUAGE_TABLE_H

/*
 * What language.h knows of the languages that it tells apart: their function words, the endings
 * and the letters that give them away.  A mask has the bit of every language that shares the
 * thing; bit LANGUAGE_COUNT stands for languages that are not told apart, only recognised as
 * none of these (Danish, Hungarian…).
 */

#include "text/language.h"

struct language_word {
	char folded[20];
	uint32_t languages; /* a mask */
};

struct language_letter {
	uint32_t point;
	uint32_t languages; /* a mask */
};

extern const struct language_word language_words[]; /* in bytewise order */
extern const size_t language_word_count;
extern const struct language_word language_endings[]; /* likewise, each once */
extern const size_t language_ending_count;
extern const struct language_letter language_letters[]; /* in order */
extern const size_t language_letter_count;

#endif
