#ifndef DEPECHE_STORE_DESK_H
#define DEPECHE_STORE_DESK_H

/*
 * What of a sealed epoch is open: each thing is opened when it is asked for first, and lies there
 * until the epoch is closed; articles also until a rewind to a mark before they were opened.  For
 * one thread.
 */

#include "store/epoch-tokens.h"

struct desk;

struct desk *desk_make(struct arena *);
void desk_clear(struct desk *);
/* Of the article whose words were asked for last. */
struct open_tokens *desk_tokens(struct desk *);
/* How many articles are in each language: counted once. */
const uint32_t *desk_languages(const struct epoch *);

#endif
