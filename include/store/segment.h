#ifndef DEPECHE_STORE_SEGMENT_H
#define DEPECHE_STORE_SEGMENT_H

/*
 * An article as the archive keeps it: what was read, what it says, and its words in order, line by
 * line, so that lines which turn out to be furniture can be left out of every index.
 */

#include "base/vec.h"
#include "extract/evidence.h"
#include "extract/words.h"

struct segment {
	const struct article *article;
	const struct evidence *evidence;
	uint32_t *tokens; /* words, by the numbers of their forms in the archive */
	/* Line l of the article has the tokens [line_ends[l - 1], line_ends[l]), none unless the
	 * article's own judgement is that it is body; past the lines, those of the title. */
	uint32_t *line_ends;
};

#define RECORD_NONE UINT32_MAX

/* A segment as a worker hands it over: its words and terms have the numbers of the worker's
 * vocabulary still. */
struct draft {
	const struct article *article;
	struct evidence *evidence;
	uint32_t *words;                 /* every form has a root */
	uint32_t *line_ends;             /* as in a segment */
	uint32_t form_count, stem_count; /* that the vocabulary had */
};

struct span root_key(enum language, struct span stem, struct arena *);

/* Owns: article and evidence stay the caller's; the draft is needed, as is the vocabulary, until
 * the archive has taken it. */
struct draft *draft_make(const struct article_words *, struct evidence *, struct arena *);
/* The words of line l, or of the title if l is the number of lines. */
struct span segment_words(const struct article *, uint32_t line);
/* The tokens of the line, or past the lines, that are shown as the title: [*from, *to).  A title
 * that is the article's first sentence stands in a line of its body. */
void segment_title(const struct segment *, uint32_t line, uint32_t *from, uint32_t *to);
/* Where segment_words stands in the text; none for a title that is not in the text. */
struct extent segment_place(const struct article *, uint32_t line);

#endif
