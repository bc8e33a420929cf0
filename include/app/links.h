#ifndef DEPECHE_APP_LINKS_H
#define DEPECHE_APP_LINKS_H

/*
 * Where the article that is read leads to: the links of its format, and addresses that are
 * written out in its text.
 */

#include "app/app.h"
#include "app/why.h"

/* In order of their start, none within another; how many. Owns: the list is in the arena. */
uint32_t links_of(const struct app *, struct link **links, struct arena *);
/* Only those of the lines that touch an extent. */
uint32_t links_within(const struct app *, struct extent, struct link **links, struct arena *);
/* The link that stands there; its address is empty when none does. */
struct span links_address(const struct app *, struct extent at, struct arena *);
/* The lines of the overlay: the words and the address of each. */
void links_lines(const struct app *, struct why *);
/* Opens the link of the overlay's cursor, or of the current item, in the browser. */
void links_enter(struct app *);

#endif
