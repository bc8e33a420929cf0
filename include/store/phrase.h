#ifndef DEPECHE_STORE_PHRASE_H
#define DEPECHE_STORE_PHRASE_H

/*
 * Words side by side, in these very forms, case and accents ignored: where they stand in the
 * lines of articles.
 */

#include "store/epoch-tokens.h"

struct phrase {
	const uint32_t *forms; /* numbers; LEXICON_NONE: a word that no article has */
	uint32_t count;        /* 0: no words, which stand nowhere */
};

struct phrase phrase_of(const struct epoch *, struct span text, struct arena *);
/* Whether the phrase begins at the first of these tokens. */
bool phrase_begins(const struct phrase *, const uint32_t *tokens, uint32_t left);
/* Sets the bits of the articles that have it in title or body. */
void phrase_match(const struct epoch *, const struct phrase *, uint64_t *articles, struct arena *);
/* Whether the line of the article, or past the lines its title, is one that is searched. */
bool phrase_is_searched(const struct tokens *, uint32_t line);

#endif
