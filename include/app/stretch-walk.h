#ifndef DEPECHE_APP_STRETCH_WALK_H
#define DEPECHE_APP_STRETCH_WALK_H

/*
 * Steps over the text that a page shows, from row to row, leaving out what it does not show.
 * Places are offsets of the text.  Private to the floor.
 */

#include "app/page.h"

struct walk_page {
	const struct page *page;
	struct span text; /* that the page is made of */
};

/* The row that holds the place, else the nearest one with text; UINT32_MAX: there is no text. */
uint32_t walk_row(const struct walk_page *, uint32_t at);
/* The nearest place at which a cluster begins and which is shown. */
uint32_t walk_settle(const struct walk_page *, uint32_t at);
/* The end of the cluster there. */
uint32_t walk_end(const struct walk_page *, uint32_t at);
/* The cluster after (step 1) or before (-1) a place; the same at either end. */
uint32_t walk_cluster(const struct walk_page *, uint32_t at, int step);
/* The same column some rows of text further; clipped. */
uint32_t walk_rows(const struct walk_page *, uint32_t at, int64_t rows);

/* What is stepped over: its starts, or the last clusters of its ends. */
enum walk_unit { WALK_WORD, WALK_SENTENCE, WALK_PARAGRAPH };
uint32_t walk_unit(const struct walk_page *, uint32_t at, enum walk_unit, int step, bool to_ends);
/* The unit that holds a place. */
struct extent walk_around(const struct walk_page *, uint32_t at, enum walk_unit);

#endif
