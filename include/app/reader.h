#ifndef DEPECHE_APP_READER_H
#define DEPECHE_APP_READER_H

/*
 * The reader: which article, which place, which rows.  Private to the floor.
 */

#include "app/app.h"

/* Shows the selected article, in rows as wide as the pane allows, and finds the hits in it. */
void reader_arrange(struct app *);
/* Rows of the reader's pane, also when it is not shown for the moment. */
uint32_t reader_rows(const struct app *);
/* Scrolls by rows, within the page; false when it could not move. */
bool reader_scroll(struct app *, int64_t rows);
/* Puts a place of the text at the top of the pane. */
void reader_place(struct app *, uint32_t offset);
/* Makes something the current item and brings it into view, with some rows around it. */
void reader_reveal(struct app *, struct item);
/* Scrolls as little as brings a place into view, with some rows around it. */
void reader_bring(struct app *, uint32_t offset);
/* Whether a place in the text is on the screen. */
bool reader_shows(const struct app *, uint32_t offset);
/* Keeps the place in the article for good. */
void reader_save(struct app *);

#endif
