#ifndef DEPECHE_UI_HYPERLINK_H
#define DEPECHE_UI_HYPERLINK_H

/*
 * The sequence after which what is written leads to an address, where the terminal knows such
 * links.  Only web addresses; whatever in one is no plain sign is written as %XX, so that nothing
 * of it can end the sequence.
 *
 * Source: OSC 8 as VTE and iTerm2 have it.
 */

#include "base/arena.h"

#include <stdint.h>

#define HYPERLINK_END "\033]8;;\033\\"
#define HYPERLINK_MOST 2048u /* bytes of an address; terminals take no more */

/* Parts of one link have the same id.  Null: no address of the web, or too long. */
const char *hyperlink_sequence(struct span url, uint32_t id, struct arena *);

#endif
