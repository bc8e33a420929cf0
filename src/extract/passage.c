#include "extract/passage.h"

#include "extract/names-beside.h"
#include "extract/names-run.h"

#include <string.h>

/* A passage ends with the stretch that brings it over so many tokens: more memory than that is
 * not needed to know whom an article is about. */
#define PASSAGE_TOKENS 65536u
#define SMALL_BITS 16384u

uint32_t passage_code(struct span bytes)
{
	uint32_t code = 0x811C9DC5u;

	if (bytes.len == 0)
		return 0;
	for (size_t i = 0; i < bytes.len; i++)
		code = (code ^ (unsigned char)bytes.at[i]) * 0x01000193u;
	return code ^ code >> 15;
}

/* --- words without a capital: a set of their hashes ------------------------------ */

/* The word's bytes, its first letter made small (of ASCII and Latin-1, which French has). */
static uint32_t small_hash(struct span word)
{
	char bytes[24];
	size_t len = word.len < sizeof bytes ? word.len : sizeof bytes;

	if (len == 0)
		return 0;
	memcpy(bytes, word.at, len);
	if (bytes[0] >= 'A' && bytes[0] <= 'Z')
		bytes[0] = (char)(bytes[0] + 0x20);
	else if (len > 1 && (unsigned char)bytes[0] == 0xC3 && (unsigned char)bytes[1] >= 0x80 &&
		 (unsigned char)bytes[1] < 0x9F)
		bytes[1] = (char)(bytes[1] + 0x20);
	return passage_code((struct span){bytes, len}) % SMALL_BITS;
}

/* The same of a token, found out once a form. */
static uint32_t token_hash(struct stretch *stretch, uint32_t i)
{
	const struct word *word = &stretch->tokens.at[i].word;
	struct span bytes = span_cut(stretch->text, word->start, word->end);
	struct token_form *form = stretch_form(stretch, i);

	/* The form of an initial has no full stop. */
	if (!form || word->kind == WORD_INITIAL)
		return small_hash(bytes);
	if (!form->is_hashed) {
		form->is_hashed = true;
		form->small_hash = (uint16_t)small_hash(bytes);
	}
	return form->small_hash;
}

static void note_small(struct passage *passage, struct stretch *stretch)
{
	for (uint32_t i = 0; i < stretch->tokens.count; i++) {
		const struct word *word = &stretch->tokens.at[i].word;
		if (word->capitalised || word->kind != WORD_LETTERS)
			continue;
		uint32_t hash = token_hash(stretch, i);
		passage->small[hash / 64] |= UINT64_C(1) << hash % 64;
	}
}

/* --- what an occurrence tells ------------------------------------------------------ */

static bool is_in(struct span folded)
{
	static const char *const words[] = {
		"a", "au", "aux", "en", "dans", "vers", "depuis", "sur", "pres"};

	for (size_t i = 0; folded.len > 0 && i < COUNT(words); i++)
		if (words[i][0] == folded.at[0] && span_is(folded, words[i]))
			return true;
	return false;
}

static bool is_auxiliary(struct span folded)
{
	return folded.len > 0 && folded.at[0] == 'a' &&
	       (folded.len == 1 || span_is(folded, "avait") || span_is(folded, "aurait"));
}

static bool says(struct stretch *stretch, int64_t place)
{
	if (!beside_small(stretch, place))
		return false;
	if (stretch_lists(stretch, place) & LIST_SAYING)
		return true;
	return is_auxiliary(stretch_folded(stretch, place)) &&
	       stretch_lists(stretch, place + 1) & LIST_SAYING;
}

static unsigned rule_facts(const struct passage_token *tokens, uint32_t count, uint32_t i)
{
	unsigned rule = tokens[i].rule;
	bool ends = i + 1 == count || tokens[i + 1].rule == RULE_NONE || tokens[i + 1].rule & 1;

	if (rule < 2 * CLUE_BARE + 3)
		return 0;
	if (!ends)
		return 1u << FACT_RULE_INSIDE;
	return rule & 1 ? 1u << FACT_RULE_ALONE : 1u << FACT_RULE_LAST;
}

static unsigned facts_of(struct stretch *stretch, const struct passage_token *tokens, uint32_t i)
{
	int64_t place = (int64_t)i;
	unsigned before = stretch_lists(stretch, place - 1), facts = 0;
	bool capital_before = stretch_capital(stretch, place - 1);
	bool capital_after = stretch_capital(stretch, place + 1);

	if (before & LIST_TITLE)
		facts |= 1u << FACT_AFTER_TITLE;
	if (before & LIST_GIVEN && capital_before)
		facts |= 1u << FACT_AFTER_GIVEN;
	if (before & LIST_ROLE)
		facts |= 1u << FACT_AFTER_ROLE;
	if (capital_before)
		facts |= 1u << FACT_AFTER_CAPITAL;
	else if (is_in(stretch_folded(stretch, place - 1)))
		facts |= 1u << FACT_IN;
	else if (!capital_after && beside_article(stretch, place - 1))
		facts |= 1u << FACT_ARTICLE;
	if (capital_after)
		facts |= 1u << FACT_BEFORE_CAPITAL;
	else if (says(stretch, place + 1))
		facts |= 1u << FACT_SAYS;
	if (beside_age(stretch, place + 1))
		facts |= 1u << FACT_AGE;
	if (!capital_after && is_auxiliary(stretch_folded(stretch, place + 1)))
		facts |= 1u << FACT_ACTS;
	if (capital_after && stretch_lists(stretch, place) & LIST_GIVEN)
		facts |= 1u << FACT_GIVEN;
	return facts | rule_facts(tokens, stretch->tokens.count, i);
}

