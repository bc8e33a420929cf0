#ifndef DEPECHE_APP_HELPER_H
#define DEPECHE_APP_HELPER_H

/*
 * A second process that does what this one may not once it is confined (app/jail.h): it runs the
 * user's own programs, and makes the files that the user names.  It is forked before anything
 * from outside is read, and asked one thing at a time over a pair of sockets, on which open files
 * go both ways.  It ends when this process does, however that ends, and takes away the file that
 * was not kept.
 *
 * What it does it does for whoever has this process: the screen's helper runs what it is told.  A
 * command that prints has one only where it was given a file to write, which is then all that
 * the helper makes.
 */

#include "base/fault.h"

#include <stdbool.h>
#include <sys/types.h>

struct helper {
	int socket; /* readable when it has answered; -1: there is none */
	pid_t pid;
};

struct helper_rights {
	bool programs;         /* it runs them */
	const char *only_file; /* the one file that it makes; null: any */
};

/* Before any thread is started. Fails: ERR_IO; *helper is then none, which refuses all. */
enum err helper_open(struct helper *, const struct helper_rights *, struct fault *why);
/* Returns when the process is gone. */
void helper_close(struct helper *);

/* --- programs ---------------------------------------------------------------------------- */

/* The three ends of a program; -1: the terminal. */
enum { HELPER_INPUT, HELPER_OUTPUT, HELPER_ERRORS, HELPER_ENDS };

/* Starts a program: argv[0] is looked for in PATH; ended by null. Null is no helper: an errno,
 * or 0, and then its end must be waited for. */
int helper_run(const struct helper *, const char *const *argv, const int ends[HELPER_ENDS]);
/* Waits until it ended: 0 and its status as waitpid has it, or the errno that kept it from
 * starting. */
int helper_wait(const struct helper *, int *status);

/* --- files ------------------------------------------------------------------------------- */

struct helper_file {
	int fd;        /* open to write and read, the caller's to close */
	bool ordinary; /* a new file beside the one named; else it is what stands there itself, a
			  device or a pipe, and there is only writing into it */
};

/* One at a time. Fails: ERR_IO, the path named. */
enum err helper_file_open(
	const struct helper *, const char *path, struct helper_file *, struct fault *why);
/* The file takes its name, and the place of what had it. Fails: ERR_IO; it is then gone. */
enum err helper_file_keep(const struct helper *, const char *path, struct fault *why);
/* It is taken away. */
void helper_file_drop(const struct helper *);

/* A folder, so that its names can be offered where a path is typed: open to be listed, the
 * caller's to close; -1: it cannot be. */
int helper_folder_open(const struct helper *, const char *path);

#endif
