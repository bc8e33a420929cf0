#ifndef DEPECHE_APP_PANES_H
#define DEPECHE_APP_PANES_H

/*
 * Where each pane lies, for every size of screen.  Pure arithmetic, here rather than in floor
 * ui because paging needs it.  From 140 columns three panes side by side; from 100 the list
 * above the reader, the sidebar beside both; below, the sidebar is a drawer over list above
 * reader; below 60 one pane at a time; under 20 x 5 a plain message.
 */

#include <stdbool.h>

enum pane { PANE_LIST, PANE_READER, PANE_SIDEBAR, PANE_RELATED, PANE_COUNT };

struct area {
	int row, col, rows, cols; /* cells; rows or cols 0: not shown */
};

enum arrangement {
	ARRANGED_MESSAGE, /* too small for anything else */
	ARRANGED_ONE,     /* one pane at a time */
	ARRANGED_DRAWER,  /* list above reader, the sidebar over them when open */
	ARRANGED_STACKED, /* list above reader, the sidebar beside both */
	ARRANGED_COLUMNS  /* three columns */
};

struct panes_wish {
	int rows, cols;
	enum pane focus;
	bool sidebar; /* open */
	bool related; /* its panel is open */
	bool maximised; /* the focused pane alone */
	int list_rows; /* above the reader, where both still have room; 0: as many as suit the screen */
};

struct panes {
	enum arrangement arrangement;
	struct area top;    /* name of the archive, chips, counts: one row */
	struct area status; /* keys and place, or a prompt: one row */
	struct area pane[PANE_COUNT]; /* insides, without the rules between them */
	int rule_top, rule_status;    /* rows of the horizontal rules under top, above status; -1 */
	int rule_list;    /* row of the rule between list and reader; -1 (COLUMNS: its column) */
	int rule_related; /* row of the rule above the related panel; -1 */
	int rule_sidebar; /* column of the rule beside the sidebar; -1 */
};

struct panes panes_of(struct panes_wish);
/* What lies between the top line and the status line, and the rules beside them. */
struct area panes_body(const struct panes *);

#endif
