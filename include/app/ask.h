#ifndef DEPECHE_APP_ASK_H
#define DEPECHE_APP_ASK_H

/*
 * Keys and pasted text while a prompt is open: they edit it, and whoever opened it is told.
 * Private to the floor.
 */

#include "app/app.h"

void ask_paste(struct app *, struct span text);
/* Ctrl-Y pastes what was copied last. */
void ask_key(struct app *, uint32_t key);

#endif