/* --- words ---------------------------------------------------------------------------- */

static uint32_t word_place(struct passage *passage, struct span folded)
{
	bool made;
	uint32_t code = passage_code(folded);
	struct map_entry *entry = map_put_number(&passage->places, code, &made);

	if (made) {
		struct passage_word *word = vec_push(passage->arena, &passage->words);
		word->code = code;
		for (size_t i = 0; i < AFFIXES && i < folded.len; i++) {
			word->prefixes[i] = passage_code(span_cut(folded, 0, i + 1));
			word->suffixes[i] =
				passage_code(span_cut(folded, folded.len - i - 1, folded.len));
		}
		entry->value = passage->words.count;
	}
	return entry->value;
}

/* Marks and tokens are both in order. */
static void spread_rules(struct passage_stretch *at)
{
	const struct stretch *stretch = &at->stretch;
	uint32_t i = 0;

	for (uint32_t k = 0; k < at->rules.count; k++) {
		const struct name_mark *mark = &at->rules.at[k];
		unsigned rule = 2 * (unsigned)mark->clue + 1;
		while (i < stretch->tokens.count &&
			stretch->tokens.at[i].word.start < mark->at.start)
			i++;
		for (; i < stretch->tokens.count && stretch->tokens.at[i].word.start < mark->at.end;
			i++) {
			at->tokens[i].rule = (uint8_t)rule;
			rule = 2 * (unsigned)mark->clue + 2;
		}
	}
}

static void add_stretch(struct passage *passage, struct passage_stretch *at)
{
	struct stretch *stretch = &at->stretch;
	uint32_t count = stretch->tokens.count;

	at->tokens = ARENA_ARRAY(passage->arena, struct passage_token, count);
	run_names(stretch, &at->rules, passage->arena);
	spread_rules(at);
	note_small(passage, stretch);
	for (uint32_t i = 0; i < count; i++) {
		struct passage_token *token = &at->tokens[i];
		if (!stretch_capital(stretch, i))
			continue;
		token->facts = (uint16_t)facts_of(stretch, at->tokens, i);
		token->word = word_place(passage, stretch_folded(stretch, i));
		struct passage_word *word = &passage->words.at[token->word - 1];
		word->occurrences++;
		for (unsigned f = 0; f < FACT_COUNT; f++)
			word->counts[f] += token->facts >> f & 1;
	}
	passage->token_count += count;
}

/* Which words also stand there without a capital: asked of each occurrence as it is written. */
static void finish(struct passage *passage)
{
	for (uint32_t k = 0; k < passage->stretches.count; k++) {
		struct passage_stretch *at = &passage->stretches.at[k];
		for (uint32_t i = 0; i < at->stretch.tokens.count; i++) {
			if (!at->tokens[i].word)
				continue;
			uint32_t hash = token_hash(&at->stretch, i);
			if (passage->small[hash / 64] >> hash % 64 & 1)
				passage->words.at[at->tokens[i].word - 1].small = true;
		}
	}
}

bool passage_next(struct passage *passage, const struct article *article,
	struct article_tokens *kept, struct passage_place *place, struct arena *arena)
{
	*passage = (struct passage){.article = article, .arena = arena};
	map_init(&passage->places, arena);
	passage->small = ARENA_ARRAY(arena, uint64_t, SMALL_BITS / 64);
	for (; place->line < article->line_count; place->line++, place->at = 0) {
		const struct line *line = &article->lines[place->line];
		if (!line_is_body(line->kind) && line->kind != LINE_TITLE)
			continue;
		if (place->at == 0)
			place->at = line->at.start;
		while (passage->token_count < PASSAGE_TOKENS) {
			struct passage_stretch next = {.line = place->line};
			next.stretch = (struct stretch){.text = article->text,
				.language = article->language,
				.kept = kept,
				.arena = arena};
			if (!stretch_next(&next.stretch, line->at, &place->at))
				break;
			add_stretch(passage, &next);
			*vec_push(arena, &passage->stretches) = next;
		}
		if (passage->token_count >= PASSAGE_TOKENS)
			break;
	}
	finish(passage);
	return passage->stretches.count > 0;
}

unsigned passage_facts(const struct passage *passage, const struct passage_token *token)
{
	const struct passage_word *word;
	unsigned facts = 0;

	if (!token->word)
		return 0;
	word = &passage->words.at[token->word - 1];
	for (unsigned f = 0; f < FACT_COUNT; f++)
		facts |= (unsigned)(word->counts[f] > (token->facts >> f & 1u)) << f;
	return facts;
}
