#ifndef DEPECHE_APP_CONFIG_H
#define DEPECHE_APP_CONFIG_H

/*
 * The config file: "name = value" lines under no heading, which are settings (settings.h) and
 * the long options of the command line; and sections [keys], [keys.list] … of "action = key key".
 * A line that begins with # or ; is a comment.  A mistake is told by its line and left out; the
 * rest holds.
 *
 * Read by hand rather than by inih: that takes a ";" after a blank for a comment, and ; is a key;
 * and it cuts lines of over 200 bytes without a word.
 */

#include "app/keymap.h"
#include "app/options-table.h"
#include "app/settings.h"
#include "base/vec.h"

#define CONFIG_MOST 1048576u    /* bytes of the file */
#define CONFIG_MISTAKES_MOST 50u /* that are told */

struct config_option {
	enum option option;
	const char *value; /* null: takes none */
};

VEC_OF(struct config_option, config_options);
VEC_OF(const char *, config_mistakes);

struct config {
	const char *path;    /* null: there is none */
	int settings[SETTING_COUNT];
	bool set[SETTING_COUNT]; /* by the file */
	struct config_options options;
	struct keymap keys;
	struct config_mistakes mistakes; /* "~/.config/depeche/config:3: …" */
};

/* What holds without a file. */
void config_init(struct config *, struct arena *);
/* Takes in a file's text; name: what mistakes call it. Total: any bytes. Cost: linear. */
void config_read(struct config *, const char *name, struct span text, struct arena *);
/* What holds with the reader's own file, where that is there. */
void config_open(struct config *, struct arena *);

#endif
