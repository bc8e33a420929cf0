#ifndef DEPECHE_TEXT_CHARSET_H
#define DEPECHE_TEXT_CHARSET_H

/*
 * Encodings by their names, and the guess which one a text is in that is neither UTF-8 nor
 * UTF-16.  decode.h is what the floors above ask.
 */

#include "text/decode.h"

/* What no detector contradicts: the encoding of western Europe. */
#define CHARSET_WESTERN "WINDOWS-1252"

/* Bytes that have no meaning in the encoding become U+FFFD, one each.  Windows-1252 and
 * ISO-8859-15 are known here, so that nothing need be installed for them; the rest is iconv's.
 * False, *decoded untouched, when nobody knows the encoding. */
bool charset_decode(
	struct span bytes, const char *encoding, struct decoded *decoded, struct arena *arena);

/* The likeliest encoding of bytes that are not valid UTF-8: UTF-8 itself when they are damaged
 * UTF-8; never null, always one that charset_decode knows. */
const char *charset_guess(struct span bytes, struct arena *arena);

#endif
