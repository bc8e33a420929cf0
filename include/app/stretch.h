#ifndef DEPECHE_APP_STRETCH_H
#define DEPECHE_APP_STRETCH_H

/*
 * A passage of the text that is marked by keys, to be copied or piped.  First a cursor is moved
 * to where it begins; from there on it goes to the cursor, whatever stands there included.  Only
 * what the page shows can be marked: a passage over a fold leaves out what is folded.
 */

#include "base/buf.h"

#include <stdbool.h>

struct app;

struct stretch {
	bool on;       /* the keys move the cursor */
	bool anchored; /* one end is set */
	uint32_t anchor, cursor; /* of the text that the page is made of: where a cluster begins */
};

/* What is marked, in bytes of the page's text; of a cursor alone its own cluster; none when off. */
struct extent stretch_extent(const struct app *);
/* Appends the marked text, unwrapped, a blank line between paragraphs. */
void stretch_text(const struct app *, struct buf *);
/* How many words are marked. */
uint32_t stretch_words(const struct app *);
/* Moves by rows of the page. */
void stretch_move(struct app *, int64_t rows);
/* Leaves the mode; what was marked is forgotten. */
void stretch_leave(struct app *);
/* A page has been made anew: the ends go to the nearest place that it shows. */
void stretch_arrange(struct app *);

#endif
