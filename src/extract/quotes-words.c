#include "extract/quotes-words.h"

#include <stdlib.h>

#define VERB_LEAST 4 /* bytes of a form that is read by its ending, but for what tables hold */

struct ending {
	const char *at;
	size_t len;
	unsigned bits;
};

/* clang-format off */
/* Longest first. A participle in -é is told by its accent, see accented(). */
static const struct ending endings_fr[] = {
	{"aient", 5, SAID_VERB}, {"erent", 5, SAID_VERB}, {"eront", 5, SAID_VERB},
	{"ent", 3, SAID_VERB}, {"ait", 3, SAID_VERB}, {"era", 3, SAID_VERB},
	{"ant", 3, SAID_PRESENT}, {"er", 2, SAID_INFINITIVE}, {"e", 1, SAID_VERB},
	{"a", 1, SAID_VERB},
};
static const struct ending participles_fr[] = {
	{"ees", 3, SAID_PAST}, {"ee", 2, SAID_PAST}, {"es", 2, SAID_PAST}, {"e", 1, SAID_PAST},
};
static const struct ending endings_en[] = {
	{"ing", 3, SAID_PRESENT}, {"ed", 2, SAID_VERB | SAID_PAST}, {"es", 2, SAID_VERB},
	{"d", 1, SAID_VERB | SAID_PAST}, {"s", 1, SAID_VERB},
};
/* clang-format on */

/* As span_compare, for short words of which most differ in their first bytes. */
static int compare(struct span key, const char *word)
{
	for (size_t i = 0; i < key.len; i++) {
		int order = (unsigned char)key.at[i] - (unsigned char)word[i];
		if (order || !word[i])
			return order ? order : 1;
	}
	return -(word[key.len] != '\0');
}

static int compare_word(const void *key, const void *word)
{
	return compare(*(const struct span *)key, ((const struct said_word *)word)->folded);
}

static int compare_root(const void *key, const void *root)
{
	return compare(*(const struct span *)key, *(const char *const *)root);
}

static unsigned table_bits(struct span folded, const struct said_word *words, size_t count)
{
	const struct said_word *word = bsearch(&folded, words, count, sizeof *words, compare_word);

	return word ? word->bits : 0;
}

static unsigned verb_bits(struct span folded, const struct ending *endings, size_t ending_count,
	const char *const *roots, size_t root_count)
{
	for (size_t i = 0; folded.len >= VERB_LEAST && i < ending_count; i++) {
		struct span ending = {endings[i].at, endings[i].len};
		if (folded.at[folded.len - 1] != ending.at[ending.len - 1] ||
			!span_ends(folded, ending))
			continue;
		struct span root = span_cut(folded, 0, folded.len - ending.len);
		if (bsearch(&root, roots, root_count, sizeof *roots, compare_root))
			return endings[i].bits;
	}
	return 0;
}

unsigned said_bits(struct span folded, enum language language)
{
	if (language == LANGUAGE_EN) {
		unsigned bits = table_bits(folded, said_words_en, said_words_en_count);
		return bits ? bits
			    : verb_bits(folded, endings_en, COUNT(endings_en), said_roots_en,
				      said_roots_en_count);
	}
	if (language == LANGUAGE_FR || language == LANGUAGE_NONE) {
		unsigned bits = table_bits(folded, said_words_fr, said_words_fr_count);
		return bits ? bits
			    : verb_bits(folded, endings_fr, COUNT(endings_fr), said_roots_fr,
				      said_roots_fr_count);
	}
	unsigned bits = table_bits(folded, said_words_other, said_words_other_count);
	return bits ? bits : gazetteer_lists(folded) & LIST_SAYING ? SAID_VERB : 0;
}

/* "é", "ée", "és", "ées" at the end of the word as it stands: folded it could be a present. */
static bool accented(struct span word)
{
	size_t len = word.len;

	if (len > 2 && word.at[len - 1] == 's')
		len--;
	if (len > 2 && word.at[len - 1] == 'e')
		len--;
	return len > 1 && span_equal(span_cut(word, len - 2, len), SPAN("é"));
}

/* "a-t-il", "dit-elle", "peut-on": a verb and its subject. */
static unsigned inverted_bits(struct span folded)
{
	static const struct said_word pronouns[] = {
		{"-il", SAID_MALE},
		{"-elle", SAID_FEMALE},
		{"-ils", SAID_MALE | SAID_PLURAL},
		{"-elles", SAID_FEMALE | SAID_PLURAL},
		{"-on", SAID_NOBODY},
		{"-je", SAID_NOBODY},
	};

	for (size_t i = 0; i < COUNT(pronouns); i++)
		if (span_ends(folded, span_of(pronouns[i].folded)))
			return SAID_INVERTED | pronouns[i].bits;
	return 0;
}

