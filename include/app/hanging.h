#ifndef DEPECHE_APP_HANGING_H
#define DEPECHE_APP_HANGING_H

/*
 * Items of lists: lines that begin with a bullet, or with a number where a neighbour does too.
 * Their later rows hang under the text, not under the sign.  Says nothing of which items are one
 * list.  Private to the floor.
 */

#include "base/span.h"

enum hanging { HANGING_NONE, HANGING_BULLET, HANGING_NUMBER };

/* What the line begins with, and in *width the cells before its text; 0 when none. */
enum hanging hanging_of(struct span line, int *width);

#endif
