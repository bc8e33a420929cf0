#ifndef DEPECHE_TRAIN_YEARS_H
#define DEPECHE_TRAIN_YEARS_H

/*
 * A year of articles as an archive of its own, and what is held against its events.
 */

#include "gold.h"
#include "know/stories-pair.h"
#include "store/archive.h"
#include "store/epoch-steps.h"

struct year {
	struct arena arena;
	struct archive archive;
	struct epoch *epoch;
	struct story_archive told;
	uint32_t *events;      /* of each article; GOLD_NONE */
	uint32_t *event_sizes; /* of each article: how many its event has; 1 */
	const char **paths;
};

/* The articles of folder/name, in path order. */
void year_read(struct year *, const char *folder, const char *name, const struct gold *);
/* The epoch is made anew with the frequencies of the other years alone as its background, and
 * told. */
void year_tell(struct year *, const struct year *const *others, uint32_t count);
void year_clear(struct year *);

/* Whether two articles have the same number; GOLD_NONE is none. */
static inline bool year_together(const uint32_t *numbers, uint32_t a, uint32_t b)
{
	return numbers[a] != GOLD_NONE && numbers[a] == numbers[b];
}

/* How well stories fit the events. */
struct counts {
	uint32_t right, wrong, missed; /* pairs */
	double precision, recall;      /* B-cubed, sums over articles */
	uint32_t articles;
};

void year_count(const struct year *, const struct stories *, struct counts *);

#endif
