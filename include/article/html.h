#ifndef DEPECHE_ARTICLE_HTML_H
#define DEPECHE_ARTICLE_HTML_H

/*
 * Saved web pages.  The article's text is the page's visible text, a line for each block of it;
 * menus and the like stay in it, as furniture.
 */

#include "article/format.h"

extern const struct format html_format;

#endif
