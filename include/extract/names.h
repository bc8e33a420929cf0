#ifndef DEPECHE_EXTRACT_NAMES_H
#define DEPECHE_EXTRACT_NAMES_H

/*
 * Candidate names of persons in the body and the title of one article.  A candidate is a run of
 * capitalised words, with particles inside ("von der", "al-", "ben"), cut by titles, functions and
 * the words of the language; its clue says how much it claims.  Not decided here: whether a bare
 * run is a person at all, and who.
 */

#include "extract/evidence.h"

struct article_tokens; /* extract/names-token */

/* Tokens that were cut before are kept for others; null: none are.
 * Organisations and places are told from persons by the way; null: they are not wanted. */
void names_extract(const struct article *, struct article_tokens *, struct name_marks *,
	struct entity_marks *, struct arena *);

#endif
