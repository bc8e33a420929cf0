#ifndef DEPECHE_APP_TOP_LINE_H
#define DEPECHE_APP_TOP_LINE_H

/*
 * What stands where in the line at the top: the archive's name, a chip for each clause of the
 * filter, and how much is shown.  Views draw it so, and the mouse finds chips by it.
 */

#include "app/app.h"

#define TOP_ARCHIVE_COL 9 /* behind "Depeche" */

struct top_chip {
	uint32_t index;     /* of its clause */
	int col, end;       /* cells of the line, its number and brackets too */
	struct span label;
	bool numbered;      /* "1 " stands before it */
	bool joined;        /* "or " stands before that */
};

struct top_line {
	bool named;           /* the program's name and the archive's */
	struct span archive;  /* as far as there is room for it */
	int col;              /* from which on there is room for chips and counts */
	const char *counts;   /* at the right end */
	struct top_chip *chips; /* those for which there is room */
	uint32_t chip_count;
	uint32_t more;        /* chips that have none */
	int more_col;
};

/* For the present size; everything in the arena. */
struct top_line top_line_make(const struct app *, struct arena *);
/* The index of the clause whose chip is at that column; -1. */
int top_line_chip(const struct app *, int col);

#endif
