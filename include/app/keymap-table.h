#ifndef DEPECHE_APP_KEYMAP_TABLE_H
#define DEPECHE_APP_KEYMAP_TABLE_H

/*
 * The table behind keymap.h, in the order of the manual.  Private to the floor.
 */

#include "app/keymap.h"

extern const struct binding keymap_table[];
extern const uint32_t keymap_table_count;

#endif
