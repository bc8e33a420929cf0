#ifndef DEPECHE_EXTRACT_ROLES_H
#define DEPECHE_EXTRACT_ROLES_H

/*
 * The functions of persons that an article's body and title speak of: "le porte-parole du
 * Kremlin, Dmitri Peskov", "Jake Sullivan, conseiller à la sécurité nationale des États-Unis",
 * "l'ex-président", "the Kremlin spokesman".  A mark says what is written and which name stands
 * beside it; whom it means is for know/roles.  Kinship and parts played ("victime", "témoin") are
 * no functions, nor are many at once ("les ministres").
 *
 * French best, then English and the other Romance and Germanic languages; of the Slavic ones
 * only functions right before or behind a name.
 */

#include "extract/evidence.h"

/* After the names, which tell where a function ends.  Cost: linear in the text. */
void roles_extract(
	const struct article *, const struct name_marks *, struct role_marks *, struct arena *);

#endif
