#ifndef DEPECHE_TEXT_DECODE_H
#define DEPECHE_TEXT_DECODE_H

/*
 * Bytes of unknown encoding become UTF-8.  In this order: a byte-order mark (UTF-8, UTF-16,
 * UTF-32); UTF-16 without a mark, told by its zeros; valid UTF-8, or UTF-8 with few bad bytes;
 * what the encoding detector says, as far as the language of the text agrees; else
 * Windows-1252.  Bytes that do not fit become U+FFFD.  The text keeps its line ends and control
 * characters: they are made harmless where text leaves, never here.
 */

#include "base/arena.h"

struct decoded {
	struct span text;     /* valid UTF-8, without a byte-order mark */
	const char *encoding; /* as iconv names it; in the arena or a constant */
	bool repaired;        /* something became U+FFFD */
};

/* Owns: text is in the arena, or a part of bytes where nothing had to change. */
struct decoded decode(struct span bytes, struct arena *arena);

/* Whether these first bytes (64 KiB are enough) are plainly no text: pictures, archives,
 * programs, fonts: known magic numbers, or zeros and controls that no encoding explains. */
bool decode_is_binary(struct span head);

#endif
