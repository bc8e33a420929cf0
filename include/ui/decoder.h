#ifndef DEPECHE_UI_DECODER_H
#define DEPECHE_UI_DECODER_H

/*
 * What arrives from a keyboard, made into keys: bytes are put together to code points, Esc and
 * a key is that key with Alt, and the tail of an unknown Esc [ or Esc O sequence is swallowed,
 * even when a slow line brings it apart from its Esc: never taken for keys.  Reports of the mouse
 * are read.  Pure; time is told.
 *
 * Source: xterm's control sequences, "SGR" (1006) and the older reports of the mouse.
 */

#include "app/keymap.h"
#include "app/mouse.h"

#include <stdbool.h>

/* How long the rest of a sequence is waited for. */
#define DECODER_PATIENCE 200 /* ms */

#define DECODER_NUMBERS 3

enum decoder_state {
	DECODER_PLAIN,
	DECODER_ESCAPE,   /* an Esc, and what follows may be here already */
	DECODER_LINGER,   /* an Esc was given out as a key; a tail may still come */
	DECODER_INTRODUCED, /* "[" or "O" came after it */
	DECODER_TAIL,     /* the inside of a sequence */
	DECODER_BYTES     /* the three bytes of an older report of the mouse */
};

struct decoder {
	enum decoder_state state;
	int64_t since;      /* ms: of the last byte of the sequence */
	uint32_t introducer; /* '[' or 'O' */
	bool lingered;      /* the Esc before the introducer was given out */
	unsigned char bytes[4]; /* of a code point that is not complete */
	uint8_t have, want;
	bool reports;       /* the sequence is a report of the mouse, for all that is known */
	uint32_t numbers[DECODER_NUMBERS]; /* of the report: what, column, row */
	uint8_t number;     /* the one that is being read */
	struct mouse mouse; /* the last report, when KEYS_MOUSE is given out */
};

#define DECODER_KEYS 2

/* A byte (0-255) or one of the named keys; the keys that are complete now, how many. */
int decoder_take(struct decoder *, uint32_t arrival, int64_t now, uint32_t keys[DECODER_KEYS]);
/* Nothing more is there at this moment; what has been waited for long enough is given up. */
int decoder_pause(struct decoder *, int64_t now, uint32_t keys[DECODER_KEYS]);
/* The ms after which decoder_pause must be asked again; -1 when nothing is waited for. */
int decoder_wait(const struct decoder *, int64_t now);

#endif
