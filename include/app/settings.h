#ifndef DEPECHE_APP_SETTINGS_H
#define DEPECHE_APP_SETTINGS_H

/*
 * What the reader can set: in the config file, and while reading with :set.  A setting is one of
 * a few words, or a number; one table gives names, words and what each does.
 */

#include "base/fault.h"
#include "base/span.h"

struct app;

enum theme { THEME_DEFAULT, THEME_LIGHT, THEME_DARK, THEME_CONTRAST, THEME_MONO, THEME_COUNT };

enum snippets { SNIPPETS_AUTO, SNIPPETS_ON, SNIPPETS_OFF, SNIPPETS_COUNT };

enum setting {
	SETTING_THEME,
	SETTING_WIDTH,
	SETTING_SIDEBAR,
	SETTING_LIST_ROWS,
	SETTING_SORT,
	SETTING_CITATION,
	SETTING_READ_DELAY,
	SETTING_TIPS,
	SETTING_SNIPPETS,
	SETTING_MOUSE,
	SETTING_WATCH,
	SETTING_HYPERLINKS,
	SETTING_COUNT
};

struct setting_info {
	const char *name;          /* "read-delay" */
	const char *help;          /* a few words */
	const char *const *words;  /* what it may be, ended by null; null: a number */
	int least, most, usual;    /* of a number; usual: of words, the place of one */
	void (*apply)(struct app *, int value);
	int (*now)(const struct app *);
};

extern const struct setting_info settings_table[SETTING_COUNT];

/* SETTING_COUNT when there is none; *meant: the nearest name, or null. */
enum setting setting_named(struct span name, const char **meant);
/* Fails: ERR_USAGE, the value is none of the setting's; the words say what is wanted. */
enum err setting_read(enum setting, struct span value, int *out, struct fault *why);
#define SETTING_ROOM 24
/* "72", "dark": the value in words; text has SETTING_ROOM bytes, for a number. */
const char *setting_words(enum setting, int value, char *text);

#endif
