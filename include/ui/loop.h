#ifndef DEPECHE_UI_LOOP_H
#define DEPECHE_UI_LOOP_H

/*
 * The screen, from opening to quitting: keys, news of the load, sizes and signals go into the
 * app, and after each batch of them it is drawn once.  The first screen comes before anything
 * is loaded.
 *
 * With DEPECHE_TTY_SYNC=1 in the environment "\033]7777;idle\033\\" is written just before the
 * loop blocks for a key, and "\033]7777;loaded\033\\" when the final epoch of a load is on the
 * screen: for tests that must not sleep.  "\033]7777;key j list\033\\" tells of a key that did an
 * action, and where: for a test that asks whether every key is tried.
 */

#include "app/app.h"
#include "base/fault.h"

struct loop_options {
	struct load_options load;
	const struct helper *helper; /* runs the user's programs */
	struct journal *journal;  /* null: marks last until the end of the program */
	const char *archive_name; /* "seeds"; from outside: made harmless before it is shown */
	const struct config *config; /* what the reader set; null: nothing */
	const char *commands;     /* the file of what was typed in the command line; null: none */
	bool first_run;           /* nothing was ever read: the keys to know are told */
	const char *session;      /* by what the journal knows how it was left; null: nowhere */
	bool fresh;               /* it is not gone back to */
	bool keys_from_tty;       /* paths came on standard input: keys are read from /dev/tty */
	bool no_colour;           /* asked for; NO_COLOR is looked at here */
};

/*
 * Returns when the user quits or a signal ends the program, with the terminal as it was; the
 * journal stays the caller's.  After a signal the process, when it exits, ends by that signal.
 * setlocale() must have been called.  Fails, before the screen is
 * opened: ERR_ABSENT, ERR_IO (what load_open says), ERR_USAGE (no keyboard, a terminal that
 * cannot place its cursor); afterwards: ERR_ABSENT, the paths hold no readable article.
 */
enum err loop_run(const struct loop_options *, struct fault *why);

#endif
