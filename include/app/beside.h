#ifndef DEPECHE_APP_BESIDE_H
#define DEPECHE_APP_BESIDE_H

/*
 * What each of two articles has that the other has not: what depeche compare prints.
 */

#include "app/listing.h"
#include "know/compare.h"

/* What one of the two has alone. */
struct beside_one {
	article_id id;
	const uint32_t *people; /* actors that only it names, most mentioned first */
	uint32_t people_count;
	const struct day_spoken *const *days; /* that only it speaks of, each once, in its order */
	uint32_t day_count;
};

struct beside {
	struct beside_one one[2];
	struct comparison comparison; /* offsets are into the texts of the two */
	uint32_t percent;             /* of the words of both: the same text */
};

/* Paragraphs, headings and captions are held against each other, no furniture. */
void beside_make(const struct epoch *, article_id a, article_id b, struct beside *, struct arena *);
/* Appends it all: as one JSON object, or in lines that begin with "=" (both), "<" and ">" (one
 * alone) or "~" (told otherwise, with [words] that the other has not). */
void beside_print(const struct listing *, const struct beside *, struct buf *);

#endif