/* A letter whose apostrophe stands apart. */
static unsigned letter_bits(char letter)
{
	char elided[2] = {letter, '\''};

	return letter == 'y' ? SAID_CLITIC : said_bits((struct span){elided, 2}, LANGUAGE_FR);
}

static unsigned french_bits(struct span word, struct span folded, bool capital)
{
	unsigned bits = said_bits(folded, LANGUAGE_FR);

	if (folded.len == 1 && folded.at[0] != 'a')
		return letter_bits(folded.at[0]);
	if (span_is(word, "a"))
		return SAID_HAVE;
	if (span_is(folded, "a"))
		return SAID_PREPOSITION;
	if (capital && accented(word) && !(gazetteer_lists(folded) & LIST_GIVEN))
		return SAID_PAST; /* "Ému, il…" */
	if (accented(word) && !(bits & (SAID_ADVERB | SAID_TIME | SAID_BE | SAID_PREPOSITION)))
		return verb_bits(folded, participles_fr, COUNT(participles_fr), said_roots_fr,
			       said_roots_fr_count) |
		       (bits & SAID_PAST);
	if (bits == 0 && span_find(folded, SPAN("-"), 0) < folded.len)
		bits = inverted_bits(folded);
	if (bits == 0 && folded.len > 7 && span_ends(folded, SPAN("ment")))
		bits = SAID_ADVERB;
	return bits;
}

/* first: a sentence begins with the word. */
static unsigned word_bits(struct span word, struct span folded, const struct word *token,
	bool first, enum language language)
{
	unsigned bits = token->capitalised ? SAID_CAPITAL : 0;

	if (language == LANGUAGE_FR || language == LANGUAGE_NONE)
		return bits | french_bits(word, folded, token->capitalised && first);
	bits |= said_bits(folded, language);
	if (language == LANGUAGE_EN && folded.len > 4 && span_ends(folded, SPAN("ly")))
		bits |= SAID_ADVERB;
	return bits;
}

/* Asked once a form, but of very long words. */
static unsigned form_bits(
	struct token_form *form, const struct token *token, const struct stretch *stretch)
{
	const struct word *word = &token->word;
	struct span bytes = span_cut(stretch->text, word->start, word->end);

	if (!form)
		return word_bits(bytes, SPAN(""), word, token->first, stretch->language);
	if (!form->said[token->first])
		form->said[token->first] = SAID_KNOWN | word_bits(bytes, form->folded, word,
								token->first, stretch->language);
	return form->said[token->first];
}

static void know(struct passage *passage, struct item *item)
{
	struct stretch *stretch = passage->stretch;
	const struct token *token = &stretch->tokens.at[item->token];

	item->bits |= SAID_KNOWN;
	if (token->word.kind == WORD_SIGN) {
		item->bits |= SAID_SIGN;
	} else if (token->word.kind == WORD_NUMBER) {
		item->bits |= SAID_DETERMINER | SAID_PLURAL;
	} else {
		struct token_form *form = stretch_form(stretch, item->token);
		item->folded = form ? form->folded : SPAN("");
		item->bits |= form_bits(form, token, stretch);
	}
}

unsigned passage_bits(struct passage *passage, int64_t place)
{
	if (place < 0 || place >= passage->count)
		return SAID_SIGN;
	struct item *item = &passage->items[place];
	if (!(item->bits & SAID_KNOWN))
		know(passage, item);
	return item->bits;
}

struct span passage_folded(struct passage *passage, int64_t place)
{
	return passage_bits(passage, place) & (SAID_SIGN | SAID_QUOTE)
		       ? SPAN("")
		       : passage->items[place].folded;
}

bool passage_sign(const struct passage *passage, int64_t place, char sign)
{
	if (place < 0 || place >= passage->count || passage->items[place].bits & SAID_QUOTE)
		return false;
	return stretch_sign(passage->stretch, passage->items[place].token, sign);
}

static uint32_t item_end(const struct passage *passage, const struct item *item)
{
	const struct token_list *tokens = &passage->stretch->tokens;

	if (!(item->bits & SAID_QUOTE))
		return tokens->at[item->token].word.end;
	const struct quote_span *quote = &passage->quotes[item->quote];
	return quote->close < tokens->count ? tokens->at[quote->close].word.end : quote->at.end;
}

