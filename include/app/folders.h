#ifndef DEPECHE_APP_FOLDERS_H
#define DEPECHE_APP_FOLDERS_H

/*
 * Where things are kept: the XDG base folders (values that are not absolute are ignored), and
 * the bundled archive (beside the program in the source tree, else the installed data folder).
 *
 * Source: XDG Base Directory Specification.
 */

#include "base/arena.h"
#include "base/fault.h"

/* "…/depeche"; null when neither the variable nor HOME gives one. Nothing is made. */
const char *folder_data(struct arena *);
const char *folder_state(struct arena *);
const char *folder_cache(struct arena *);
const char *folder_config(struct arena *);
/* program: argv[0] or /proc/self/exe. Null when there is no bundled archive. */
const char *folder_bundled(const char *program, struct arena *);

/* Makes the folder and those above it, for the user alone; one that is there is left as it is.
 * Fails: ERR_IO. */
enum err folder_make(const char *folder, struct fault *why);

#endif
