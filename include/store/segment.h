#ifndef DEPECHE_STORE_SEGMENT_H
#define DEPECHE_STORE_SEGMENT_H

/*
 * An article as a worker hands it over: what was read, what it says, and its words in order,
 * line by line, so that lines which turn out to be furniture can be left out of every index.
 */

#include "base/map.h"
#include "base/vec.h"
#include "extract/evidence.h"

/* A word as it is written in a language.  The thread that gathers writes the numbers, all else
 * is the worker's. */
struct spelling {
	struct span form; /* folded */
	struct span root; /* a byte for the language, then the stem: what its forms share */
	bool small;       /* none of its letters is a capital */
	uint32_t form_number, root_number; /* in the archive's lexicons, 1 more; 0: none yet */
};

/* The spellings that one worker has met: each is folded and stemmed once. */
struct wordbook {
	struct arena *arena, *scratch;
	struct stemmer *stemmer;
	struct map surfaces[LANGUAGE_COUNT]; /* the word as it stands → its place in spellings */
	VEC(struct spelling *) spellings;
};

union token {
	struct spelling *spelling; /* from the worker */
	uint32_t form;             /* once the archive has taken the article in */
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

void wordbook_init(struct wordbook *, struct stemmer *, struct arena *, struct arena *scratch);
struct span root_key(enum language, struct span stem, struct arena *);

struct segment *segment_make(
	const struct article *, const struct evidence *, struct wordbook *, struct arena *);
/* The words of line l, or of the title if l is the number of lines. */
struct span segment_words(const struct article *, uint32_t line);
/* Where segment_words stands in the text; none for a title that is not in the text. */
struct extent segment_place(const struct article *, uint32_t line);

#endif
