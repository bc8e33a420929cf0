#ifndef DEPECHE_APP_PAGE_H
#define DEPECHE_APP_PAGE_H

/*
 * An article as rows: what the reader shows for a width and a set of open folds.  Pure.  Places
 * in an article are offsets into its text; a page turns them into rows and back.
 *
 * A page begins with its title block: the title, unless it is only the first sentence of the
 * text (title_from is FROM_LEAD), which is then not printed twice but set off where it stands
 * (title_at), and the line of facts, writers first.  Paragraphs, headings, captions and folds
 * follow, parted by blank rows, but that a heading stands right over what it heads; the lines
 * that hold title, date and writer are not repeated among them.  Quotations that the document sets
 * apart have a bar along them, items of lists a bullet or their number, and stand close.
 */

#include "store/epoch.h"

enum row_kind {
	ROW_BLANK,
	ROW_TITLE,    /* of the title block: from the text, else made */
	ROW_FACTS,    /* of the title block: made for the page ("31 January 2021≈ · 5 people") */
	ROW_PARAGRAPH,
	ROW_HEADING,
	ROW_CAPTION,
	ROW_FOLD,     /* "13 lines of page furniture"; the lines follow when it is open */
	ROW_FURNITURE, /* a line of an open fold */
	ROW_RAW       /* of the file as it is */
};

struct row {
	enum row_kind kind;
	struct extent at;  /* what of the text it shows; for a fold all that it hides; for a blank
	                      and made rows the place that they belong to (start == end) */
	struct span made;  /* the text of rows that are not of the article */
	struct span before; /* signs that end where the indent does: a quotation's bar, an item's
	                       bullet; empty: none */
	int indent;        /* cells: of captions, open furniture, quotations, the items of lists */
};

struct page {
	struct row *rows;
	uint32_t row_count;
	uint32_t block; /* rows of the title block, its blank one too; 0 when raw */
	int width;      /* cells of the text column, in which indents lie */
	bool raw, furniture_open, airy;
};

struct page_wish {
	article_id article;
	int width;
	bool raw; /* the file as it is */
	bool furniture_open; /* every fold is open */
	bool airy;           /* a blank row stands over the title block */
	struct span tags, note; /* the reader's own, under the facts; empty: none */
};

void page_make(const struct epoch *, struct page_wish, struct page *, struct arena *);
/* The row that shows the offset, or the nearest one before it; the top for what stands before
 * the first paragraph, unless it is shown in the title block. */
uint32_t page_row(const struct page *, uint32_t offset);
/* Whether a row shows it: date lines are on no page. */
bool page_shows(const struct page *, uint32_t offset);
/* The offset at which a row begins; 0 in the title block. */
uint32_t page_offset(const struct page *, uint32_t row);
/* Where a row's text begins in a pane of so many columns. */
int page_col(const struct page *, int cols, const struct row *);
/* The offset of what a column of the pane shows of a row of the text; UINT32_MAX: nothing. */
uint32_t page_under(
	const struct page *, struct span text, int cols, const struct row *, int col);

#endif
