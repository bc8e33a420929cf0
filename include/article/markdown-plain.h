#ifndef DEPECHE_ARTICLE_MARKDOWN_PLAIN_H
#define DEPECHE_ARTICLE_MARKDOWN_PLAIN_H

/*
 * What notes have over CommonMark, written as CommonMark: links between notes, highlights, callouts
 * and comments of Obsidian, tables, tasks, footnotes, the short codes of Hugo and Jekyll,
 * attributes of Pandoc.  What stands between fences of code is let be.  Private to the floor.
 */

#include "base/arena.h"

/* Owns: in the arena.  Total.  Cost: linear. */
struct span markdown_plain(struct span text, struct arena *);
/* The words of a link between notes: "Anne Roy" of "[[People/Anne Roy|Anne Roy]]"; other words are
 * as they were. */
struct span markdown_link_words(struct span value);

#endif
