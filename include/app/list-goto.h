#ifndef DEPECHE_APP_LIST_GOTO_H
#define DEPECHE_APP_LIST_GOTO_H

/*
 * Going to a place of the list that is named in words: what :goto takes.  Private to the floor.
 */

#include "app/app.h"

/*
 * "2021-02-03", "2021-02", "2021": the first article listed of that time, else one of the nearest
 * day, and so it is said; "75%": so far down the rows; "12": the twelfth article.  A story that
 * holds it is opened.  False: the words mean no place, or there is none, and so it is said.
 */
bool list_goto(struct app *, struct span words);

#endif
