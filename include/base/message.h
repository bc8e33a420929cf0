#ifndef DEPECHE_BASE_MESSAGE_H
#define DEPECHE_BASE_MESSAGE_H

/*
 * Sentences in the reader's language.  A sentence is written in English where it is said; here
 * its translation is found, in catalogues of gettext (src/po) that are part of the program.
 *
 * The language is chosen as gettext does: by the first of LC_ALL, LC_MESSAGES and LANG that is
 * set, and where that names a language, by LANGUAGE before it.  Other than gettext of the C
 * library it needs no installed locale: a fresh machine has none, and fr_FR.UTF-8 asks for
 * French there as well.  What no catalogue has is said in English.
 *
 * A translated format takes what the English one takes: the catalogues are checked for it.
 */

#include <stdbool.h>
#include <stdint.h>

/* The sentence, translated; lives as long as the program, but for one that is returned as it is.
 * Null stays null. */
const char *message(const char *english) __attribute__((format_arg(1)));

/* The form that goes with a number of things: "%u article", "%u articles". */
const char *message_of_count(const char *one, const char *many, uint64_t count)
	__attribute__((format_arg(1))) __attribute__((format_arg(2)));

/* Whether messages are in the language of that code of two letters. */
bool message_language_is(const char *code);

/* Beside what is translated; for a table, to be translated where its rows are said; plurals. */
#define _(english) message(english)
#define N_(english) english
#define P_(one, many, count) message_of_count(one, many, count)

#endif
