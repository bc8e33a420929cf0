#ifndef DEPECHE_STORE_NUMBERING_H
#define DEPECHE_STORE_NUMBERING_H

/*
 * Which numbers the words and stems of one vocabulary have in an archive.  Small, and its owner's
 * alone: whoever gathers looks here for every word of every article, and into the vocabulary, which
 * a worker goes on writing in, only for those that are new.
 */

#include "base/vec.h"
#include "text/vocabulary.h"

struct numbered_form {
	uint32_t number; /* in the archive, 1 more; 0: none yet */
	uint32_t small;  /* 1: none of its letters has another small form */
};

struct numbering {
	struct arena arena;
	const struct vocabulary *vocabulary;
	VEC(struct numbered_form) forms; /* by their numbers in the vocabulary */
	VEC(uint32_t) terms;             /* of each stem its number as a term, 1 more; 0 */
};

/* Owns: the vocabulary stays the caller's and must outlive it. */
void numbering_init(struct numbering *, const struct vocabulary *);
void numbering_clear(struct numbering *);
/* Room for so many forms and stems. */
void numbering_widen(struct numbering *, uint32_t forms, uint32_t stems);

#endif
