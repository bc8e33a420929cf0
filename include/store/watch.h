#ifndef DEPECHE_STORE_WATCH_H
#define DEPECHE_STORE_WATCH_H

/*
 * Whether anything changes in folders, as the system tells it: under Linux by inotify, elsewhere
 * never.  It is only told that there was something: what it is, a look at the files says.  A
 * folder is watched before it is read, so that no change falls between.
 */

#include <stdbool.h>

struct watch {
	int fd; /* readable when something changed; -1: nothing is told */
};

void watch_open(struct watch *);
void watch_close(struct watch *);
/* A folder, or a single file; more than the system lets us watch are let be. Any thread. */
void watch_add(const struct watch *, const char *path);
/* Takes what was told since it was last asked: whether files that could hold articles came, went
 * or changed. */
bool watch_take(const struct watch *);

#endif
