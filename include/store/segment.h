#ifndef DEPECHE_STORE_SEGMENT_H
#define DEPECHE_STORE_SEGMENT_H

/*
 * An article as a worker hands it over: what was read, what it says, and its words in order,
 * line by line, so that lines which turn out to be furniture can be left out of every index.
 */

#include "base/map.h"
#include "base/vec.h"
#include "extract/evidence.h"
#include "extract/words.h"

union token {
	struct form *word; /* from the worker */
	uint32_t form;     /* its number, once the archive has taken the article in */
};

struct segment {
	const struct article *article;
	const struct evidence *evidence;
	union token *tokens;
	/* Line l of the article has the tokens [line_ends[l - 1], line_ends[l]), none unless the
	 * article's own judgement is that it is body; past the lines, those of the title. */
	uint32_t *line_ends;
	uint32_t *terms; /* numbers of the evidence's terms, in their order; the archive's */
};

struct span root_key(enum language, struct span stem, struct arena *);

/* Owns: article, evidence and vocabulary must outlive the segment, the words need not. */
struct segment *segment_make(const struct article_words *, const struct evidence *, struct arena *);
/* The words of line l, or of the title if l is the number of lines. */
struct span segment_words(const struct article *, uint32_t line);
/* Where segment_words stands in the text; none for a title that is not in the text. */
struct extent segment_place(const struct article *, uint32_t line);

#endif
