#ifndef DEPECHE_EXTRACT_ROLES_WORDS_H
#define DEPECHE_EXTRACT_ROLES_WORDS_H

/*
 * What words do in and around the name of a function, and the keys by which functions are
 * compared.  Which nouns are functions is the gazetteer's to say (LIST_ROLE).  For
 * extract/roles alone.
 */

#include "extract/names-token.h"

enum role_bit {
	ROLE_ARTICLE = 1 << 0, /* le, the: of one who is known */
	ROLE_MALE = 1 << 1,
	ROLE_FEMALE = 1 << 2,
	ROLE_OF = 1 << 3, /* de, of */
	ROLE_TO = 1 << 4, /* à, pour, auprès: begins what some functions are for */
	ROLE_AND = 1 << 5,
	ROLE_FORMER = 1 << 6,
	ROLE_EPITHET = 1 << 7, /* before the noun, no part of the function: nouveau, actuel */
	ROLE_PART = 1 << 8,    /* before the noun, part of it: premier, haut, foreign */
	ROLE_OTHER = 1 << 9,   /* futur, dernier: not the one who holds it */
	ROLE_BE = 1 << 10,     /* what follows is said of somebody */
	ROLE_PLURAL = 1 << 11,
	ROLE_QUALITY = 1 << 12, /* after a noun: adjoint, étrangères */
	ROLE_VERB = 1 << 13,    /* looks like an adjective and is none: appelle */
	ROLE_COMMON = 1 << 14,  /* every country has one: Intérieur, Sénat, République */
	ROLE_OWNER = 1 << 15,   /* son, ce: whose it is, the sentence before says */
	ROLE_NEVER = 1 << 16,   /* in LIST_ROLE, but no function: victime, fils */
	ROLE_SOLE = 1 << 17,    /* one person holds it at a time: président, maire */
	ROLE_TOWARDS = 1 << 18, /* takes ROLE_TO: ambassadeur à, conseiller à */
	ROLE_WHO = 1 << 19,
	ROLE_SOURCE = 1 << 20, /* selon: the name behind it ends before the next noun */
	ROLE_POST = 1 << 21,   /* of those also with a place alone: ambassadeur, envoyé */
	ROLE_NEW = 1 << 22     /* nouveau: not who held it until now */
};

struct role_word {
	char folded[24];
	unsigned bits;
};
/* Sorted by word. */
extern const struct role_word role_words[];
extern const size_t role_words_count;

/* Words of one meaning: adjectives of nations and their countries, functions in several
 * languages.  Both are stems; sorted by the first. */
struct role_synonym {
	char stem[20], means[20];
	bool nation;
};
extern const struct role_synonym role_synonyms[];
extern const size_t role_synonyms_count;

unsigned role_word_bits(struct span folded);
/* Whether the small word is shaped like an adjective behind its noun ("présidentiel"). */
bool role_adjective(struct span folded);

/* A folded word without what gender, number and case put at its end. */
struct span role_stem(struct span folded, struct arena *);
/* The hash of what the word means. */
uint32_t role_key(struct span folded, struct arena *, bool *nation);

#endif
