#ifndef DEPECHE_STORE_DICTIONARY_H
#define DEPECHE_STORE_DICTIONARY_H

/*
 * A map that is finished: keys and their values in flat arrays, without a pointer.  Asking is
 * total, whatever the arrays hold.
 */

#include "base/map.h"
#include "store/shelf.h"

#define DICTIONARY_NONE UINT32_MAX

struct dictionary {
	struct shelf keys; /* in the order in which they were put; all, those behind too */
	uint32_t *values;
	uint32_t *slots;                 /* 1 + a key's place, 0 when free */
	uint32_t slot_count;             /* a power of two, or 0 */
	const struct dictionary *behind; /* of keys that came later; null: there are none */
};

/* Of a map from bytes. Owns: keys are copied. */
struct dictionary dictionary_make(const struct map *, struct arena *);
/* With keys that it does not have, behind the others.  The arrays of the first, which has none
 * behind yet, are shared. */
struct dictionary dictionary_extend(
	const struct dictionary *, const struct map *more, struct arena *);
/* The place of a key; DICTIONARY_NONE. */
uint32_t dictionary_find(const struct dictionary *, struct span key);
/* Its value; DICTIONARY_NONE when it is not there. */
uint32_t dictionary_get(const struct dictionary *, struct span key);

#endif
