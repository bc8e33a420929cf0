#ifndef DEPECHE_STORE_EARLY_H
#define DEPECHE_STORE_EARLY_H

/*
 * When the archive on the screen is read again and few files came, changed or went, those files
 * alone are read first, and an epoch of the old one with their articles, and without those that
 * they had, is handed over early.
 */

#include "store/gather.h"

#define EARLY_LEAST_DEFAULT 1000u /* smaller archives are read again soon enough */

/* What the archive was when another load read it. */
void early_begin(struct load *, struct load *before);
/* The gathering thread, once it knows which files are in the cache. */
void early_make(struct load *, const struct file_list *now);
/* Ends the reading of what came, too; the lock is held. */
void early_give_up(struct load *);
void early_clear(struct load *);

#endif
