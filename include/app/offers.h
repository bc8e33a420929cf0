#ifndef DEPECHE_APP_OFFERS_H
#define DEPECHE_APP_OFFERS_H

/*
 * What can stand where the cursor of a prompt is: words that Tab puts there one after the other,
 * or, where nothing can be put, what is wanted there.
 */

#include "app/prompt.h"
#include "base/vec.h"

struct offers {
	VEC(const char *) words;
	uint32_t start; /* of the line: an offer takes the place of what stands from there on */
	uint32_t at;    /* the one that is in the line; words.count: none yet */
	bool stepped;   /* Tab was pressed: pressed again, it puts the next one there */
	const char *usage, *help; /* of what is typed: "goto DAY", "an article …"; null: nothing */
	struct arena arena;       /* of all this */
};

/* Nothing is offered any longer; what was is gone. */
void offers_clear(struct offers *);
/* The word where it begins as what is typed does. */
void offers_add(struct offers *, struct span typed, const char *word);
/* What all of the words begin with; some must be there. */
struct span offers_common(const struct offers *);
/* Puts a word in the place of what was typed, or of the offer that was put there before. */
void offers_put(const struct offers *, struct prompt *, struct span word);
/* Puts the next one (1) or the one before (-1); false where there are none. */
bool offers_step(struct offers *, struct prompt *, int step);

#endif
