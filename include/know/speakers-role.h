#ifndef DEPECHE_KNOW_SPEAKERS_ROLE_H
#define DEPECHE_KNOW_SPEAKERS_ROLE_H

/*
 * Which function an article gives to which person, read beside their mentions ("le porte-parole
 * du Kremlin, X", "X, ministre de l'Intérieur"), so that "le ministre" can be somebody.  For
 * know/speakers alone.
 */

#include "know/people.h"

#define ROLE_WORDS 4

struct held_role {
	uint64_t head;              /* hash of the function's folded noun */
	uint64_t words[ROLE_WORDS]; /* of what it is the function of; 0: no more */
	uint32_t actor, at;         /* at: where the mention stands */
};
VEC_OF(struct held_role, held_roles);

struct held_roles roles_read(
	const struct article *, const struct document_people *, struct arena *);
/* Reads a phrase's function; false when it names none. */
bool role_of_phrase(struct span phrase, enum language, struct held_role *, struct arena *);
/* Whether the actor holds a function of that noun; SPEAKER_NOBODY: whether anybody does. */
bool role_is_held(const struct held_roles *, const struct held_role *, uint32_t actor);
/* The person of the gender who holds it, the last named before the place if several do, or
 * SPEAKER_NOBODY. */
uint32_t role_holder(const struct held_roles *, const struct held_role *, enum gender,
	uint32_t place, const struct people *);

#endif
