#ifndef DEPECHE_EXTRACT_NAMES_RUN_H
#define DEPECHE_EXTRACT_NAMES_RUN_H

/*
 * The rules of names: the runs of capitalised tokens of a stretch are cut into names and what
 * stands beside them.
 *
 * Source: the rules are those that a study on annotated French news found to carry most (titles,
 * given names), with functions, nationalities, ages, enumerations and verbs of saying besides.
 */

#include "extract/names-token.h"

/* Appends the marks of a stretch, in order. */
void run_names(struct stretch *, struct name_marks *, struct arena *);
/* The mark of the tokens [start, end), whoever found them to be a name; at most 255. */
struct name_mark run_mark(struct stretch *, int64_t start, int64_t end, enum name_clue);

#endif
