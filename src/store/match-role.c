#include "store/match.h"

#include "extract/roles.h"
#include "store/bits.h"
#include "store/epoch-parts.h"

void match_role(const struct epoch *epoch, struct span words, uint64_t *articles)
{
	uint32_t keys[ROLE_MARK_WORDS], count = role_keys(words, keys), articles_with;

	for (uint32_t r = 0; r < epoch->role_count; r++) {
		struct role_mark mark = {.head = epoch->role_words[r].head};
		memcpy(mark.words, epoch->role_words[r].words, sizeof mark.words);
		if (!role_has(&mark, keys, count))
			continue;
		const uint32_t *ids = postings_row(&epoch->role_articles, r, &articles_with);
		for (uint32_t i = 0; i < articles_with; i++)
			bits_set(articles, ids[i]);
	}
}
