#ifndef DEPECHE_APP_COLON_H
#define DEPECHE_APP_COLON_H

/*
 * The command line of the screen: every action by its name, and the commands that take an
 * argument (colon-table.h).  While one is typed it is described; Tab completes; Up and Down
 * bring back what was typed before.  What cannot be meant is pointed at, and changes nothing.
 */

#include "app/offers.h"
#include "app/recall.h"

struct app;

struct colon {
	const char *file;          /* where lines are kept; null: nowhere */
	struct recall_lines lines; /* typed before */
	uint32_t line;             /* the one on the screen; lines.count: what is being typed */
	struct span typed;         /* that, while another one is on the screen */
	struct arena arena;        /* of the above; cleared when the line is opened */
};

/* Opens the line with something typed already. */
void colon_open_with(struct app *, const char *text);
/* Whether the key was one of those that only this prompt knows. */
bool colon_key(struct app *, uint32_t key);

/* The prompt PROMPT_COLON. */
void colon_edited(struct app *);
void colon_accepted(struct app *);
void colon_cancelled(struct app *);

#endif
