#ifndef DEPECHE_APP_STORY_ROWS_H
#define DEPECHE_APP_STORY_ROWS_H

/*
 * The stories of a result: what depeche stories prints.
 */

#include "app/listing.h"
#include "store/epoch-stories.h"

struct story_row {
	const struct story *story;
	const article_id *articles; /* of the story, those that pass the filter: rising */
	uint32_t count;
	const uint32_t *people; /* who is named in two of them or more, in most first */
	uint32_t people_count;
};

/* Stories with an article that passes, the ones that went on longest ago last. */
uint32_t story_rows_make(
	const struct epoch *, const struct result *, struct story_row **rows, struct arena *);
/* Appends a row: in lines the title, with its number, days and count, and under it the people. */
void story_rows_row(const struct listing *, const struct story_row *, struct buf *);

#endif
