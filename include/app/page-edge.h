#ifndef DEPECHE_APP_PAGE_EDGE_H
#define DEPECHE_APP_PAGE_EDGE_H

/*
 * What stands before the lines of a body: bars along quotations, bullets and numbers of lists,
 * and by how much rows hang.  Private to the floor.
 */

#include "app/page-set.h"

/* Cells of the sign of the last item, under which its later paragraphs stand; at first 0. */
struct setting_edge page_edge(struct setting *, uint32_t line, int *sign);
/* The bars of a blank row between two lines, before < line. */
struct setting_edge page_edge_between(struct setting *, uint32_t before, uint32_t line);
/* Whether a line is an item that follows close on another. */
bool page_edge_is_close(const struct setting *, uint32_t before, uint32_t line);

#endif
