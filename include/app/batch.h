#ifndef DEPECHE_APP_BATCH_H
#define DEPECHE_APP_BATCH_H

/*
 * The commands that print and end: list, show, people, related, export, problems.  Results on
 * stdout, messages on stderr; text that goes to a terminal is made harmless, text that goes to a
 * pipe or file is exact (JSON) or harmless (lines).
 */

#include "app/helper.h"
#include "app/options.h"

#include <stdio.h>

/* The exit code: 0, 1 nothing matched, 2 usage or environment. epoch: final.  The helper makes
 * the file of --output; null: nobody does. */
int batch_run(const struct options *, const struct epoch *, const struct helper *, FILE *out,
	FILE *errors);

/* The same with an archive that is opened for it.  Fails: 2, with what load_open says in why. */
int batch_open(const struct options *, const struct load_options *, const struct helper *,
	FILE *out, FILE *errors, struct fault *why);

#endif
