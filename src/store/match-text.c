#include "store/match.h"

#include "store/bits.h"
#include "store/epoch-tokens.h"
#include "text/fold.h"

/* Whether a form of the set stands in the title. */
static bool title_has(const struct tokens *tokens, const uint64_t *forms)
{
	for (uint32_t i = tokens->title_from; i < tokens->title_to; i++)
		if (bits_has(forms, tokens->at[i]))
			return true;
	return false;
}

/* articles: those that have the words anywhere; stay those that have each in the title. */
void match_title(const struct epoch *epoch, const struct clause *clause, uint64_t *articles,
	struct arena *arena)
{
	uint64_t **words;
	uint32_t count = match_words(epoch, clause, &words, arena);

	for (size_t id = bits_next(articles, epoch->count, 0); id < epoch->count;
		id = bits_next(articles, epoch->count, id + 1)) {
		struct tokens tokens = epoch_tokens(epoch, (article_id)id);
		bool has_all = true;
		for (uint32_t i = 0; i < count && has_all; i++)
			has_all = title_has(&tokens, words[i]);
		if (!has_all)
			bits_clear(articles, id);
	}
}

void match_file(const struct epoch *epoch, struct span part, uint64_t *articles)
{
	struct arena scratch;
	struct extent hit;

	arena_init(&scratch);
	struct span folded = fold(part, &scratch);
	for (article_id id = 0; id < epoch->count; id++)
		if (fold_find(span_of(shelf_string(&epoch->paths, id)), folded, 0, &hit))
			bits_set(articles, id);
	arena_clear(&scratch);
}
