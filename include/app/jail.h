#ifndef DEPECHE_APP_JAIL_H
#define DEPECHE_APP_JAIL_H

/*
 * Least privilege: once what is needed is open, this process gives up the rest for good, and so
 * does every thread that it starts from then on.  Under Linux Landlock closes the files: those
 * named are read, the program's own folders are written, nothing is run.  seccomp closes the
 * calls: no sockets, no new processes, no tracing, no mounting, no memory that is both written
 * and run, no typing into the terminal.  What the user's own programs and export files need is
 * done by the helper (app/helper.h).
 *
 * It does not hide that a file is there (its name, size and dates), and it does not keep text
 * from the terminal: that is harmless() in text/width.h.  Where the kernel or the build has none
 * of it, the program goes on without and --version says so.
 *
 * Source: Linux's Documentation/userspace-api/landlock.rst and seccomp_filter.rst.
 */

#include "base/vec.h"

#include <stdbool.h>

enum jail_use {
	JAIL_READ,   /* a file, or a folder and all below it */
	JAIL_OWN,    /* a folder: files in it are read, made, changed and taken away */
	JAIL_DEVICE, /* read, written, asked about */
	JAIL_USE_COUNT
};

struct jail_path {
	const char *path;
	enum jail_use use;
};

VEC_OF(struct jail_path, jail_paths);

/* What is to be reached beside what libraries and the terminal need. Before any thread is
 * started; what is not there is left out, and cannot be reached when it comes. */
void jail_enter(const struct jail_paths *);

/* What keeps this program here: "Landlock ABI 7, seccomp", or why it is not kept. */
const char *jail_words(struct arena *);

#endif
