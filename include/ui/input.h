#ifndef DEPECHE_UI_INPUT_H
#define DEPECHE_UI_INPUT_H

/*
 * The keyboard of an opened terminal as a row of events.  Pasted text (bracketed paste) is one
 * event and never keys.  The only user of curses beside term.
 */

#include "base/buf.h"
#include "ui/decoder.h"

#define INPUT_PASTE_MOST 65536u /* bytes of a paste that are kept */
#define INPUT_PASTE_PATIENCE 2000 /* ms after which a paste without an end has ended */

enum event_kind { EVENT_KEY, EVENT_MOUSE, EVENT_PASTE, EVENT_RESIZE };

struct event {
	enum event_kind kind;
	uint32_t key;
	struct mouse mouse;
	struct span text; /* valid until the next paste */
};

struct input {
	struct decoder decoder;
	bool pasting;
	int64_t pasted_at; /* ms: of its last byte */
	struct arena arena;
	struct buf paste;
	uint32_t keys[DECODER_KEYS];
	int ready, given;      /* keys decoded and not given out */
	bool took;         /* something arrived, be it swallowed; the caller clears it */
};

/* After term_open. */
void input_init(struct input *);
void input_clear(struct input *);
/* The next event that is there already; false when there is none. Ask until then before
 * waiting: curses keeps bytes that no poll can see. */
bool input_next(struct input *, int64_t now, struct event *);
/* Whether Ctrl-C is among what was typed and not yet given out, which is thrown away then; else it
 * all comes later. */
bool input_stops(struct input *);
/* The ms after which input_next must be asked though nothing came; -1. */
int input_wait(const struct input *, int64_t now);

#endif
