#ifndef DEPECHE_KNOW_PEOPLE_WRITTEN_H
#define DEPECHE_KNOW_PEOPLE_WRITTEN_H

/*
 * How surnames are written in full names.  Spelling keys join what only sounds alike (Weir and
 * "we're"), so a bare word must besides be written as some full name writes that surname.
 */

#include "base/map.h"

enum likeness {
	LIKE_NONE,   /* no full name has a surname of this key */
	LIKE_SOUND,  /* it only sounds like one */
	LIKE_ENDING, /* it is one with the ending of a case */
	LIKE_NEAR,   /* it is one but for accents, capitals, particles and signs */
	LIKE_SAME    /* it is one, letter by letter */
};

struct written {
	struct map exact;    /* surnames as they stand */
	struct map near;     /* in plain letters */
	struct map stems;    /* surname's key and what of a spelling stays the same in every case */
	struct map families; /* ids of their keys */
	struct arena *arena;
};

void written_init(struct written *, struct arena *);
/* family: the id of the surname's key. */
void written_teach(struct written *, struct span surname, uint32_t family);
/* declined: the language has cases. */
enum likeness written_like(
	const struct written *, struct span surname, uint32_t family, bool declined);

#endif
