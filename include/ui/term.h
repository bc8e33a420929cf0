#ifndef DEPECHE_UI_TERM_H
#define DEPECHE_UI_TERM_H

/*
 * The terminal: taken over whole, and given back whole, however the program ends.  With input,
 * the only module that knows curses.  One terminal at a time.
 */

#include "base/fault.h"
#include "ui/canvas.h"

#include <signal.h>
#include <stdio.h>

struct terminal {
	FILE *keys;    /* stdin or /dev/tty */
	bool own_keys; /* it is ours to close */
	int out;
	bool colours, titled;
	bool takes_strings; /* it may be sent copies and links; others would show them */
	bool mouse;         /* is reported */
	bool anew;          /* the next drawing sends every cell */
	void *curses;       /* SCREEN */
	struct drawn {
		struct cell *cells; /* of the last drawing; null: every cell is looked at */
		int rows, cols;
		enum theme theme;
		struct arena arena;
	} drawn;
	struct canvas_links linked; /* what the last drawing made a link */
	struct arena links;         /* of that */
};

struct term_options {
	bool keys_from_tty, no_colour;
	const char *title; /* what the window is called meanwhile */
};

/* What signals asked for. */
enum { TERM_END = 1, TERM_STOP = 2 };

/* Holds back the signals that the terminal cares for, so that none is lost and threads started
 * afterwards get none; *open: the mask to wait with (ppoll). Before term_open. */
void term_hold_signals(sigset_t *open);
/* Fails: ERR_USAGE (no keyboard, no terminal, one that is unknown or cannot place its cursor);
 * the terminal is then as it was. */
enum err term_open(struct terminal *, const struct term_options *, struct fault *why);
void term_close(struct terminal *);

int term_fd(const struct terminal *);       /* readable when keys come */
bool term_is_gone(const struct terminal *); /* hung up: nothing will come any more */
void term_size(int *rows, int *cols);
unsigned term_asked(void); /* bits of TERM_…, since it was asked last */
/* After term_close: where a signal asked for the end, the program ends by that very signal when
 * it exits, so that its parent can tell. Signals are still held back. */
void term_end_by_signal(void);

/* Cost: of rows that are as they were drawn last, a comparison. */
void term_draw(struct terminal *, const struct canvas *);
/* Whether clicks and the wheel are reported, or the terminal's own. */
void term_set_mouse(struct terminal *, bool on);
/* Gives the terminal back, lets somebody else have it, and takes it again; to null: this job is
 * stopped meanwhile, until it goes on. */
void term_lend(struct terminal *, void (*to)(void *whom), void *whom);
/* Bytes for who watches the stream; they show nothing. */
void term_tell(const struct terminal *, const char *bytes);

#endif
