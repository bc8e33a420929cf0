#ifndef DEPECHE_TESTS_TTY_TERMINAL_H
#define DEPECHE_TESTS_TTY_TERMINAL_H

/*
 * The real program on a pseudo-terminal, seen through libvterm.  Between harness and program
 * stands a shim that does what a shell does: it leads the session, gives the program the
 * foreground, and notices when it stops (a child of forkpty alone would never stop on Ctrl-Z,
 * its process group being orphaned).
 *
 * Nothing sleeps: with DEPECHE_TTY_SYNC=1 the program writes a private OSC when it has answered
 * what was typed and waits again, and another when the archive is whole and on the screen.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <termios.h>

#include <vterm.h>

enum terminal_event { EVENT_IDLE, EVENT_LOADED, EVENT_STOPPED, EVENT_ENDED, EVENT_COUNT };

struct terminal {
	int master, slave; /* the slave is kept open: its modes are compared at the end */
	pid_t shim, program;
	struct termios before;
	VTerm *vterm;
	VTermScreen *screen;
	int rows, cols;
	long events[EVENT_COUNT]; /* how often each was seen */
	double last_output;       /* monotonic ms of the last byte that is no mark */
	bool alternate, cursor_visible, mouse, paste, ended;
	bool copied; /* something was sent to the clipboard */
	long links, linking; /* how many it was told of (OSC 8); of these not ended yet */
	char tail[64]; /* of the stream: sequences may come in two reads */
	size_t tail_len;
	char told[64]; /* of a key, as far as it has come */
	size_t told_len;
	FILE *keys; /* takes a line for each key that did an action, "j list"; null: nobody asks */
	int status; /* the program's exit code, or 128 + the signal that ended it */
};

/* argv[0] is the program; env a null-ended list of "NAME=value". False when it did not start. */
bool terminal_open(struct terminal *, int rows, int cols, char *const *argv, char *const *env);
void terminal_close(struct terminal *);
/* Feeds the screen until the event was seen more often than before (false: the program ended, or
 * 30 s went by, which only a hang does). */
bool terminal_wait(struct terminal *, enum terminal_event, long before);
/* Until nothing was written for so long, or the program has ended. */
void terminal_quiet(struct terminal *, double ms);
/* Until the program has ended. */
bool terminal_wait_end(struct terminal *);
bool terminal_send(struct terminal *, const char *bytes, size_t len);
/* However much it is, without waiting for answers before all has been read. */
bool terminal_flood(struct terminal *, const char *bytes, size_t len);
/* The connection is gone; waits until the program has ended. */
bool terminal_hang_up(struct terminal *);
void terminal_resize(struct terminal *, int rows, int cols);
void terminal_signal(struct terminal *, int signal_number); /* to the program itself */
void terminal_continue(struct terminal *);                  /* what "fg" does */
/* The screen as UTF-8 lines without blanks at their ends; the caller frees it. */
char *terminal_text(struct terminal *);
/* What is not as it was before the program ran; null when the terminal was given back whole. */
const char *terminal_damage(struct terminal *);
double now_ms(void);

#endif
