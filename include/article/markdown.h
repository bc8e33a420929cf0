#ifndef DEPECHE_ARTICLE_MARKDOWN_H
#define DEPECHE_ARTICLE_MARKDOWN_H

/*
 * Notes in Markdown: what a browser's clipper, Obsidian, Hugo, Jekyll or Pandoc writes, and what
 * Depeche exports.  A file is one when it begins with front matter, or when it is called .md and
 * holds signs of Markdown; any other text is a dump.  The only user of libcmark.
 *
 * Source: CommonMark 0.30.
 */

#include "article/format.h"

extern const struct format markdown_format;

#endif
