#ifndef DEPECHE_APP_COLON_TABLE_H
#define DEPECHE_APP_COLON_TABLE_H

/*
 * The commands of the command line that take an argument, as a table beside that of the actions.
 * Private to the floor.
 */

#include "app/app.h"

struct colon_command {
	const char *name;     /* "copy" */
	const char *argument; /* "WHAT", "[WHAT]": may be left out */
	const char *help;     /* a few words, as of an action */
	/* Fails: ERR_USAGE, ERR_ABSENT, ERR_IO …; wrong->at is of the argument. */
	enum err (*run)(struct app *, struct span argument, struct query_fault *wrong);
	/* Adds what the argument may be; offers->start is where it begins, and may be moved to the
	 * part that is completed. Null: nothing is known. */
	void (*complete)(struct app *, struct span argument, struct offers *);
};

extern const struct colon_command colon_table[];
extern const uint32_t colon_table_count;

/* What a line asks for. */
struct colon_meaning {
	const struct colon_command *command; /* null: an action */
	enum action action;
	uint32_t argument; /* where it begins in the line */
};
/* Fails: ERR_USAGE, where there is no such command, or several begin so. */
enum err colon_read(struct span line, struct colon_meaning *, struct query_fault *wrong);

#endif
