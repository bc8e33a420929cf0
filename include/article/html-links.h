#ifndef DEPECHE_ARTICLE_HTML_LINKS_H
#define DEPECHE_ARTICLE_HTML_LINKS_H

/*
 * The links of a page's own text: first all of them as the page is walked, then those of the
 * article, with whole addresses.
 */

#include "article/html-outline.h"

/* A link whose words are the text from start on; nothing where it has no words on one line, or
 * leads to a place in its own page. */
void html_link_add(
	struct html_links *, struct span text, size_t start, struct span url, struct arena *);
/* Gives the article the links in its body. What cannot be made an address is left out. */
void html_links_apply(const struct html_links *, struct article *, struct arena *);

#endif
