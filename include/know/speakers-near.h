#ifndef DEPECHE_KNOW_SPEAKERS_NEAR_H
#define DEPECHE_KNOW_SPEAKERS_NEAR_H

/*
 * Whom a pronoun or a bare title means where no phrase stands for it: the persons mentioned
 * shortly before are weighed by their distance, their place in the sentence, and how much the
 * article speaks of them.  For know/speakers alone.
 */

#include "know/people.h"

struct near {
	const struct article *article;
	const struct people *people;
	const struct document_people *mentions;
};

/* The first mention that begins at or after a place. */
uint32_t near_mention(const struct near *, uint32_t place);
/* Whether the actor can be meant by the mark's pronoun. */
bool near_fits(const struct near *, uint32_t actor, const struct quote_mark *);
/* The likeliest of the mentions from one place to the other, or null.
 * Cost: the mentions between, at most NEAR_MOST. */
#define NEAR_MOST 24
const struct mention *near_person(
	const struct near *, const struct quote_mark *, uint32_t from, uint32_t place);

#endif
