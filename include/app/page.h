#ifndef DEPECHE_APP_PAGE_H
#define DEPECHE_APP_PAGE_H

/*
 * An article as rows: what the reader shows for a width and a set of open folds.  Pure.  Places
 * in an article are offsets into its text; a page turns them into rows and back.
 */

#include "store/epoch.h"

enum row_kind {
	ROW_BLANK,
	ROW_TITLE,    /* of the title block: from the text, or the lead in short */
	ROW_FACTS,    /* of the title block: made for the page ("31 January 2021≈ · 5 people") */
	ROW_PARAGRAPH,
	ROW_HEADING,
	ROW_CAPTION,
	ROW_FOLD,     /* "13 lines of page furniture", closed */
	ROW_FURNITURE, /* a furniture line of an open fold */
	ROW_RAW       /* of the file as it is */
};

struct row {
	enum row_kind kind;
	struct extent at;  /* what of the text it shows; for a fold all that it hides; for a blank
	                      and made rows the place that they belong to (start == end) */
	struct span made;  /* the text of rows that are not of the article */
};

struct page {
	struct row *rows;
	uint32_t row_count;
	int width; /* cells of the text column */
	bool raw;
};

struct page_wish {
	article_id article;
	int width;
	bool raw; /* the file as it is */
	bool furniture_open; /* every fold is open */
};

void page_make(const struct epoch *, struct page_wish, struct page *, struct arena *);
/* The row that shows the offset, or the nearest one before it. */
uint32_t page_row(const struct page *, uint32_t offset);
/* The offset at which a row begins. */
uint32_t page_offset(const struct page *, uint32_t row);

#endif
