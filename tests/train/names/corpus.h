#ifndef CORPUS_H
#define CORPUS_H

/*
 * Articles with the persons that somebody marked in them: FILE.txt beside FILE.ann (brat), in
 * bytewise order of their paths.
 */

#include "article/article.h"
#include "base/vec.h"

struct sample {
	const char *path;
	struct article *article;
	VEC(struct extent) persons; /* in bytes, in order */
};

VEC_OF(struct sample, samples);

/* Ends the program when there is nothing to read. */
void corpus_read(struct samples *, const char *folder, struct arena *);

#endif
