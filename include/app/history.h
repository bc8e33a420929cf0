#ifndef DEPECHE_APP_HISTORY_H
#define DEPECHE_APP_HISTORY_H

/*
 * Where the reader has been, as in a browser: filter, list, article, place.  Going back and
 * then elsewhere forgets what lay ahead.
 */

#include "app/panes.h"
#include "store/query.h"

#include <stdbool.h>

struct visit {
	const struct query *query;
	article_id article;
	uint32_t offset; /* top of the text */
	enum pane focus;
	const char *person; /* whose page lay over it, by slug; null */
	uint32_t person_cursor;
};

#define HISTORY_ROOM 256

struct history {
	struct visit visits[HISTORY_ROOM]; /* oldest first; the oldest is forgotten when full */
	int count;
	int at; /* the visit that is on the screen */
};

/* Replaces the present visit, so that its latest place is what going back returns to. */
void history_update(struct history *, struct visit);
/* A new visit after the present one. */
void history_visit(struct history *, struct visit);
bool history_can(const struct history *, int step); /* -1 back, +1 forward */
/* Null where there is none. */
const struct visit *history_go(struct history *, int step);

#endif
