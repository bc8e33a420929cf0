#ifndef DEPECHE_APP_HELPER_WIRE_H
#define DEPECHE_APP_HELPER_WIRE_H

/*
 * What goes between the program and its helper: a question, then its bytes; then an answer.
 * Private to the two.
 */

#include "app/helper.h"

#include <stddef.h>
#include <stdint.h>

#define WIRE_BYTES_MOST ((uint32_t)16 << 20) /* of a question */

enum wire_kind { WIRE_RUN, WIRE_OPEN, WIRE_KEEP, WIRE_DROP, WIRE_FOLDER, WIRE_KIND_COUNT };

/* WIRE_RUN: the strings of argv with a 0 after each; open files for the ends that are set.
 * WIRE_OPEN, WIRE_FOLDER: a path with a 0 after it. */
struct wire_question {
	uint32_t kind;
	uint32_t len; /* bytes that follow */
	bool ends[HELPER_ENDS];
};

struct wire_answer {
	int32_t error;  /* errno; 0: done */
	int32_t status; /* WIRE_RUN */
	bool ordinary;  /* WIRE_OPEN; the file comes with it, and with WIRE_FOLDER the folder */
};

/* Whole or not at all; open files go with the first byte. A signal interrupts neither. */
bool wire_put(int socket, const void *bytes, size_t len, const int *fds, size_t count);
/* The files that came are closed by exec; *count of those that fit, the others are closed. */
bool wire_take(int socket, void *bytes, size_t len, int *fds, size_t *count);

/* The helper's own life, until the other end is closed. */
void helper_serve(int socket, const struct helper_rights *);

#endif
