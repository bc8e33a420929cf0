#ifndef DEPECHE_KNOW_STORIES_INDEX_H
#define DEPECHE_KNOW_STORIES_INDEX_H

/*
 * What the pairs of know/stories are asked with: the articles in order of time, and for each term
 * those that hold it.  A place is an article's rank by day of publication, then by its number;
 * those without a day come last.
 */

#include "base/map.h"
#include "know/stories.h"

struct story_index {
	const struct story_archive *archive;
	uint32_t *articles;                  /* by place */
	uint32_t *places;                    /* of each article */
	int32_t *days;                       /* by place; INT32_MAX: not known */
	size_t *starts;                      /* term → row of at[starts[t] .. starts[t + 1]) */
	uint32_t *at;                        /* places, rising */
	float *weights;                      /* beside at */
	struct map spoken;                   /* day → how many articles speak of it */
	float *title_lengths, *lead_lengths; /* of each article's vectors */
};

void story_index_make(struct story_index *, const struct story_archive *, struct arena *);

/* The first place whose day is not before. */
uint32_t story_index_place(const struct story_index *, int32_t day);
/* How many of the term's articles lie in [from, to); all: of all places. */
uint32_t story_index_count(
	const struct story_index *, uint32_t term, uint32_t from, uint32_t to, uint32_t *all);

#endif
