#ifndef DEPECHE_KNOW_SPEAKERS_NAMING_H
#define DEPECHE_KNOW_SPEAKERS_NAMING_H

/*
 * The words of a phrase that names an organisation, and how far its name goes.  For
 * know/speakers alone.
 */

#include "extract/gazetteer.h"
#include "extract/quotes-noun.h"
#include "extract/quotes-words.h"
#include "text/word.h"

#define NAMING_TOKENS 32

struct naming_word {
	struct word word; /* offsets into the phrase */
	struct span folded;
	unsigned lists, said, noun; /* gazetteer, grammar, enum noun_kind */
	bool comma;
};

/* The first words of a phrase; of what is longer, no more. */
struct naming {
	struct naming_word at[NAMING_TOKENS];
	int count;
	uint32_t start; /* of the phrase in the text */
};

void naming_read(const struct article *, struct extent, struct naming *, struct arena *);
/* The bytes from one word to another, both included. */
struct extent naming_extent(const struct naming *, int first, int last);
bool naming_of(const struct naming *, int word); /* "de" and its like */
bool naming_adjective(const struct naming_word *);
/* One past the capitalised words that begin there, with what is small between them. */
int naming_capitals(const struct naming *, int first);
/* The same with the adjective behind it: "Conseil constitutionnel". */
int naming_end(const struct naming *, int first);
/* The name at the end of "le journal parodique Le Gorafi"; -1 when there is none. */
int naming_behind(const struct naming *, int noun);

#endif