struct extent passage_extent(const struct passage *passage, int64_t first, int64_t last)
{
	if (first < 0 || last < first || last >= passage->count)
		return (struct extent){0, 0};
	return (struct extent){passage->stretch->tokens.at[passage->items[first].token].word.start,
		item_end(passage, &passage->items[last])};
}

static bool is_stop(const struct passage *passage, const struct token *token)
{
	struct span bytes = span_cut(passage->stretch->text, token->word.start, token->word.end);

	if (token->word.kind != WORD_SIGN)
		return false;
	if (bytes.len == 1)
		return bytes.at[0] == '.' || bytes.at[0] == '!' || bytes.at[0] == '?';
	return span_equal(bytes, SPAN("…"));
}

/* Whether a sentence can begin with the item. */
static bool may_begin(const struct passage *passage, const struct item *item)
{
	const struct token *token = &passage->stretch->tokens.at[item->token];
	unsigned char sign = (unsigned char)passage->stretch->text.at[token->word.start];

	if (item->bits & SAID_QUOTE || token->word.capitalised || token->word.kind == WORD_NUMBER)
		return true;
	/* Dashes and the like. */
	return token->word.kind == WORD_SIGN && token->word.after_space &&
	       (sign >= 0x80 || sign == '(' || sign == '[' || sign == '-');
}

static bool ends_sentence(const struct passage *passage, uint32_t i)
{
	const struct item *item = &passage->items[i];

	if (i + 1 == passage->count || !may_begin(passage, &passage->items[i + 1]))
		return false;
	if (item->bits & SAID_QUOTE)
		return passage->quotes[item->quote].whole;
	if (!is_stop(passage, &passage->stretch->tokens.at[item->token]))
		return false;
	/* "Mme. X" */
	return i == 0 || passage->items[i - 1].bits & SAID_QUOTE ||
	       !(stretch_lists(passage->stretch, passage->items[i - 1].token) & LIST_TITLE);
}

static void part_sentences(struct passage *passage)
{
	passage->sentences =
		ARENA_ARRAY(passage->stretch->arena, uint32_t, (size_t)passage->count + 2);
	passage->sentence_count = passage->count ? 1 : 0;
	for (uint32_t i = 0; i < passage->count; i++) {
		passage->items[i].sentence = passage->sentence_count - 1;
		if (ends_sentence(passage, i))
			passage->sentences[passage->sentence_count++] = i + 1;
	}
	passage->sentences[passage->sentence_count] = passage->count;
}

/* "l' ONU": the sign of an elision that stands apart is no item. */
static bool is_apostrophe(const struct stretch *stretch, uint32_t token)
{
	const struct word *word = &stretch->tokens.at[token].word;
	struct span bytes = span_cut(stretch->text, word->start, word->end);

	return word->kind == WORD_SIGN &&
	       (span_equal(bytes, SPAN("'")) || span_equal(bytes, SPAN("’")));
}

void passage_inside(struct passage *passage, const struct passage *outer, uint32_t quote)
{
	const struct quote_span *span = &outer->quotes[quote];
	uint32_t end = span->close < outer->stretch->tokens.count ? span->close
								  : outer->stretch->tokens.count;

	*passage = (struct passage){.stretch = outer->stretch};
	passage->items = ARENA_ARRAY(outer->stretch->arena, struct item, end - span->open);
	for (uint32_t token = span->open + 1; token < end; token++)
		if (!is_apostrophe(outer->stretch, token))
			passage->items[passage->count++].token = token;
	part_sentences(passage);
}

void passage_make(
	struct passage *passage, struct stretch *stretch, const struct quote_spans *quotes)
{
	uint32_t quote = 0;

	*passage = (struct passage){
		.stretch = stretch, .quotes = quotes->at, .quote_count = quotes->count};
	passage->items = ARENA_ARRAY(stretch->arena, struct item, stretch->tokens.count);
	for (uint32_t token = 0; token < stretch->tokens.count; token++) {
		if (is_apostrophe(stretch, token))
			continue;
		struct item *item = &passage->items[passage->count++];
		item->token = token;
		if (quote == quotes->count || token < quotes->at[quote].open)
			continue;
		item->quote = quote;
		item->bits = SAID_QUOTE | SAID_KNOWN;
		token = quotes->at[quote++].close;
	}
	part_sentences(passage);
}
