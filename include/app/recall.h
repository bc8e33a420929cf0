#ifndef DEPECHE_APP_RECALL_H
#define DEPECHE_APP_RECALL_H

/*
 * Lines that were typed before, in a file of the state folder, a line each, the latest last.
 * Readers that run at once all add to it; only the latest RECALL_MOST are kept.
 */

#include "base/arena.h"
#include "base/fault.h"
#include "base/vec.h"

#define RECALL_MOST 500u /* lines; the file is cut to that when it has twice as many */

VEC_OF(struct span, recall_lines);

/* Adds what the file holds; one that is not there holds nothing. */
void recall_read(const char *path, struct recall_lines *, struct arena *);
/* Adds a line, which holds no line feed; its folder is made.  Fails: ERR_IO. */
enum err recall_add(const char *path, struct span line, struct fault *why);

#endif
