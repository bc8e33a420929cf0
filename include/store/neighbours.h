#ifndef DEPECHE_STORE_NEIGHBOURS_H
#define DEPECHE_STORE_NEIGHBOURS_H

/*
 * The two halves of epoch_related: asking (which articles share something with one, and how near
 * the words of each are), and choosing (the best of them, weighed whole).
 */

#include "store/epoch-parts.h"

/* An article is looked for by its heaviest terms; those that are found are weighed whole. */
#define ASKED_TERMS 32u

/* What an article shares with the one that is asked for, summed over postings. */
struct overlap {
	float cosine;
	float people; /* how rare they are; those only meant by a function are in it */
	float days;   /* how rare they are */
};

struct asking {
	const struct epoch *epoch;
	article_id id;
	struct profile_term terms[ASKED_TERMS];
	struct profile profile;
	struct overlap *overlaps; /* of every article */
	uint64_t *people;         /* named in the article, a bit each */
	uint32_t *shared;         /* room for as many: */
	uint32_t shared_room;
	struct profile_day *days; /* room for those that another article speaks of too */
	struct arena scratch;
};

void asking_begin(struct asking *, const struct epoch *, article_id);
void asking_end(struct asking *);
/* How the other article is related; of it no more is looked at than what was asked for. */
void asking_weigh(struct asking *, article_id other, struct relation *);
/* The most that asking_weigh can make of it, and just that where all people shared are named. */
float asking_most(const struct asking *, article_id other);
bool asking_same_story(const struct asking *, article_id other);

#endif
