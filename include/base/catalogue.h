#ifndef DEPECHE_BASE_CATALOGUE_H
#define DEPECHE_BASE_CATALOGUE_H

/*
 * A catalogue of messages as msgfmt writes it (.mo), little end first, read where it lies.
 * Bytes that are no catalogue, or a cut one, hold no message.
 * Source: the GNU gettext manual, "The Format of GNU MO Files".
 */

#include "base/span.h"

/* The translations of a message, one after another with a zero after each: as many as the
 * language has plural forms where the message has two, else one.  Empty: it has none. */
struct span catalogue_find(struct span catalogue, const char *english);

/* The catalogue of French, built from src/po/fr.po; empty where msgfmt was not there. */
struct span catalogue_french(void);

#endif
