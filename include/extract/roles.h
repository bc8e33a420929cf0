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

struct article_tokens; /* extract/names-token */

/* After the names, which tell where a function ends; the tokens kept may be null.  Cost: linear in the text. */
void roles_extract(const struct article *, struct article_tokens *, const struct name_marks *,
	struct role_marks *, struct arena *);

/* Words to look for in functions, whatever their form: how many, of the first ROLE_MARK_WORDS. */
uint32_t role_keys(struct span words, uint32_t keys[ROLE_MARK_WORDS]);
/* Whether the function has all of them: "étrangères ministre", "président États-Unis" of
 * "président américain". */
bool role_has(const struct role_mark *, const uint32_t *keys, uint32_t count);

#endif
