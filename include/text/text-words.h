#ifndef DEPECHE_TEXT_TEXT_WORDS_H
#define DEPECHE_TEXT_TEXT_WORDS_H

/*
 * The words of the text that a vocabulary read last, line by line.  The layout of an article and
 * the finders behind it read the same lines: the second finds here what the first looked up.
 * Only one text is remembered, and of an enormous one its beginning.
 */

#include "text/vocabulary.h"

struct read_line {
	struct extent at;      /* in the text */
	uint32_t first, count; /* into the forms */
	bool same;             /* as vocabulary_read says */
};

struct text_words {
	struct span text;
	enum language language;
	uint32_t number;           /* of the text among those that were read, from 1 */
	struct placed_forms forms; /* places in the text */
	VEC(struct read_line) lines;
	struct read_line last; /* the newest, whether it is remembered or not */
};

/* Forgets the text before.  The new one's number, for who asks later. */
uint32_t text_words_begin(struct vocabulary *, enum language, struct span text);
/* Reads the next line; what is given, and its forms, are valid until another is read. */
const struct read_line *text_words_line(struct vocabulary *, struct extent line);
/* The words of that text; null when another was read since, or none. */
const struct text_words *text_words_of(
	const struct vocabulary *, enum language, struct span text, uint32_t number);

#endif
