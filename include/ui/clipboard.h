#ifndef DEPECHE_UI_CLIPBOARD_H
#define DEPECHE_UI_CLIPBOARD_H

/*
 * The sequence that puts a text into the clipboard of the terminal, wherever that runs.
 *
 * Source: xterm's control sequences, OSC 52; base64 of RFC 4648.
 */

#include "base/arena.h"

const char *clipboard_sequence(struct span text, struct arena *);

#endif
