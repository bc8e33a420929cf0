#ifndef DEPECHE_EXTRACT_QUOTES_H
#define DEPECHE_EXTRACT_QUOTES_H

/*
 * The direct quotations of one article, between marks of any kind or behind a dash that opens
 * speech, each with what the text says of who speaks: a phrase, or a pronoun and the phrase that
 * it most likely stands for.  Not decided here: which person that is.  Single words, names,
 * titles and the wording of charges are no quotations.
 */

#include "extract/evidence.h"

struct article_tokens; /* extract/names-token */

/* The tokens kept may be null.  Cost: linear in the text; lines without marks are only passed over. */
void quotes_extract(
	const struct article *, struct article_tokens *, struct quote_marks *, struct arena *);

#endif
