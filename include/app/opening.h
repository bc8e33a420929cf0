#ifndef DEPECHE_APP_OPENING_H
#define DEPECHE_APP_OPENING_H

/*
 * Opening an archive: which one (the paths given, those on standard input, else the archive read
 * last, else the bundled one), what it is called, and the journal that goes with it; and what the
 * program may reach from then on.
 */

#include "app/helper.h"
#include "app/journal.h"
#include "app/options.h"

#include <stdio.h>

struct opening {
	struct load_options load; /* paths as given; those of the archive read last are absolute */
	bool screen; /* it is read, not printed: the journal notes it as the archive read last */
	const char *commands;     /* the file of what was typed in the command line; null: none */
	const char *session;      /* by what the journal knows how it was left; null */
	const char *name;         /* "seeds", "seeds and 2 more": of the paths, as they are */
	struct journal *journal;  /* null: there is none */
	struct fault journal_fault; /* why there is none, where one was wanted */
	struct helper helper;     /* runs programs and makes files for the screen, and --output */
	bool noted;               /* as the archive read last, instead of the one before: */
	const char *const *noted_before;
	uint32_t noted_before_count;
};

struct opening_wish {
	const struct options *options;
	bool terminal; /* results go to one */
	FILE *in;    /* where "-" reads paths from, a line each */
	const char *program; /* argv[0], for where the system does not tell */
	int32_t today;       /* by the clock */
	int64_t now_ns;      /* likewise, since 1970 */
};

/* Fails: ERR_ABSENT (a path given or the archive read last is not there, or there is nothing to
 * open), ERR_IO (a path may not be read), ERR_USAGE ("-" and no path on standard input); a
 * journal that cannot be opened is no failure. Must be closed either way. */
enum err opening_open(struct opening *, const struct opening_wish *, struct arena *,
	struct fault *why);
/* Starts the helper and closes the jail, after all of this and before any thread.  Fails: ERR_IO
 * (no helper). */
enum err opening_confine(struct opening *, const struct opening_wish *, struct arena *,
	struct fault *why);
/* shown: the archive could be shown; what could not is not to come up again by itself.  Where
 * nothing else went wrong, why tells that there was no journal. */
void opening_close(struct opening *, bool shown, struct fault *why);

#endif
