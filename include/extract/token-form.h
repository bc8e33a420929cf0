#ifndef DEPECHE_EXTRACT_TOKEN_FORM_H
#define DEPECHE_EXTRACT_TOKEN_FORM_H

/*
 * What the finders of names, functions and quotations know of a token by its letters alone, found
 * out once a form.  Private to the floor.
 */

#include "extract/gazetteer.h"
#include "text/vocabulary.h"

struct token_form {
	struct span folded;
	unsigned lists;     /* of the gazetteer */
	bool begins_phrase; /* of it */
	bool is_role_known; /* role is: extract/roles-phrase */
	unsigned role;      /* bits by enum role_bit */
	bool is_hashed;     /* small_hash is known: extract/passage */
	uint16_t small_hash;
	bool is_coded; /* the next four are known: extract/features */
	uint32_t code; /* of the folded word */
	uint32_t shape;
	uint32_t tails[2]; /* of the last two and three bytes */
	/* What it may be around a quotation, elsewhere and where a sentence begins with it; 0: not
	 * asked yet. */
	unsigned said[2];
};

/* The form of a word.  Without a vocabulary it is the caller's alone, in the arena; else it lives
 * as long as the vocabulary's arena. */
struct token_form *token_form_of(
	struct vocabulary *, enum language, struct span word, struct arena *);

#endif
