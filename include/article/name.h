#ifndef DEPECHE_ARTICLE_NAME_H
#define DEPECHE_ARTICLE_NAME_H

/*
 * Short lines over a text that look like a person's name: who wrote it, or whom it is about.
 * By their form alone, without lists of names.  Private to the floor.
 */

#include "article/page.h"

/* Whether it is a person's name and nothing else. */
bool name_is_person(const struct page *, struct span);
/* Whether the text's opening speaks of whom the line names: it is a title rather than signed. */
bool name_is_subject(const struct page *, uint32_t line);

#endif
