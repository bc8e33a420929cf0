#ifndef DEPECHE_STORE_CACHE_SECTIONS_H
#define DEPECHE_STORE_CACHE_SECTIONS_H

/*
 * What the file of a cache is made of, and what it is stamped with.
 */

#include "base/map.h"

#define CACHE_VERSION 2u

enum cache_section { SECTION_PACKED, SECTION_FILES, SECTION_BLOCKS, SECTION_ENDS };

/* A hash of the sources and tables that decide what is read from a file, taken when the program
 * was built: so no change of them is ever forgotten. */
const char *cache_program(void);
/* Of all that must be the same for a cache to be believed; key: of the archive. */
struct digest cache_stamp(struct digest key);

#endif
