#ifndef DEPECHE_APP_PERSON_ROWS_H
#define DEPECHE_APP_PERSON_ROWS_H

/*
 * How a dossier lies on the screen: its sections as rows, in one column, or where there is room
 * in two, what the person is to the left and what was said and written to the right.  Pure.
 */

#include "app/dossier.h"

#define PERSON_WIDE_COLS 110 /* from here on there are two columns */
#define PERSON_HEAD 3        /* rows of the name and what stands under it, a blank one too */
#define PERSON_INDENT 2      /* cells of what stands under a heading */
#define PERSON_DATE_COLS 14  /* of the column of days */

enum person_row_kind {
	PERSON_BLANK,
	PERSON_HEADING,
	PERSON_TEXT,
	PERSON_NOTE,  /* a row of the line's note */
	PERSON_DATED, /* day and source, where they have no column */
	PERSON_MORE
};

struct person_row {
	enum person_row_kind kind;
	enum dossier_section section;
	uint32_t line; /* of the section; PERSON_MORE: the lines that are not shown, 0: all are */
	uint32_t nth;  /* row of its line */
	uint32_t stop; /* of the cursor; UINT32_MAX: it does not rest here */
	struct extent at; /* of the line's text, or of its note */
	bool cut;         /* more of the text follows that is not shown */
	bool noted;       /* the note stands behind the text */
};

struct person_column {
	int left, width;     /* cells */
	uint32_t first, end; /* rows */
};

struct person_rows {
	struct person_row *at;
	uint32_t count, stop_count;
	struct person_column columns[2];
	uint32_t column_count;
};

/* cols: of the screen. expanded: sections that are shown whole. */
void person_rows_make(const struct dossier *, int cols, const bool expanded[DOSSIER_SECTION_COUNT],
	struct person_rows *, struct arena *);
/* Whether days and sources have a column of their own. */
bool person_is_hung(const struct person_column *);

#endif
