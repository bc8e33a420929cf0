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

/* The key of one word of a name (no blanks); ASCII letters, empty when it has none. */
struct span script_key(struct span word, struct arena *arena);
/* The word in Latin letters, readable: Песков → Peskov. Latin words as they are. */
struct span script_latin(struct span word, struct arena *arena);

#endif
