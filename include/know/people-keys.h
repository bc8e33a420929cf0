#ifndef DEPECHE_KNOW_PEOPLE_KEYS_H
#define DEPECHE_KNOW_PEOPLE_KEYS_H

/*
 * Numbers for the spelling keys of an archive's names, so that names are compared by number: two
 * words that sound alike have one, and so have given names that are one name in two languages.
 */

#include "base/map.h"

struct name_keys {
	struct map keys;   /* key → id, which is its place in the order of arrival, from 1 */
	struct map words;  /* word of a name → id of its key */
	struct map equals; /* key of a given name → id of the key that stands for its like */
	struct arena *arena;
};

void name_keys_init(struct name_keys *, struct arena *);
/* The key that an id stands for, and the id of a key that some name has, else 0. */
struct span name_key(const struct name_keys *, uint32_t id);
uint32_t name_key_find(const struct name_keys *, struct span key);
/* The id of a key, a new one if it is new; 0 for the empty key. */
uint32_t name_key_put(struct name_keys *, struct span key);

uint32_t name_key_word(struct name_keys *, struct span word);
/* A surname: its words without particles and Jr, or all when there are no others. */
uint32_t name_key_family(struct name_keys *, struct span surname);
/* A given name; of one in another case (declined: it may be), that of its nominative. */
uint32_t name_key_given(struct name_keys *, struct span word, bool declined, bool *in_case);
/* The id that stands for a given name and its like; the same where there are none. */
uint32_t name_key_like(const struct name_keys *, uint32_t id);

/* What a word behind a surname, or tied to it, tells of the generation: ".jr", ".sr"; else null. */
const char *name_generation(struct span word, struct arena *scratch);
/* Cuts the next word off *rest; false when nothing is left. */
bool name_next_word(struct span *rest, struct span *word);

#endif
