#ifndef DEPECHE_APP_LINE_FILE_H
#define DEPECHE_APP_LINE_FILE_H

/*
 * Files of lines that the reader and Depeche both write: lines are added at the end, and taken
 * away again.  Lines and comments that others wrote stay as they are, byte by byte.  A lock is
 * held meanwhile, and the new file is whole before it takes the old one's place.
 */

#include "base/arena.h"
#include "base/fault.h"

/* Adds lines, the last one's end left out.  Fails: ERR_IO (locked for longer than 2 s, disk
 * full…), the file is as it was. */
enum err line_file_add(const char *path, const char *lines, struct fault *why);
/* Takes away the last such lines that stand together.  Fails: ERR_ABSENT (there are none any
 * longer), ERR_IO. */
enum err line_file_remove(const char *path, const char *lines, struct fault *why);

#endif
