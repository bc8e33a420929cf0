#ifndef DEPECHE_ARTICLE_PAGE_H
#define DEPECHE_ARTICLE_PAGE_H

/*
 * A text dump while it is laid out: its lines, which of them are body, and the finders that
 * (finders.h) read off the lines around it.  Private to the floor.
 */

#include "article/article.h"
#include "article/model.h"
#include "base/vec.h"

#define NO_LINE UINT32_MAX

VEC_OF(struct stamp, stamp_list);
VEC_OF(struct span, span_list);

/* What a line of a file's head announces, "Title: …". */
enum label {
	LABEL_NONE, /* it is no line of a head */
	LABEL_TITLE,
	LABEL_DATE,
	LABEL_UPDATED,
	LABEL_SOURCE,
	LABEL_AUTHOR,
	LABEL_URL,
	LABEL_SECTION,
	LABEL_TAGS,
	LABEL_TEXT,   /* the article itself */
	LABEL_OTHER,  /* what is not asked for: language, length */
	LABEL_STRANGE /* words of no known meaning, with a colon */
};

struct page {
	struct article *article;
	struct line_table table;
	enum line_kind *kinds;
	enum label *labels; /* of each line; a head ends before head_end */
	uint32_t *heads;    /* where a date or a label before the line's text ends; 0: none */
	uint32_t head_end;
	uint32_t first_body; /* lines; NO_LINE when there is none */
	uint32_t first_full; /* the first body line that is a sentence beyond doubt, else first_body
			      */
	uint32_t last_body;
	uint32_t title;        /* the title's line; NO_LINE */
	struct arena *arena;   /* the article's */
	struct arena *scratch; /* given back when the page is laid out */
};

/* The line's text without a date or a label before it. */
struct span page_line(const struct page *, uint32_t line);
struct span page_folded(const struct page *, uint32_t line); /* that, folded, in scratch */
/* Sets first_body, first_full and last_body from the kinds. */
void page_find_edges(struct page *);

#endif
