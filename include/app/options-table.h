#ifndef DEPECHE_APP_OPTIONS_TABLE_H
#define DEPECHE_APP_OPTIONS_TABLE_H

/*
 * Every option and every command, as tables: what options.c parses by, what --help and the
 * tests read.
 */

#include "app/options.h"

#include <stdbool.h>

enum option {
	OPTION_HELP, OPTION_VERSION, OPTION_JSON, OPTION_NO_CACHE, OPTION_COLOUR, OPTION_MAX_SIZE,
	OPTION_TODAY, OPTION_FILTER, OPTION_PERSON, OPTION_SAYS, OPTION_SINCE, OPTION_UNTIL,
	OPTION_SOURCE, OPTION_LANG, OPTION_SORT, OPTION_LIMIT, OPTION_FORMAT, OPTION_OUTPUT,
	OPTION_BY, OPTION_ABOUT, OPTION_FRESH,
	OPTION_COUNT
};

struct option_info {
	const char *name;  /* "--json" */
	char letter;       /* of the short form; 0: none */
	const char *value; /* "N"; null: takes none */
	const char *help;
	bool everywhere; /* every command takes it */
	const char *words; /* that the value can be, with blanks between; null: anything */
};

struct command_info {
	const char *name; /* "list"; "" for the screen */
	const char *arguments;
	const char *help;
	uint32_t options; /* bit 1 << enum option: those besides the ones taken everywhere */
	int articles; /* how many it takes before paths */
};

/* Takes the value of an option into the options.  Fails: ERR_USAGE, the value does not parse. */
enum err option_set(struct options *, enum option, const char *value, struct fault *why);

extern const struct option_info options_table[OPTION_COUNT];
extern const struct command_info commands_table[COMMAND_COUNT];

#endif
