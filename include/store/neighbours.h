#ifndef DEPECHE_STORE_NEIGHBOURS_H
#define DEPECHE_STORE_NEIGHBOURS_H

/*
 * The two halves of epoch_related: asking (which articles share something with one, and how near
 * the words of each are), and choosing (the best of them, weighed whole).
 */

#include "store/counted.h"
#include "store/epoch-parts.h"

/* An article is looked for by its heaviest terms; those that are found are weighed whole. */
#define ASKED_TERMS 32u

/* What an article shares with the one that is asked for, summed over postings. */
struct overlap {
	float cosine;
	float people; /* how rare they are; those only meant by a function are in it */
	float days;   /* how rare they are */
};

/* A row of numbers that is walked in stretches: the next one, if any, is taken already. */
struct asked_row {
	struct steps steps;
	struct counted next;
	bool has_next;
	uint32_t term; /* place in the terms asked for */
};

/* The same of numbers that lie as they are, which all add as much. */
struct asked_list {
	const uint32_t *next, *end;
	float rarity;
};

/* What a term weighs that stands so often in an article, worked out when it is asked for first. */
#define KNOWN_COUNTS 16u
#define KNOWN_TITLES 4u

struct known_weights {
	float weights[KNOWN_TITLES][KNOWN_COUNTS];
	bool known[KNOWN_TITLES][KNOWN_COUNTS];
};

/* Articles are looked at in stretches, so that their sums stay near the processor; nearly all of
 * them are passed over so many at a time. */
#define STRETCH_STEP 8u
#define STRETCH (512u * STRETCH_STEP)

struct asking {
	const struct epoch *epoch;
	article_id id;
	struct profile_term terms[ASKED_TERMS];
	struct known_weights known[ASKED_TERMS];
	struct profile profile;
	struct asked_row rows[2 * ASKED_TERMS]; /* those of an epoch, and those behind */
	struct asked_list *people, *days;       /* of each of the profile */
	uint64_t *named;                        /* in the article, a bit each */
	uint32_t *shared;                       /* room for as many: */
	uint32_t shared_room;
	struct profile_day *shared_days; /* room for those that another article speaks of too */
	uint32_t row_count;
	/* The stretch: articles [first, first + count), what each of them shares. */
	article_id first;
	uint32_t count;
	float cosines[STRETCH], rare_people[STRETCH], rare_days[STRETCH]; /* see overlap */
	float shares[STRETCH]; /* what people and days can add at most, nearness in time left out */
	float scales[STRETCH]; /* of their profiles */
	float nearness[RELATED_NEAR_LAST + 1]; /* of articles so many days away */
	struct arena scratch;
};

/* No stretch is there yet.  The asking may be of any content. */
void asking_begin(struct asking *, const struct epoch *, article_id);
void asking_end(struct asking *);
/* The next stretch of articles; false when there is none. */
bool asking_go_on(struct asking *);
/* How the other article is related, whose overlap was that; of it no more is looked at than what
 * was asked for. */
void asking_weigh(struct asking *, article_id other, struct overlap, struct relation *);
static inline struct overlap asking_overlap(const struct asking *a, article_id other)
{
	uint32_t at = other - a->first;

	return (struct overlap){a->cosines[at], a->rare_people[at], a->rare_days[at]};
}
/* The most that asking_weigh can make of it, and just that where all people shared are named. */
float asking_most(const struct asking *, article_id other, struct overlap);
bool asking_same_story(const struct asking *, article_id other);

#endif
