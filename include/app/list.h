#ifndef DEPECHE_APP_LIST_H
#define DEPECHE_APP_LIST_H

/*
 * The list of articles: its order, which article is selected, what is scrolled into view.
 * Private to the floor.
 */

#include "app/app.h"

/* Lists what passes the filter, in order; keeps the selected article, or selects the nearest. */
void list_arrange(struct app *);
/* The place of an article in the list; of its nearest neighbour when it is not there; UINT32_MAX
 * when the list is empty. */
uint32_t list_place(const struct app *, article_id);
/* Selects the article at a place, clipped to the list. */
void list_select(struct app *, int64_t place);

#endif
