#include "article/html-elements.h"

#include "base/span.h"

#include <string.h>

#define BLOCK HTML_TRAIT_BLOCK
#define DROP HTML_TRAIT_DROP

/* clang-format off */
static const struct html_element elements[] = {
	{"a", HTML_LINK, 0}, {"address", HTML_OTHER, BLOCK}, {"article", HTML_ARTICLE, BLOCK},
	{"aside", HTML_ASIDE, BLOCK}, {"audio", HTML_OTHER, DROP},
	{"blockquote", HTML_BLOCKQUOTE, BLOCK}, {"body", HTML_OTHER, BLOCK},
	{"br", HTML_OTHER, BLOCK}, {"button", HTML_BUTTON, BLOCK}, {"canvas", HTML_OTHER, DROP},
	{"caption", HTML_FIGCAPTION, BLOCK}, {"center", HTML_DIV, BLOCK},
	{"dd", HTML_DEFINITION, BLOCK}, {"details", HTML_DIV, BLOCK}, {"dialog", HTML_DIV, BLOCK},
	{"dir", HTML_LIST, BLOCK}, {"div", HTML_DIV, BLOCK}, {"dl", HTML_LIST, BLOCK},
	{"dt", HTML_DEFINITION, BLOCK}, {"fieldset", HTML_FORM, BLOCK},
	{"figcaption", HTML_FIGCAPTION, BLOCK}, {"figure", HTML_FIGURE, BLOCK},
	{"footer", HTML_FOOTER, BLOCK}, {"form", HTML_FORM, BLOCK}, {"frame", HTML_OTHER, BLOCK},
	{"h1", HTML_H1, BLOCK}, {"h2", HTML_H2, BLOCK}, {"h3", HTML_H3, BLOCK},
	{"h4", HTML_H4, BLOCK}, {"h5", HTML_H4, BLOCK}, {"h6", HTML_H4, BLOCK},
	{"head", HTML_OTHER, DROP}, {"header", HTML_HEADER, BLOCK}, {"hgroup", HTML_HEADER, BLOCK},
	{"hr", HTML_OTHER, BLOCK}, {"html", HTML_OTHER, BLOCK}, {"iframe", HTML_OTHER, DROP},
	{"legend", HTML_OTHER, BLOCK}, {"li", HTML_LI, BLOCK}, {"main", HTML_MAIN, BLOCK},
	{"math", HTML_OTHER, DROP}, {"menu", HTML_LIST, BLOCK}, {"nav", HTML_NAV, BLOCK},
	{"noscript", HTML_OTHER, HTML_TRAIT_SPARE}, {"object", HTML_OTHER, DROP}, {"ol", HTML_LIST, BLOCK},
	{"optgroup", HTML_OTHER, BLOCK}, {"option", HTML_OTHER, BLOCK}, {"p", HTML_P, BLOCK},
	{"pre", HTML_PRE, BLOCK | HTML_TRAIT_KEEP}, {"script", HTML_OTHER, DROP},
	{"section", HTML_SECTION, BLOCK}, {"select", HTML_OTHER, DROP},
	{"style", HTML_OTHER, DROP}, {"summary", HTML_DIV, BLOCK}, {"svg", HTML_OTHER, DROP},
	{"table", HTML_TABLE, BLOCK}, {"tbody", HTML_TABLE, BLOCK},
	{"td", HTML_CELL, HTML_TRAIT_CELL}, {"template", HTML_OTHER, DROP},
	{"textarea", HTML_OTHER, DROP}, {"tfoot", HTML_TABLE, BLOCK},
	{"th", HTML_CELL, HTML_TRAIT_CELL}, {"thead", HTML_TABLE, BLOCK}, {"time", HTML_TIME, 0},
	{"title", HTML_OTHER, DROP}, {"tr", HTML_CELL, BLOCK}, {"ul", HTML_LIST, BLOCK},
	{"video", HTML_OTHER, DROP},
};
/* clang-format on */

const struct html_element *html_element_of(const char *name)
{
	size_t low = 0, high = COUNT(elements);

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(name, elements[middle].name);
		if (order == 0)
			return &elements[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

enum line_kind html_text_kind(enum html_tag tag)
{
	if (tag == HTML_H1 || tag == HTML_H2 || tag == HTML_H3 || tag == HTML_H4)
		return LINE_HEADING;
	return tag == HTML_FIGCAPTION ? LINE_CAPTION : LINE_PARAGRAPH;
}
