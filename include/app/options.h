#ifndef DEPECHE_APP_OPTIONS_H
#define DEPECHE_APP_OPTIONS_H

/*
 * The command line, parsed.  Unknown options, missing values and what does not parse are
 * ERR_USAGE with one line that names the word and what was meant, where that can be told.
 * Nothing is looked up here: neither paths nor people.
 */

#include "base/arena.h"
#include "base/fault.h"
#include "store/load.h"

struct config;

enum command {
	COMMAND_READ, /* no subcommand: the screen */
	COMMAND_LIST, COMMAND_SHOW, COMMAND_PEOPLE, COMMAND_RELATED, COMMAND_EXPORT,
	COMMAND_PROBLEMS, COMMAND_QUOTES, COMMAND_TIMELINE,
	COMMAND_STORIES, COMMAND_COMPARE, COMMAND_PERSON,
	COMMAND_COUNT
};

enum colour_when { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct options {
	enum command command;
	const struct config *config; /* null: none was read */
	bool help, version;
	const char *const *paths; /* of the archive; none: the one read last */
	uint32_t path_count;
	bool paths_from_stdin; /* "-" stood among the paths */
	const char *article;   /* ARTICLE of show, related and compare; NAME of person */
	const char *other;     /* the second one of compare */
	const char *filter, *person, *says, *since, *until, *source, *lang; /* null: not given */
	const char *format, *output, *sort;
	int64_t limit; /* -1: not given */
	enum day_precision by; /* of timeline: a period; by months unless given */
	bool about;            /* of timeline: by days spoken of */
	bool json, no_cache;
	bool fresh;            /* how the archive was left is not gone back to */
	uint64_t max_size;
	int32_t today; /* DAY_NONE: not given */
	enum colour_when colour;
	int32_t since_day, until_day; /* first and last day asked for; DAY_NONE: not given */
};

/* Owns: the options point into argv. */
/* What the command takes of the config file holds unless the command line says otherwise. */
enum err options_parse_with(const struct config *, int argc, char **argv, struct options *,
	struct arena *, struct fault *why);
/* The same without a config file. */
enum err options_parse(int argc, char **argv, struct options *, struct arena *, struct fault *why);
/* The text of --help, in the language of the interface. */
const char *options_help(enum command, struct arena *);
const char *options_version(struct arena *); /* "depeche 0.1.0" and the libraries */
/* What --help or --version asks for; null when neither was given. */
const char *options_answer(const struct options *, struct arena *);
/* The command that a path which does not exist may have been meant for; null when there is none. */
const char *options_meant(const char *word);

#endif
