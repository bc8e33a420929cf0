#ifndef DEPECHE_KNOW_SPEAKERS_H
#define DEPECHE_KNOW_SPEAKERS_H

/*
 * Who said it: the quotations of an article with their speakers, as far as its words and the
 * persons it mentions tell.  A person where one is named, else the organisation that speaks under
 * its own name, else nobody: whoever is only described ("une voisine") stays unnamed.
 */

#include "know/people.h"

#define SPEAKER_NOBODY UINT32_MAX

struct quotation {
	struct extent at;
	uint32_t actor; /* index into people.actors, or SPEAKER_NOBODY */
	struct span
		speaker; /* the actor's name, or the organisation's as it stands; empty: nobody */
	enum speaker_clue clue;
	struct extent cue, phrase; /* where it was read; none */
	struct extent name; /* the speaker's name that it led to; none where that is a function's */
};

struct quotations {
	struct quotation *at; /* in order */
	uint32_t count;
};

/* Those that do not lie in furniture; kinds as know/furniture has them, people of the document.
 * Cost: linear in the marks and the mentions. */
struct quotations speakers_make(const struct document *, const uint8_t *kinds,
	const struct people *, const struct document_people *, struct arena *);

#endif
