#ifndef DEPECHE_BASE_FAULT_H
#define DEPECHE_BASE_FAULT_H

/*
 * Errors as values.  A function that can fail returns an enum err, leaves its results
 * untouched on failure, and writes what happened, in words for the user, into the fault
 * that its caller owns.  Running out of memory is no error: see arena.h.
 */

enum err {
	OK = 0,
	ERR_IO,     /* the system refused: open, read, write */
	ERR_FORMAT, /* the bytes are not what they should be */
	ERR_LIMIT,  /* larger, deeper or more than is allowed */
	ERR_USAGE,  /* the user asked for something that does not exist */
	ERR_ABSENT, /* nothing there: no file, no match */
	ERR_CUT     /* the bytes end too early: a file is cut, or still being written */
};

struct fault {
	enum err err;
	char words[480]; /* one line, no newline at its end; always terminated */
};

/* Fills in why (which may be null) and returns err, so that failing is one expression.  The
 * format is said in the reader's language (message.h). */
enum err fail(struct fault *why, enum err err, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

#endif
