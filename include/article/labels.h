#ifndef DEPECHE_ARTICLE_LABELS_H
#define DEPECHE_ARTICLE_LABELS_H

/*
 * Heads of files that name what they state, "Title: …", "Quelle: …", "Дата: …", as databases and
 * clipping services write them above a text.  Private to the floor.
 */

#include "article/page.h"

/* Whether the folded words announce something, "date de publication"; LABEL_NONE when nothing. */
enum label label_named(struct span folded);

/* Finds the head at the top of the page: marks its lines, cuts their labels off (heads) and fills
 * in title, source, section and address of the article.  Days, writers and subjects are left to
 * their finders. */
void labels_find(struct page *);

#endif
