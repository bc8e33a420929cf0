#include "store/sought.h"

#include "store/bits.h"
#include "store/match.h"
#include "store/query-text.h"
#include "text/word.h"

VEC_OF(struct sought_term, term_list);

static bool is_words(enum clause_kind kind)
{
	return kind == CLAUSE_WORDS || kind == CLAUSE_EXACT || kind == CLAUSE_TITLE;
}

static void add_words(const struct epoch *epoch, const struct clause *clause,
	struct term_list *terms, struct arena *arena)
{
	uint64_t **words;
	uint32_t count = match_words(epoch, clause, &words, arena);

	for (uint32_t i = 0; i < count; i++)
		if (bits_next(words[i], epoch->forms.count, 0) < epoch->forms.count)
			*vec_push(arena, terms) = (struct sought_term){
				.forms = words[i], .in_title = clause->kind == CLAUSE_TITLE};
}

static void add_phrase(const struct epoch *epoch, const struct clause *clause,
	struct term_list *terms, struct arena *arena)
{
	struct phrase phrase = phrase_of(epoch, span_of(clause->text), arena);

	for (uint32_t i = 0; i < phrase.count; i++)
		if (phrase.forms[i] == LEXICON_NONE)
			return;
	if (phrase.count)
		*vec_push(arena, terms) = (struct sought_term){.phrase = phrase};
}

struct sought sought_of(const struct epoch *epoch, const struct query *query, struct arena *arena)
{
	struct sought sought = {.epoch = epoch};
	struct term_list terms = {0};
	const struct clause **leaves;
	uint32_t count = query_leaves(query, &leaves, arena);

	for (uint32_t i = 0; i < count; i++) {
		if (is_words(leaves[i]->kind))
			add_words(epoch, leaves[i], &terms, arena);
		else if (leaves[i]->kind == CLAUSE_PHRASE)
			add_phrase(epoch, leaves[i], &terms, arena);
	}
	sought.terms = terms.at;
	sought.count = terms.count;
	sought.first = terms.count ? bits_make(epoch->forms.count, arena) : NULL;
	for (uint32_t i = 0; i < terms.count; i++) {
		if (terms.at[i].forms)
			bits_or(sought.first, terms.at[i].forms, epoch->forms.count);
		else
			bits_set(sought.first, terms.at[i].phrase.forms[0]);
	}
	return sought;
}

struct sought_walk sought_walk_of(const struct sought *sought, article_id id, uint32_t line)
{
	struct tokens tokens = epoch_tokens(sought->epoch, id);
	bool searched = sought->count && phrase_is_searched(&tokens, line);

	return (struct sought_walk){.sought = sought,
		.tokens = tokens,
		.token = line ? tokens.line_ends[line - 1] : 0,
		.to = searched ? tokens.line_ends[line] : 0};
}

static bool is_in_title(const struct sought_walk *walk)
{
	return walk->token >= walk->tokens.title_from && walk->token < walk->tokens.title_to;
}

/* How many tokens from here on are the term; 0. */
static uint32_t stands_here(const struct sought_walk *walk, const struct sought_term *term)
{
	const uint32_t *token = &walk->tokens.at[walk->token];

	if (term->in_title && !is_in_title(walk))
		return 0;
	if (term->forms)
		return bits_has(term->forms, *token);
	return phrase_begins(&term->phrase, token, walk->to - walk->token) ? term->phrase.count : 0;
}

bool sought_next(struct sought_walk *walk, struct sought_hit *hit)
{
	const struct sought *sought = walk->sought;

	for (; walk->token < walk->to; walk->token++, walk->term = 0) {
		if (!bits_has(sought->first, walk->tokens.at[walk->token]))
			continue;
		while (walk->term < sought->count) {
			uint32_t term = walk->term++;
			uint32_t count = stands_here(walk, &sought->terms[term]);
			if (count == 0)
				continue;
			*hit = (struct sought_hit){walk->token, count, term, is_in_title(walk)};
			return true;
		}
	}
	return false;
}

VEC_OF(struct sought_hit, hit_list);
VEC_OF(struct extent, extent_list);

/* The places of the first count words of a line. */
static struct extent_list words_places(
	const struct article *article, uint32_t line, uint32_t count, struct arena *arena)
{
	struct extent place = segment_place(article, line);
	struct words it = words_of(span_in(article->text, place));
	struct extent_list places = {0};
	struct word word;

	while (places.count < count && words_next(&it, &word))
		*vec_push(arena, &places) =
			(struct extent){place.start + word.start, place.start + word.end};
	return places;
}

/* The tokens of a line are its words: the text is walked only where one of them is sought. */
uint32_t sought_places(const struct sought *sought, article_id id, uint32_t line,
	struct sought_place **out, struct arena *arena)
{
	struct tokens tokens = epoch_tokens(sought->epoch, id);
	uint32_t from = line ? tokens.line_ends[line - 1] : 0, last = from, count = 0;
	struct hit_list hits = {0};
	struct sought_hit hit;

	for (struct sought_walk walk = sought_walk_of(sought, id, line);
		sought_next(&walk, &hit);) {
		*vec_push(arena, &hits) = hit;
		last = hit.token + hit.count > last ? hit.token + hit.count : last;
	}
	if (hits.count == 0)
		return 0;
	struct sought_place *places = ARENA_ARRAY(arena, struct sought_place, hits.count);
	struct extent_list words =
		words_places(epoch_article(sought->epoch, id), line, last - from, arena);
	for (uint32_t i = 0; i < hits.count; i++) {
		uint32_t first = hits.at[i].token - from, end = first + hits.at[i].count;
		if (end <= words.count) /* a title that is not in the text stands nowhere */
			places[count++] = (struct sought_place){
				{words.at[first].start, words.at[end - 1].end}, hits.at[i].term};
	}
	*out = places;
	return count;
}
