#ifndef DEPECHE_ARTICLE_HTML_ELEMENTS_H
#define DEPECHE_ARTICLE_HTML_ELEMENTS_H

/* How the elements of a web page are shown.  Private to the floor. */

#include "article/article.h"
#include "article/html-outline.h"

enum html_trait {
	HTML_TRAIT_BLOCK = 1 << 0, /* begins a line and ends one */
	HTML_TRAIT_DROP = 1 << 1,  /* is not shown, or is no text */
	HTML_TRAIT_CELL = 1 << 2,  /* is parted from the next by a blank */
	HTML_TRAIT_KEEP = 1 << 3,  /* its line feeds part lines */
	HTML_TRAIT_SPARE =
		1 << 4 /* shown where scripts do not run: read when the page has no more */
};

struct html_element {
	const char *name;
	enum html_tag tag;
	unsigned traits;
};

/* Null for an element without a part of its own: its text is shown as that around it. */
const struct html_element *html_element_of(const char *name);

/* Which part of an article's own text a line in such an element is. */
enum line_kind html_text_kind(enum html_tag);

#endif
