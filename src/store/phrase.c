#include "store/phrase.h"

#include "base/vec.h"
#include "store/bits.h"
#include "store/token-find.h"
#include "text/fold.h"
#include "text/word.h"

#define AHEAD 4 /* articles that are expected before they are looked through */

struct phrase phrase_of(const struct epoch *epoch, struct span text, struct arena *arena)
{
	VEC(uint32_t) forms = {0};
	struct word word;

	for (struct words it = words_of(text); words_next(&it, &word);)
		*vec_push(arena, &forms) =
			view_find(&epoch->forms, fold(span_cut(text, word.start, word.end), arena));
	return (struct phrase){forms.at, forms.count};
}

bool phrase_begins(const struct phrase *phrase, const uint32_t *tokens, uint32_t left)
{
	if (phrase->count == 0 || phrase->count > left)
		return false;
	for (uint32_t i = 0; i < phrase->count; i++)
		if (tokens[i] != phrase->forms[i])
			return false;
	return true;
}

bool phrase_is_searched(const struct tokens *tokens, uint32_t line)
{
	return line == tokens->line_count || line_is_body((enum line_kind)tokens->kinds[line]);
}

static bool stands_in(const struct epoch *epoch, const struct phrase *phrase, article_id id)
{
	struct tokens tokens = epoch_tokens(epoch, id);

	for (uint32_t line = 0, from = 0; line <= tokens.line_count; line++) {
		uint32_t to = tokens.line_ends[line];
		for (uint32_t i = from; i < to && phrase_is_searched(&tokens, line); i++)
			if (phrase_begins(phrase, tokens.at + i, to - i))
				return true;
		from = to;
	}
	return false;
}

static void match_packed(const struct epoch *epoch, const struct phrase *phrase,
	const uint64_t *having, uint64_t *articles, struct arena *arena)
{
	struct token_needle needle = token_needle_of(phrase->forms, phrase->count, arena);
	struct bits_walk walk = bits_walk_of(having, epoch->count, false), ahead = walk;
	article_id id, soon;
	bool is_more = true;

	for (int i = 0; i < AHEAD; i++)
		is_more = is_more && bits_walk_next(&ahead, &soon);
	while (bits_walk_next(&walk, &id)) {
		is_more = is_more && bits_walk_next(&ahead, &soon);
		if (is_more)
			shelf_expect(&epoch->tokens, soon);
		if (token_find(epoch, id, &needle))
			bits_set(articles, id);
	}
}

/* Only articles that have all of the words are looked through. */
void phrase_match(const struct epoch *epoch, const struct phrase *phrase, uint64_t *articles,
	struct arena *arena)
{
	uint64_t *having = bits_make(epoch->count, arena);

	if (phrase->count == 0)
		return;
	bits_fill(having, epoch->count);
	for (uint32_t i = 0; i < phrase->count; i++) {
		uint64_t *one = bits_make(epoch->count, arena);
		if (phrase->forms[i] == LEXICON_NONE)
			return;
		epoch_holding(epoch, phrase->forms[i], one);
		bits_and(having, one, epoch->count);
	}
	if (!epoch->raw) {
		match_packed(epoch, phrase, having, articles, arena);
		return;
	}
	struct bits_walk walk = bits_walk_of(having, epoch->count, false);
	for (article_id id; bits_walk_next(&walk, &id);)
		if (stands_in(epoch, phrase, id))
			bits_set(articles, id);
}
