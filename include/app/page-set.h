#ifndef DEPECHE_APP_PAGE_SET_H
#define DEPECHE_APP_PAGE_SET_H

/*
 * A page while it is set: rows are added one after another, the title block first (page-block.c),
 * then the body (page-body.c).  Private to the floor.
 */

#include "app/page.h"
#include "base/vec.h"

#define PAGE_INDENT 4

VEC_OF(struct row, row_list);

struct setting {
	const struct article *article;
	const struct facts *facts;
	struct span text; /* the article's, or that of its file */
	struct arena *arena;
	struct arena scratch; /* where a paragraph's breaks are, until it is set */
	struct row_list rows;
	int width, indent; /* cells; indent 0: the page is too narrow for any */
	bool furniture_open;
};

/* What stands before the rows of a line, and how they hang under its first one. */
struct setting_edge {
	struct span first,
		later;    /* signs, as wide as the indent; later: and as the hang; or empty */
	int indent, hang; /* cells: of all rows; of the later ones besides */
};

void page_add_row(struct setting *, enum row_kind, struct extent at, struct span made);
/* Unless the last row is one already, or there is none. */
void page_add_blank(struct setting *, uint32_t offset, struct setting_edge);
/* Rows of a stretch of the text. */
void page_add_text(struct setting *, enum row_kind, struct extent at, struct setting_edge);
/* Rows of words that do not stand in the text. */
void page_add_made(struct setting *, enum row_kind, struct span words, uint32_t offset);

/* The parts of a page; tags, note: the reader's own. */
void page_set_block(
	struct setting *, const struct epoch *, article_id, struct span tags, struct span note);
void page_set_body(struct setting *);

#endif
