#include "extract/names-token.h"

#include "text/utf8.h"

#include <string.h>

/* A stretch is cut at the first small word after so many tokens, or by force after twice that. */
#define STRETCH_TOKENS 4096u
/* Longer words are no names, and not worth folding. */
#define WORD_LEN 80u
#define PHRASE_WORDS 5
/* More tokens of an article are not kept. */
#define KEPT_TOKENS 65536u

/* A stretch that was cut before. */
struct token_cut {
	size_t start, end; /* where *at stood before and behind it */
	uint32_t line_end;
	struct token_list tokens;
};

void article_tokens_init(struct article_tokens *kept, struct vocabulary *vocabulary)
{
	*kept = (struct article_tokens){.vocabulary = vocabulary};
	arena_init(&kept->arena);
}

void article_tokens_clear(struct article_tokens *kept)
{
	arena_clear(&kept->arena);
}

/* Signs behind which a capital says nothing. */
static bool ends_sentence(struct span sign)
{
	static const char *const longer[] = {"…", "«", "»", "“", "”", "–", "—", "•", "„"};

	if (sign.len == 1)
		return strchr(".!?:\"(", sign.at[0]) != NULL && sign.at[0] != '\0';
	for (size_t i = 0; i < COUNT(longer); i++)
		if (span_is(sign, longer[i]))
			return true;
	return false;
}

static bool is_roman(struct span word)
{
	if (word.len == 0 || word.len > 6)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (word.at[i] != 'I' && word.at[i] != 'V' && word.at[i] != 'X')
			return false;
	return true;
}

static bool has_digit(struct span word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.at[i] >= '0' && word.at[i] <= '9')
			return true;
	return false;
}

/* "Peskov's" is Peskov; "O's" and "M's" are left alone. */
static void cut_possessive(struct token *token, struct span word)
{
	size_t cut = 0;

	if (word.len > 4 && span_ends(word, SPAN("'s")))
		cut = 2;
	else if (word.len > 6 && span_ends(word, SPAN("’s")))
		cut = 4;
	token->word.end -= (uint32_t)cut;
	token->possessive = cut > 0;
}

/* "anti-Trump" is about Trump. */
static void cut_prefix(struct token *token, struct span word)
{
	static const char *const prefixes[] = {"anti-", "pro-", "post-", "non-", "Anti-", "Pro-"};

	for (size_t i = 0; i < COUNT(prefixes); i++) {
		struct span prefix = span_of(prefixes[i]);
		size_t at = prefix.len;
		if (!span_starts(word, prefix) || word.len < prefix.len + 3 ||
			!utf8_is_upper(utf8_next(word, &at)))
			continue;
		token->word.start += (uint32_t)prefix.len;
		return;
	}
}

/* "Erdoğan'ın": where the ending that an apostrophe parts from the name begins. */
static size_t turkish_cut(struct span word)
{
	static const char *const endings[] = {"in", "ın", "un", "ün", "nin", "nın", "nun", "nün",
		"a", "e", "i", "ı", "u", "ü", "ya", "ye", "yi", "yı", "yu", "yü", "da", "de", "ta",
		"te", "dan", "den", "tan", "ten", "la", "le", "yla", "yle"};
	size_t at = span_find(word, SPAN("'"), 0), sign = 1;

	if (at == word.len) {
		at = span_find(word, SPAN("’"), 0);
		sign = 3;
	}
	for (size_t i = 0; at > 2 && at < word.len && i < COUNT(endings); i++)
		if (span_is(span_cut(word, at + sign, word.len), endings[i]))
			return at;
	return word.len;
}

static void cut_turkish(struct token *token, struct span word)
{
	size_t end = turkish_cut(word);

	token->possessive = token->possessive || end < word.len;
	if (end < word.len)
		token->word.end = token->word.start + (uint32_t)end;
}

