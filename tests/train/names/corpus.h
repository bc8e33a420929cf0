#ifndef CORPUS_H
#define CORPUS_H

/*
 * Articles with the names that somebody marked in them: FILE.txt beside FILE.ann (brat), in
 * bytewise order of their paths.
 */

#include "article/article.h"
#include "base/vec.h"
#include "extract/tagger.h"

/* What somebody marked; the label is the one that its first word has. */
struct marked {
	struct extent at; /* in bytes */
	enum label label;
};

struct sample {
	const char *path;
	struct article *article;
	VEC(struct marked) marks; /* persons first, then in order */
};

VEC_OF(struct sample, samples);

/* Ends the program when there is nothing to read. */
void corpus_read(struct samples *, const char *folder, struct arena *);

#endif
