#ifndef DEPECHE_ARTICLE_HTML_SET_H
#define DEPECHE_ARTICLE_HTML_SET_H

/*
 * Which lines of a page stand in quotations and lists that it sets apart.  What holds all of the
 * text sets nothing apart: a message that was sent on as one quotation, a page that is one item.
 * Nor does an item that has a heading, or is as long as a text of its own: lists are how many
 * pages lay out what is none.  Private to the floor.
 */

#include "article/html-outline.h"

/* The first number of a list that is numbered, as the page writes it; 1 where it says none. */
uint32_t html_set_first(struct span start);
/* Fills in the sets of an article whose lines are made; base: where the outline's text begins in
 * that of the article. */
void html_sets_apply(const struct html_outline *, uint32_t base, struct article *, struct arena *);

#endif
