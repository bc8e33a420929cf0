#ifndef DEPECHE_TEXT_SCRIPT_H
#define DEPECHE_TEXT_SCRIPT_H

/*
 * One key for a name, in whichever script and by whichever convention it is spelt: Dimitri,
 * Dmitri, Dmitry, Дмитрий; Peskov, Peskow, Peskoff, Пескова; Poutine, Putin, Путин;
 * Zakharova, Zajarova, Sacharowa.  Cyrillic and Greek are romanised; then the conventions of
 * French, English, German, Spanish, Italian, Polish and Czech (ou/u, tch/ch/tsch/cz/č,
 * ch/sh/sch/sz/š, j/y/i, w/v, kh/h/ch/j/x, -eff/-ow/-ov, doubled letters) are brought to one form.
 * The key errs on the side of joining: whoever joins names by it needs evidence besides.
 */

#include "base/arena.h"

/* The key of one word of a name (no blanks); ASCII letters, empty when it has none in Latin,
 * Cyrillic or Greek script.  Plain case endings are taken off first (Песковым, Pieskowem), and
 * final vowels do not count, so that the forms of a woman's surname share the key of the man's:
 * Захарову, Zakharova, Zakharov.  script_gender tells them apart.
 * Cost: linear in the word. */
struct span script_key(struct span word, struct arena *arena);
/* The word in Latin letters, readable: Песков → Peskov. Latin words as they are. */
struct span script_latin(struct span word, struct arena *arena);

/* What the ending of a Slavic surname says of its bearer.  Peskova is a woman's in Latin letters,
 * but Пескова is either the woman's or a case of the man's; Песковой is a woman's. */
enum script_gender { GENDER_EITHER, GENDER_FEMININE, GENDER_MASCULINE };
enum script_gender script_gender(struct span word);

#endif
