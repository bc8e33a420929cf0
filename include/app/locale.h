#ifndef DEPECHE_APP_LOCALE_H
#define DEPECHE_APP_LOCALE_H

/*
 * How the terminal takes its characters, and the reader's language.  Of the C library's locale
 * only the kind of characters is taken from the environment: numbers are written as they are in a
 * program's output, with a point.
 */

#include "base/fault.h"
#include "text/language.h"

/* Sets the locale of the environment, C.UTF-8 where that says nothing, C or POSIX.
 * Fails: ERR_USAGE, the locale has no UTF-8. */
enum err locale_set(struct fault *why);

/* The language that the environment asks messages to be in; LANGUAGE_NONE: it does not say. */
enum language locale_language(void);

#endif
