#ifndef DEPECHE_TEXT_WORD_H
#define DEPECHE_TEXT_WORD_H

/*
 * Words, in two cuts.  For searching: runs of letters and digits (with their marks), nothing
 * else; Han, kana and Thai by libunistring's word breaks.  For reading: tokens as the study of
 * names needs them: inner hyphens and apostrophes stay inside, an elided prefix is a token of
 * its own (l' d' j' qu' …), an initial takes its full stop ("M.", "W.", "J.-Y."), a number keeps
 * the letters that touch it (1er, 09h18) and nothing else, any other sign is a token.
 */

#include "base/span.h"

enum word_kind { WORD_LETTERS, WORD_NUMBER, WORD_INITIAL, WORD_ELISION, WORD_SIGN };

struct word {
	uint32_t start, end; /* bytes into the text that is walked */
	enum word_kind kind;
	bool capitalised;  /* holds an upper-case letter */
	bool all_capitals; /* two letters or more, none of them small */
	bool after_space;  /* white space, or the start of the text, stands before it */
	bool plain;        /* ASCII without capitals: folds to itself */
};

/* Iterators are values: for (struct words it = words_of(text); words_next(&it, &word);) */
struct words {
	struct span text;
	size_t at;
};
struct words words_of(struct span text);
bool words_next(struct words *, struct word *);  /* the cut for searching */
bool tokens_next(struct words *, struct word *); /* the cut for reading */

#endif
