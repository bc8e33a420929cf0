#ifndef DEPECHE_TEXT_NUMBER_H
#define DEPECHE_TEXT_NUMBER_H

/*
 * Numbers as they are shown to people.
 */

#include "base/arena.h"

#include <stdint.h>

/* "1234", "12 345": from five digits on in groups of three. */
const char *number_grouped(uint32_t, struct arena *);

#endif
