#ifndef DEPECHE_EXTRACT_NAMES_RUN_H
#define DEPECHE_EXTRACT_NAMES_RUN_H

/*
 * The rules of names: a run of capitalised tokens is cut into names and what stands beside them.
 *
 * Source: the rules are those that a study on annotated French news found to carry most (titles,
 * given names, propagation), with functions and verbs of saying besides.
 */

#include "extract/names-token.h"

/* Where a list after a plural title goes on ("MM. A, B et C"); all zero at a line's start. */
struct name_series {
	int64_t next;   /* token that would be its next name */
	unsigned title; /* lists of the title; 0: no series is open */
};

/* One past the last token of the run that begins at the capitalised token start. */
int64_t run_end(struct stretch *, int64_t start);
/* Appends the marks of the run [start, end). */
void run_names(struct stretch *, int64_t start, int64_t end, struct name_series *,
	struct name_marks *, struct arena *);

#endif
