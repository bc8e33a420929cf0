#ifndef DEPECHE_APP_CHILD_H
#define DEPECHE_APP_CHILD_H

/*
 * A program of the user's, run with an argument vector by the helper: the one place where that is
 * asked for.  It may be fed a text and its output may be taken; what is neither has the terminal,
 * which whoever calls child_run has given back before and takes again after.
 */

#include "app/helper.h"
#include "base/arena.h"
#include "base/fault.h"

struct app;

#define CHILD_OUTPUT_MOST 4194304u /* bytes of output that are kept; what follows is let go */

/* How it ended. */
struct child_end {
	int code; /* its exit code, 128 + a signal, or -1: it could not be started */
	struct span output, errors; /* where they were taken */
	struct fault fault;         /* words for the user when code is not 0 */
};

struct child {
	const char *const *argv; /* argv[0] is looked for in PATH; ended by null; null: no child */
	const char *name;        /* for messages; null: argv[0] */
	struct span input;       /* what it is fed, where feeds */
	bool feeds, takes;
	void (*ended)(struct app *, const struct child_end *); /* null: nobody wants to know */
};

/* Runs it to its end.  Ctrl-C and Ctrl-\ are the child's alone meanwhile; Ctrl-Z stops both.
 * Owns: output and errors live in the arena. */
void child_run(const struct helper *, const struct child *, struct child_end *, struct arena *);

#endif
