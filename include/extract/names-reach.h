#ifndef DEPECHE_EXTRACT_NAMES_REACH_H
#define DEPECHE_EXTRACT_NAMES_REACH_H

/*
 * How far a name reaches in a run of capitalised tokens, and which part of it is the surname.
 */

#include "extract/names-token.h"

#define NAME_WORDS 6 /* the longest name, particles counted */

/* What a word may be besides a part of a name. */
#define LIST_NOISE (LIST_COMMON | LIST_ORGANISATION | LIST_PEOPLES | LIST_PLACE | LIST_ROLE)

/* One past the last token of the run that begins at the capitalised token start. */
int64_t reach_run(struct stretch *, int64_t start);
/* One past the last token of the name that begins at start with a given name or after a title;
 * at most run_end. */
int64_t reach_name(struct stretch *, int64_t start, int64_t run_end);
/* The end of a name with a small word behind it that tells father from son: "X junior". */
int64_t reach_generation(struct stretch *, int64_t start, int64_t end);
/* The same for words of which nothing is known; stops before given names that begin a name. */
int64_t reach_plain(struct stretch *, int64_t start, int64_t run_end);
/* Whether a given name or an initial begins a name of two words or more there. */
bool reach_begins_given(struct stretch *, int64_t place, int64_t run_end);
/* The surname's first token: the first particle after the given name, else the last word; the
 * first word where surnames stand first. */
int64_t reach_surname(struct stretch *, int64_t start, int64_t end);

#endif
