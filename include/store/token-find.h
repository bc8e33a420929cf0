#ifndef DEPECHE_STORE_TOKEN_FIND_H
#define DEPECHE_STORE_TOKEN_FIND_H

/*
 * Whether tokens stand side by side in a line of an article, told from the packed bytes as they
 * lie: most articles that have all words of a phrase do not have the phrase, and are not opened.
 */

#include "store/epoch-tokens.h"

struct token_needle {
	struct span bytes; /* the tokens, packed as those of articles are */
	size_t rarest;     /* the byte of it that is looked for first */
	uint32_t count;    /* tokens */
};

/* Of at least one form. */
struct token_needle token_needle_of(const uint32_t *forms, uint32_t count, struct arena *);
/* In a line that counts, or in the title.  The epoch must be sealed. */
bool token_find(const struct epoch *, article_id, const struct token_needle *);

#endif
