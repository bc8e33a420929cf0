#ifndef DEPECHE_APP_JAIL_LOCKS_H
#define DEPECHE_APP_JAIL_LOCKS_H

/*
 * The two locks of the jail, each of which holds without the other.  Private to app/jail.
 */

#include "app/jail.h"

/* Landlock's version here; 0: there is none. */
int jail_files_version(void);
/* From now on this thread, and those that it starts, reach the paths alone. */
void jail_files_close(const struct jail_paths *);

/* Whether there is seccomp here. */
bool jail_calls_are_there(void);
/* The same for the calls of the system. Last, for it closes Landlock's own, too. */
void jail_calls_close(void);

/* Nothing is ever gained by running a program. */
void jail_no_new_rights(void);

#endif