static void token_take(struct stretch *stretch, struct token *token, struct span bytes)
{
	token->roman = is_roman(bytes);
	token->digits = has_digit(bytes);
	cut_possessive(token, bytes);
	if (stretch->language == LANGUAGE_TR || stretch->language == LANGUAGE_NONE)
		cut_turkish(token, bytes);
	cut_prefix(token, bytes);
	token->capital = !token->digits &&
			 (token->word.kind == WORD_LETTERS || token->word.kind == WORD_INITIAL);
}

static void cut(struct stretch *stretch, struct extent line, size_t *at, struct token_list *tokens,
	struct arena *arena)
{
	struct words words = {span_cut(stretch->text, 0, line.end), *at};
	struct word word;
	bool first = true;

	while (tokens_next(&words, &word)) {
		struct span bytes = span_cut(stretch->text, word.start, word.end);
		struct token *token = vec_push(arena, tokens);
		*token = (struct token){.word = word, .first = first};
		if (word.kind == WORD_SIGN) {
			first = ends_sentence(bytes) || (first && !word.capitalised);
		} else {
			first = false;
			if (word.capitalised)
				token_take(stretch, token, bytes);
		}
		if (tokens->count >= STRETCH_TOKENS &&
			(!word.capitalised || tokens->count >= 2 * STRETCH_TOKENS))
			break;
	}
	*at = words.at;
}

/* The stretch that begins at this place, if it is kept, or a new one to keep; null: none. */
static struct token_cut *kept_cut(struct stretch *stretch, struct extent line, size_t at)
{
	struct article_tokens *kept = stretch->kept;

	if (!kept)
		return NULL;
	while (stretch->cut < kept->cuts.count && kept->cuts.at[stretch->cut].start < at)
		stretch->cut++;
	if (stretch->cut == kept->cuts.count) {
		if (kept->count >= KEPT_TOKENS)
			return NULL;
		struct token_cut *made = vec_push(&kept->arena, &kept->cuts);
		*made = (struct token_cut){.start = at, .end = at, .line_end = line.end};
		struct token_list tokens = {0};
		size_t end = at;
		cut(stretch, line, &end, &tokens, &kept->arena);
		made->tokens = tokens;
		made->end = end;
		kept->count += tokens.count;
	}
	struct token_cut *found = &kept->cuts.at[stretch->cut];
	return found->start == at && found->line_end == line.end ? found : NULL;
}

bool stretch_next(struct stretch *stretch, struct extent line, size_t *at)
{
	const struct token_cut *kept = kept_cut(stretch, line, *at);

	if (kept) {
		stretch->tokens = kept->tokens;
		*at = kept->end;
		return stretch->tokens.count > 0;
	}
	if (stretch->list)
		stretch->own.count = 0;
	else
		stretch->own = (struct token_list){0};
	cut(stretch, line, at, &stretch->own, stretch->list ? stretch->list : stretch->arena);
	stretch->tokens = stretch->own;
	return stretch->tokens.count > 0;
}

void stretch_know(struct stretch *stretch, struct token *token)
{
	struct span word = span_cut(stretch->text, token->word.start, token->word.end);

	token->known = true;
	if (token->word.kind == WORD_SIGN || token->word.kind == WORD_NUMBER || word.len > WORD_LEN)
		return;
	if (token->word.kind == WORD_INITIAL && word.len > 1)
		word.len--;
	token->form = token_form_of(stretch->kept ? stretch->kept->vocabulary : NULL,
		stretch->language, word, stretch->arena);
}

int stretch_phrase(struct stretch *stretch, int64_t place, unsigned *lists)
{
	struct span words[PHRASE_WORDS];
	const struct token_form *first = stretch_form(stretch, place);
	int count = 0;

	*lists = 0;
	if (!first || !first->begins_phrase)
		return 0;
	while (count < PHRASE_WORDS) {
		struct span word = stretch_folded(stretch, place + count);
		if (word.len == 0)
			break;
		words[count++] = word;
	}
	return gazetteer_phrase(words, count, lists);
}

bool stretch_cyrillic(const struct stretch *stretch)
{
	return stretch->language == LANGUAGE_RU || stretch->language == LANGUAGE_UK;
}
