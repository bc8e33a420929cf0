#include "store/match.h"

#include "extract/roles.h"
#include "know/roles.h"
#include "store/bits.h"
#include "store/epoch-parts.h"

void match_role(const struct epoch *epoch, struct span words, uint64_t *articles)
{
	uint32_t keys[ROLE_MARK_WORDS], count = role_keys(words, keys);

	for (uint32_t a = 0; a < epoch->people.actor_count; a++) {
		const struct actor *actor = &epoch->people.actors[a];
		for (uint32_t r = 0; r < actor->role_count; r++) {
			const struct role *role = &actor->roles[r];
			for (uint32_t i = 0; i < role->reading_count; i++)
				if (role_has(role->readings[i].mark, keys, count))
					bits_set(articles, role->readings[i].document);
		}
	}
}
