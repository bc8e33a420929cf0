#ifndef DEPECHE_STORE_UPKEEP_H
#define DEPECHE_STORE_UPKEEP_H

/*
 * What is kept between two starts does not grow for ever: the files of archives that nobody opened
 * for a long time are deleted, and the longest unopened where all take too much room.  Whatever is
 * not a file of our own, by its name and its beginning, is let be, and so are those of the archive
 * that is open.
 */

#include "base/map.h"

#define UPKEEP_DAYS 90
#define UPKEEP_MOST (UINT64_C(8) << 30) /* bytes of all */

/* When a file was opened last is what the file system says, which may be when it was written.
 * now_ns: since 1970; 0: nothing is too old. most: as UPKEEP_MOST. */
void upkeep(const char *folder, struct digest open, int64_t now_ns, uint64_t most);

#endif
