#ifndef DEPECHE_APP_QUESTION_H
#define DEPECHE_APP_QUESTION_H

/*
 * What the focus is on, asked why, and made a filter of.  Private to the floor.
 */

#include "app/app.h"

/* Of a person in the sidebar, a related article, the current item in the reader; else of the
 * article that is read.  No lines where there is none of these. */
void question_answer(const struct app *, struct why *);

#endif
