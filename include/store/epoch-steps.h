#ifndef DEPECHE_STORE_EPOCH_STEPS_H
#define DEPECHE_STORE_EPOCH_STEPS_H

/*
 * The steps of building an epoch, in this order.  Facts must be there; each lays down flat what
 * it finds.
 */

#include "store/epoch-parts.h"

/* Order by date, and what is known of each article by itself. */
void epoch_sort(struct epoch *);
/* What each line of the articles is; then which articles have each word, and what words and terms
 * each article has, which is there for the sealed epoch: both are of the arena beside. */
void epoch_lay_lines(struct epoch *);
void epoch_index_words(struct epoch *);
void epoch_pack_words(struct epoch *);
void epoch_index_terms(struct epoch *);
void epoch_index_actors(struct epoch *);
void epoch_index_speakers(struct epoch *);
void epoch_index_entities(struct epoch *);
void epoch_index_sources(struct epoch *);
void epoch_index_days(struct epoch *);
void epoch_find_stories(struct epoch *);
/* The articles as know/stories sees them. */
struct story_archive epoch_tell_stories(struct epoch *, struct arena *);

#endif
