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

#endif
